"""The directory and one actor's page: facets, counts, secrets kept, queries counted."""

import csv
import io
import json

import pytest
from django.utils import timezone

from aict.links.models import Link
from aict.moderation.kinds import KINDS
from aict.taxonomies.models import Offer, Sector
from partnerships.actors.cards import CARDS
from partnerships.models.introduction import RelayStop
from tests.partnerships import actors
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db
SECRET = actors.RELAY
QUIET = "standard-cache@chambre.example"


def everywhere(client, actor) -> dict[str, str]:
    """All that machines and readers get of an actor."""
    paths = [
        *("/acteurs/", "/acteurs/?format=csv", "/acteurs/flux.atom", "/api/v1/acteurs/"),
        *(f"/api/v1/acteurs/{actor.slug}/", actor.get_absolute_url()),
        *(f"/recherche/?q={actor.title}", "/acteurs/?q=relais", "/sitemap.xml"),
    ]
    found = {}
    for path in paths:
        answer = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[path] = body.decode()
    return found


def test_the_relay_and_a_hidden_contact_are_shown_nowhere(client):
    actor = actors.actor(title="Chambre discrète", public_contact=QUIET, contact_public=False)
    for path, body in everywhere(client, actor).items():
        assert SECRET not in body, path
        assert QUIET not in body, path
        assert "relais-secret" not in body, path


def test_a_public_contact_is_shown_when_the_actor_wants_it(client):
    actor = actors.actor(title="Chambre ouverte", public_contact=QUIET, contact_public=True)
    shown = everywhere(client, actor)
    for path in (
        actor.get_absolute_url(),
        "/acteurs/?format=csv",
        f"/api/v1/acteurs/{actor.slug}/",
    ):
        assert QUIET in shown[path], path
        assert SECRET not in shown[path]


def test_search_finds_an_actor_by_what_it_brings_and_not_by_its_relay(client):
    expert = actors.actor(title="Bureau", offers=[actors.term(Offer, "etude", "Étude")])
    assert expert.title in client.get("/acteurs/?q=étude").content.decode()
    assert "0\u00a0acteur" in client.get("/acteurs/?q=relais-secret").content.decode()


def test_each_facet_narrows_page_csv_and_api_alike(client):
    morocco = people.country("MA", "Maroc", groups=["apd"])
    people.territory()
    actors.actor(title="Ici", seat=people.territory())
    actors.actor(
        title="Là-bas",
        country=morocco,
        categories=["cooperation"],
        offers=[actors.term(Offer, "etude", "Étude")],
        sectors=[actors.term(Sector, "energie", "Énergie")],
        conditions="gratuit",
    )
    asked = ["pays=MA", "groupe=apd", "categorie=cooperation", "apport=etude", "secteur=energie"]
    for query in [*asked, "conditions=gratuit", "type=chambre-consulaire&pays=MA"]:
        page = client.get(f"/acteurs/?{query}").content.decode()
        assert "Là-bas" in page, query
        assert "1\u00a0acteur" in page, query
        lines = b"".join(client.get(f"/acteurs/?{query}&format=csv").streaming_content).decode()
        rows = list(csv.DictReader(io.StringIO(lines.lstrip("\ufeff")), delimiter=";"))
        assert [row["nom"] for row in rows] == ["Là-bas"], query
        answer = json.loads(client.get(f"/api/v1/acteurs/?{query}").content)
        assert [row["nom"] for row in answer["results"]] == ["Là-bas"], query
    assert client.get("/acteurs/?type=inconnu").status_code == 400
    assert client.get("/api/v1/acteurs/?type=inconnu").status_code == 400
    assert client.get("/acteurs/flux.atom?type=inconnu").status_code == 400


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_costs_two_queries_and_one_once_its_rows_are_known(
    client, django_assert_num_queries, how_many
):
    for _ in range(how_many):
        actors.actor(offers=[actors.term(Offer, "etude", "Étude")])
    client.get("/acteurs/")
    CARDS.kept.clear()
    with django_assert_num_queries(2):
        client.get("/acteurs/")
    with django_assert_num_queries(1):
        client.get("/acteurs/")


@pytest.mark.parametrize("how_many", [1, 3])
def test_an_actors_page_costs_the_same_for_one_and_for_three(
    client, django_assert_num_queries, how_many
):
    actor = actors.actor(website="https://chambre.example", source_url="https://source.example")
    for _ in range(how_many):
        practice = practices.practice()
        practice.partners.create(name="Chambre", actor=actor, side="ici")
    client.get(actor.get_absolute_url())
    with django_assert_num_queries(9):
        page = client.get(actor.get_absolute_url())
    assert page.content.decode().count("Une saison de chefs") == how_many


def test_a_page_says_how_fresh_it_is_and_which_link_fails(client):
    site = "https://chambre.example/"
    actor = actors.actor(verified=False, website=site, source_url="https://source.example/")
    page = client.get(actor.get_absolute_url()).content.decode()
    assert "Pas encore vérifié" in page
    assert "À vérifier" in page
    assert "Lien à vérifier" not in page
    Link.objects.create(url=site, failures=2, failing_since=timezone.now())
    assert "Lien à vérifier" in client.get(actor.get_absolute_url()).content.decode()


def test_a_fictional_actor_says_so_everywhere(client):
    actor = actors.actor(title="Grappe inventée", fictional=True)
    shown = everywhere(client, actor)
    assert "Exemple fictif" in shown["/acteurs/"]
    assert "Exemple fictif" in shown[actor.get_absolute_url()]
    assert "exemple fictif" in shown["/acteurs/flux.atom"]
    assert '"fictif":true' in shown["/api/v1/acteurs/"]


def test_a_withdrawn_actor_leaves_every_list(client):
    actor = actors.actor(title="Chambre retirée", archived=True)
    shown = everywhere(client, actor)
    for path in ("/acteurs/", "/acteurs/?format=csv", "/acteurs/flux.atom", "/api/v1/acteurs/"):
        assert "retirée" not in shown[path], path
    assert client.get(actor.get_absolute_url()).status_code == 410
    assert client.get(f"/api/v1/acteurs/{actor.slug}/").status_code == 404
    assert client.get("/acteurs/nulle-part/").status_code == 404


def test_a_box_that_wants_no_more_mail_is_neither_asked_nor_offered(client):
    actor = actors.actor(title="Chambre lasse")
    assert KINDS["actor"].confirmers(actor.contribution) == [SECRET]
    assert "Demander une mise en relation" in client.get(actor.get_absolute_url()).content.decode()
    RelayStop.objects.create(actor=actor, box=SECRET)
    assert KINDS["actor"].confirmers(actor.contribution) == []
    page = client.get(actor.get_absolute_url()).content.decode()
    assert "Demander une mise en relation" not in page
    assert "boîte de relais" not in page
    assert "Pas de relais connu" in page
