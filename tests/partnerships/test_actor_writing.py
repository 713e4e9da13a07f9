"""Proposing an actor, through the same machinery as practices."""

from uuid import uuid4

import pytest
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.preview_links import preview_key
from aict.moderation.readiness import NotReady
from partnerships.models import Actor
from tests.partnerships import actors
from tests.people import factories as people

pytestmark = pytest.mark.django_db


def submitted(**changes):
    author = people.officer()
    text = actors.answers(**changes)
    contribution = drafts.start(KINDS["actor"], uuid4(), text, author)[0]
    apply(contribution, "submit", author)
    contribution.refresh_from_db()
    return contribution


def published(**changes) -> Actor:
    contribution = submitted(**changes)
    apply(contribution, "accept", people.coordinator())
    return Actor.objects.get(contribution=contribution)


def test_an_actor_goes_on_line_with_all_it_told(client):
    actor = published(countries_active=["MA"], conditions="gratuit", review_rhythm="24")
    assert actor.slug == "chambre-de-commerce-de-la-vallee"
    assert actor.seat.code == "200040715"
    assert [country.code for country in actor.countries_active.all()] == ["MA"]
    assert {"type:chambre-consulaire", "apport:prospection", "pays:MA"} <= set(actor.facets)
    assert actor.contribution.review_months == 24
    assert actor.contribution.get_verified_by_display() == "son équipe"
    page = client.get(actor.get_absolute_url()).content.decode()
    assert 'href="/territoires/metropole-200040715/"' in page
    assert client.get("/territoires/metropole-200040715/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"contact_relay": "pas une adresse"}, "Boîte de relais"),
        ({"consent": ""}, "Sans cet accord"),
        ({"categories": []}, "Cochez au moins une catégorie"),
        ({"contact_public": True}, "Indiquez le contact à afficher"),
        ({"country": "MA"}, "n’est pas dans ce pays"),
        ({"website": "javascript:alert(1)"}, "Site internet"),
    ],
)
def test_what_lacks_or_is_wrong_is_said(changes, words):
    with pytest.raises(NotReady, match=words):
        submitted(**changes)


def test_a_new_name_keeps_the_old_address(client):
    actor = published()
    old = actor.get_absolute_url()
    author = actor.contribution.editors.get()
    drafts.save(actor.contribution, {"title": "Chambre des Deux Vallées"}, 1, author)
    apply(actor.contribution, "submit", author)
    apply(actor.contribution, "accept", people.coordinator())
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, "/acteurs/chambre-des-deux-vallees/")


def test_the_pages_of_writing_answer(client):
    actor = published()
    client.force_login(
        actor.contribution.editors.get(), "django.contrib.auth.backends.ModelBackend"
    )
    assert "un acteur économique" in client.get("/acteurs/proposer/").content.decode()
    for name in ("edit", "check", "preview"):
        page = client.get(reverse(f"actors:{name}", args=[actor.contribution.token]))
        assert page.status_code == 200, name
    part = reverse("actors:edit_part", args=[actor.contribution.token, "champ"])
    assert "Pays où il intervient" in client.get(part).content.decode()


def test_a_preview_never_shows_the_relay(client):
    contribution = submitted(contact_public=False, public_contact="standard-cache@chambre.example")
    answer = client.get(reverse("moderation:shared_preview", args=[preview_key(contribution)]))
    page = answer.content.decode()
    assert contribution.title in page
    assert actors.RELAY not in page
    assert "standard-cache" not in page


def test_an_empty_draft_has_a_preview(client):
    author = people.officer()
    contribution = drafts.start(KINDS["actor"], uuid4(), {"title": "Essai"}, author)[0]
    client.force_login(author, "django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("actors:preview", args=[contribution.token]))
    assert "Essai" in page.content.decode()
