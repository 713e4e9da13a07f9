"""What is kept of a page: never stale, never somebody's, bounded."""

import pytest
from django.urls import reverse

from practices import pages
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def test_who_is_signed_in_sees_her_own_header_and_leaves_nothing_behind(client):
    url = workflow.published().get_absolute_url()
    person = people.officer(name="Dominique Fictif")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    assert "Dominique Fictif" in client.get(url).content.decode()
    client.logout()
    assert "Dominique Fictif" not in client.get(url).content.decode()


def test_a_thank_you_is_told_once_and_not_kept(client):
    practice = workflow.published()
    url = reverse("practices:report", args=[practice.slug])
    client.post(url, {"reason": "autre", "message": "Une erreur."})
    assert "sont prévenues" in client.get(practice.get_absolute_url()).content.decode()
    assert "sont prévenues" not in client.get(practice.get_absolute_url()).content.decode()


def test_addresses_and_querystrings_are_those_asked(client, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    url = workflow.published().get_absolute_url()
    for host in ("a.example", "b.example"):
        assert f"http://{host}{url}" in client.get(url, headers={"host": host}).content.decode()
    asked = client.get(url, {"q": "<script>"}, headers={"host": "a.example"}).content.decode()
    assert "%3Cscript%3E" in asked
    assert "%3Cscript%3E" not in client.get(url, headers={"host": "a.example"}).content.decode()


def test_memory_is_bounded(client, monkeypatch):
    monkeypatch.setattr(pages, "MOST_KEPT", 1)
    people.territory("metropole", "243500139", "Rennes Métropole")
    first = workflow.published()
    second = workflow.published(title="Ouvrir un bureau", territory="metropole-243500139")
    for practice in (first, second, first):
        assert client.get(practice.get_absolute_url()).status_code == 200
    assert len(pages._kept) == 1
