"""What is remembered must be what would be rendered."""

import pytest
from django.conf import settings

from aict.ui import remembered
from tests.people.factories import officer
from tests.practices.factories import practice

LIST = "/pratiques/"
QUERIES = [
    "",
    "q=terroir",
    "q=%3Cb%3E%22%27%26%C3%A9&tri=titre",
    "categorie=promotion&categorie=cooperation&tri=budget",
    "nature=projet&utm_source=a%22b",
    "categorie=cooperation",
]


@pytest.fixture(autouse=True)
def _forgotten():
    remembered._kept.clear()


class NeverKept(dict):
    def __setitem__(self, key, value):
        pass


@pytest.mark.django_db
@pytest.mark.parametrize("query", QUERIES)
def test_a_remembered_page_is_the_one_rendered_in_full(client, query, monkeypatch):
    for number in range(22):
        practice(category="promotion" if number else "internationalisation")
    client.get(LIST)
    client.get(f"{LIST}?q=autre&tri=titre")  # what is kept comes from other requests
    quick = client.get(f"{LIST}?{query}").content.decode()
    # A session, though nobody's: the page is rendered for that one request.
    client.cookies[settings.SESSION_COOKIE_NAME] = "inconnue"
    monkeypatch.setattr(remembered, "_kept", NeverKept())
    assert client.get(f"{LIST}?{query}").content.decode() == quick


@pytest.mark.django_db
def test_pages_of_one_template_are_remembered_as_one(client, monkeypatch):
    first, second = practice(title="L'une & <b>"), practice(title='L\'autre : "ici"')
    client.get(first.get_absolute_url())
    address = f"{second.get_absolute_url()}?a=%22'b"
    quick = client.get(address).content.decode()
    assert second.get_absolute_url() in quick
    client.cookies[settings.SESSION_COOKIE_NAME] = "inconnue"
    monkeypatch.setattr(remembered, "_kept", NeverKept())
    assert client.get(address).content.decode() == quick


@pytest.mark.django_db
def test_what_belongs_to_somebody_is_not_kept(client):
    client.force_login(officer(name="Ada"), "django.contrib.auth.backends.ModelBackend")
    assert "Mon espace" in client.get(LIST).content.decode()
    client.logout()
    assert "Se connecter" in client.get(LIST).content.decode()
    client.force_login(officer(), "django.contrib.auth.backends.ModelBackend")
    assert "Mon espace" in client.get(LIST).content.decode()
