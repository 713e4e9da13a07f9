"""The agenda and the page of an event, as everybody reads them."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from aict.listing.registry import SECTIONS
from aict.taxonomies.models import Theme
from practices.events import about
from practices.events.filters import EventFilter
from practices.events.listing import EVENTS
from practices.events.models import Event
from tests.events import factories
from tests.events.factories import event
from tests.people import factories as people
from tests.practices.factories import practice, term

pytestmark = pytest.mark.django_db
ADDRESS = "/agenda/"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    EVENTS.forget()


def tourism() -> Theme:
    return term(Theme, "tourisme", "Tourisme")


def titles(client, query="") -> list[str]:
    sent = client.get(f"{ADDRESS}?format=csv&{query}").getvalue().decode()
    return [row[0] for row in csv.reader(io.StringIO(sent), delimiter=";")][1:]


def test_what_comes_first_then_what_is_past_the_latest_first(client):
    for days in (-40, 30, 5, -3):
        event(title=f"J {days}", days=days)
    assert titles(client) == ["J 5", "J 30", "J -3", "J -40"]
    assert titles(client, "quand=a-venir") == ["J 5", "J 30"]
    assert titles(client, "quand=passe") == ["J -3", "J -40"]
    page = client.get(ADDRESS).text
    assert page.index("J 5") < page.index("J 30") < page.index("J -3") < page.index("J -40")


def test_an_event_is_to_come_until_its_last_midnight_in_paris(client, monkeypatch):
    night = event(starts_at=factories.paris(2027, 5, 3, 22), ends_at=factories.paris(2027, 5, 4, 0))
    assert night.last_day.isoformat() == "2027-05-03"
    for day, word in (("2027-05-03", "a-venir"), ("2027-05-04", "passe")):
        now = timezone.datetime.fromisoformat(day).date()
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, now=now: now)
        assert "<b data-live-count>1" in client.get(f"{ADDRESS}?quand={word}").text
        assert len(titles(client, f"quand={word}")) == 1


def test_each_facet_finds_its_event_everywhere(client):
    event(
        title="Trouvé",
        type="webinaire",
        link="https://visio.example/1",
        categories=["cooperation"],
        themes=[tourism()],
        territory=people.territory("region", "84", "Auvergne-Rhône-Alpes"),
        minutes="Dit.",
        state="reporte",
        starts_at=factories.paris(2031, 1, 5, 9),
    )
    event(title="Autre", days=5)
    for query in (
        *("type=webinaire", "lieu=hybride", "categorie=cooperation", f"theme={tourism().slug}"),
        *("suites=compte-rendu", "tenue=reporte", "annee=2031", "region=84", "q=webinaire"),
    ):
        assert titles(client, query) == ["Trouvé"], query
        assert "<b data-live-count>1" in client.get(f"{ADDRESS}?{query}").text
        assert client.get(f"/api/v1/agenda/?{query}").json()["count"] == 1
        assert client.get(f"{ADDRESS}flux.atom?{query}").text.count("<entry>") == 1


@pytest.mark.parametrize(
    "query",
    ["quand=demain", "type=bal", "tri=budget", "page=0", "page=99", "format=xls", "q=%00"],
)
def test_bad_parameters_are_refused_in_words(client, query):
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 400
    assert "Ce filtre n’existe pas" in answer.text


def test_the_contract_has_every_facet():
    assert set(EventFilter.base_filters) == {f.name for f in EVENTS.facets} | {"q", "tri"}
    assert SECTIONS["agenda"].listing is EVENTS


def test_the_empty_list_counts_in_french(client):
    assert "0\u00a0événement<" in client.get(ADDRESS).text


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_events(client, number, django_assert_num_queries):
    for _ in range(number):
        event()
    EVENTS.forget()
    client.get(ADDRESS)
    # The index, its rows (nothing is kept of an uncommitted transaction), the order.
    with django_assert_num_queries(3):
        client.get(ADDRESS)


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_a_page_do_not_grow_with_what_it_tells(
    client, number, django_assert_num_queries
):
    sessions = [{"title": f"Séquence {n}"} for n in range(number)]
    row = event(sessions=sessions, practices=[practice() for _ in range(number)])
    client.get(row.get_absolute_url())
    with django_assert_num_queries(6):
        client.get(row.get_absolute_url())


def test_the_page_says_when_where_and_what_for(client):
    row = event(
        title="Atelier « rives »",
        starts_at=factories.paris(2027, 3, 4, 14),
        place="Salle des fêtes",
        summary="Deux heures.",
        sessions=[{"title": "Accueil", "speaker": "direction générale"}],
        fictional=True,
    )
    page = client.get(row.get_absolute_url()).text
    assert "Jeudi 4\u00a0mars 2027, de 14\u202fh à 16\u202fh" in page
    for words in ("Salle des fêtes", "Accueil", "direction générale", "Exemple fictif"):
        assert words in page


def test_the_link_is_for_those_registered_unless_it_is_public(client):
    address = "https://visio.example/secret"
    row = event(link=address)
    public = event(link=address, link_public=True)
    for found in (
        client.get(row.get_absolute_url()).text,
        client.get(f"/api/v1/agenda/{row.slug}/").text,
        client.get(f"{row.get_absolute_url()}evenement.ics").text,
    ):
        assert "secret" not in found
    assert "secret" not in client.get(f"{ADDRESS}?format=csv").getvalue().decode()
    assert "secret" in client.get(public.get_absolute_url()).text
    assert client.get(f"/api/v1/agenda/{public.slug}/").json()["lien"] == address


def test_what_was_said_stands_first_once_it_is_over(client):
    row = event(days=-5, minutes="Trois pistes.", replay="https://video.example/1")
    page = client.get(row.get_absolute_url()).text
    assert "Trois pistes." in page
    assert "Voir ou revoir" in page
    bare = client.get(event(days=-5).get_absolute_url()).text
    assert "Aucun compte rendu" in bare


def test_a_cancelled_event_stays_and_says_so(client):
    row = event(state="annule", state_note="La salle est inondée.")
    page = client.get(row.get_absolute_url()).text
    assert "Annulé" in page
    assert "La salle est inondée." in page
    assert "evenement.ics" not in page


def test_a_withdrawn_event_says_so_and_leaves_the_list(client):
    row = event(title="Retiré", archived=True)
    assert client.get(row.get_absolute_url()).status_code == 410
    assert titles(client) == []
    assert Event.objects.withdrawn().count() == 1


def test_coordinators_find_their_tools(client):
    row = event()
    assert "Annuler ou reporter" not in client.get(row.get_absolute_url()).text
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert "Annuler ou reporter" in client.get(row.get_absolute_url()).text


def test_the_file_never_runs_a_formula(client):
    event(title="=1+1")
    assert titles(client) == ["'=1+1"]


def test_search_finds_events(client):
    row = event(title="Atelier des paprikas", days=4)
    assert row.get_absolute_url() in client.get("/recherche/?q=paprikas").text


def test_upcoming_leaves_out_what_is_past_or_cancelled():
    today = timezone.localdate()
    near, far = event(days=2), event(days=20)
    event(days=-2)
    event(days=3, state="annule")
    event(days=1, archived=True)
    assert list(Event.objects.upcoming(today)) == [near, far]
    assert list(Event.objects.upcoming(today + timedelta(days=10))) == [far]


def test_a_practice_says_where_it_is_talked_of(client):
    found = practice()
    page = client.get(found.get_absolute_url()).text
    assert "On en parle" not in page
    event(title="Bientôt", practices=[found], fictional=True)
    event(title="Jadis", days=-90, practices=[found])
    event(title="Retiré", practices=[found], archived=True)
    page = client.get(found.get_absolute_url()).text
    assert page.index("Bientôt") < page.index("Jadis")
    assert "Retiré" not in page


def test_the_next_events_for_the_home_page():
    for days in (30, 3, -3):
        event(title=f"J {days}", days=days)
    (first,) = about.upcoming(1)
    assert "J 3<" in first
