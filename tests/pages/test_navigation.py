import re

import pytest
from django.template import Context, Template
from django.test import Client

from aict.pages import navigation
from aict.people.models import Role, User
from tests.people import factories as people


class Request:
    def __init__(self, path):
        self.path = path


def menu(tag, path, **context):
    template = Template(
        "{% load navigation %}{% "
        + tag
        + " as m %}{% for _, url, current in m %}{{ url }}={{ current }} {% endfor %}"
    )
    return template.render(Context({"request": Request(path), **context})).split()


@pytest.fixture
def everything_exists(monkeypatch):
    monkeypatch.setattr(navigation, "exists", lambda path: True)


def test_an_entry_shows_once_its_address_exists(monkeypatch):
    monkeypatch.setattr(navigation, "exists", lambda path: path == "/kit/")
    assert menu("main_menu", "/") == ["/kit/="]


@pytest.mark.usefixtures("everything_exists")
def test_the_entry_of_the_page_is_current():
    assert "/pratiques/=page" in menu("main_menu", "/pratiques/")
    assert "/pratiques/=true" in menu("main_menu", "/pratiques/une-saison/")
    assert "/pratiques/=" in menu("main_menu", "/")


@pytest.mark.usefixtures("everything_exists")
@pytest.mark.parametrize(
    ("role", "moderates"),
    [(Role.OFFICER, False), (Role.COORDINATOR, True), (Role.ADMINISTRATOR, True)],
)
def test_moderation_is_for_coordinators(role, moderates):
    found = menu("personal_menu", "/", user=User(email="a@exemple.fr", role=role))
    assert ("/moderation/=" in found) == moderates
    assert "/compte/contributions/=" in found


@pytest.mark.usefixtures("everything_exists")
def test_my_account_is_not_current_on_my_contributions():
    found = menu("personal_menu", "/compte/contributions/", user=User(email="a@exemple.fr"))
    assert "/compte/=" in found
    assert "/compte/contributions/=page" in found


def test_existence_follows_the_addresses_of_the_site():
    assert navigation.exists("/galerie/")
    assert not navigation.exists("/nulle-part/")


@pytest.mark.django_db
def test_the_kept_header_is_never_that_of_somebody(client, settings):
    settings.DEBUG = False
    user = User.objects.create_user("camille@exemple.fr", name="Camille Fictif")
    assert "Se connecter" in client.get("/aide/").content.decode()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert "Camille Fictif" in client.get("/aide/").content.decode()
    client.logout()
    after = client.get("/aide/").content.decode()
    assert "Camille Fictif" not in after
    assert "Se connecter" in after


@pytest.mark.django_db
def test_the_kept_header_follows_the_page(client):
    assert 'href="/pratiques/" aria-current="page"' in client.get("/pratiques/").content.decode()
    assert 'href="/pratiques/">' in client.get("/aide/").content.decode()


def test_a_kept_header_says_the_name_and_holds_the_key_of_each_one(db):
    ana, zoe = people.officer(name="Ana <b>"), people.officer(name="Zoé")
    for person, said, other in ((ana, "Ana &lt;b&gt;", "Zoé"), (zoe, "Zoé", "Ana &lt;b&gt;")):
        client = Client(enforce_csrf_checks=True)
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        header = client.get("/compte/").text.partition("<main")[0]
        assert header.count(f'<p class="menu-who">{said}</p>') == 2
        assert other not in header
        key = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', header)[1]
        assert client.post("/compte/deconnexion/", {"csrfmiddlewaretoken": key}).status_code == 302
