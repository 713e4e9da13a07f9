"""Signing in with ProConnect, against a provider on the loopback."""

from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from django.conf import settings as configured

from aict.people import domains
from aict.people.models import User
from aict.people.proconnect import Provider
from tests.people import factories
from tests.people.identity_provider import CLIENT_ID, IdentityProvider
from tests.people.letters import code_in

pytestmark = pytest.mark.django_db
START = "/compte/proconnect/"


@pytest.fixture(scope="module")
def server():
    provider = IdentityProvider()
    yield provider
    provider.close()


@pytest.fixture
def provider(server, settings):
    registry.register(Provider)  # as a site does when it is configured
    server.reset()
    app = {
        "name": "ProConnect",
        "client_id": CLIENT_ID,
        "secret": "un-secret",
        "settings": {
            "server_url": server.url,
            "scope": ["openid", "email"],
            "auth_params": {"acr_values": "eidas1"},
        },
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"proconnect": {"APP": app}}
    return server


def come_back(client, start=START):
    """Go to the provider as a browser would, and return to the site: the callback's address."""
    there = client.get(start)
    back = requests.get(there.headers["Location"], allow_redirects=False, timeout=5)
    parts = urlsplit(back.headers["Location"])
    return f"{parts.path}?{parts.query}"


def refused(client, response) -> bool:
    told = response.content.decode()
    return (
        response.status_code == 401
        and "par prudence, personne n’a été connecté" in told
        and not SocialAccount.objects.exists()
        and "_auth_user_id" not in client.session
    )


def test_a_new_person_verifies_her_address_then_enters(client, provider, mailoutbox):
    response = client.get(come_back(client, f"{START}?next=/compte/profil/"))
    assert response.headers["Location"].startswith("/compte/inscription/verifier/")
    assert "_auth_user_id" not in client.session
    response = client.post(
        response.headers["Location"], {"code": code_in(mailoutbox[0]), "next": "/compte/profil/"}
    )
    assert response.headers["Location"] == "/compte/profil/"
    person = User.objects.get()
    assert (person.email, person.name) == ("agent@metro.example", "Ada Fédérée")
    assert not person.has_usable_password()
    kept = SocialAccount.objects.get().extra_data
    assert set(kept) == {"sub", "email", "siret"}


def test_the_next_time_she_enters_at_once(client, provider, mailoutbox):
    response = client.get(come_back(client))
    client.post(response.headers["Location"], {"code": code_in(mailoutbox[0])})
    other = type(client)()
    other.get(come_back(other))
    assert "_auth_user_id" in other.session
    assert User.objects.count() == 1


def test_what_is_asked_of_the_provider(client, provider):
    come_back(
        client, f"{START}?scope=admin&auth_params=redirect_uri%3Dhttps%3A%2F%2Fpirate.example"
    )
    asked = provider.asked
    assert len(asked["state"]) >= 32
    assert len(asked["nonce"]) >= 32
    assert asked["acr_values"] == "eidas1"
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert asked["redirect_uri"] == "http://testserver/compte/proconnect/retour/"
    first = (asked["state"], asked["nonce"])
    come_back(client)
    assert not set(first) & {provider.asked["state"], provider.asked["nonce"]}


@pytest.mark.parametrize("token", ["id_token", "userinfo"])
def test_a_wrong_signature_is_refused(client, provider, token):
    provider.forged = token
    assert refused(client, client.get(come_back(client)))


@pytest.mark.parametrize(
    ("token", "lie"),
    [
        ("id_token", {"nonce": "un-autre"}),
        ("id_token", {"aud": "un-autre-site"}),
        ("id_token", {"iss": "https://pirate.example"}),
        ("id_token", {"exp": 1_000_000_000}),
        ("id_token", {"sub": "quelqu-un-d-autre"}),
        ("userinfo", {"aud": "un-autre-site"}),
        ("userinfo", {"iss": "https://pirate.example"}),
        ("userinfo", {"sub": "quelqu-un-d-autre"}),
        ("userinfo", {"exp": 1_000_000_000}),
    ],
)
def test_a_lie_is_refused(client, provider, token, lie):
    provider.lies = {token: lie}
    assert refused(client, client.get(come_back(client)))


@pytest.mark.parametrize("kind", ["none", "HS256"])
def test_a_weak_signature_is_refused(client, provider, monkeypatch, kind):
    import jwt

    def weak(name, claims):
        usual = {"iss": provider.url, "aud": CLIENT_ID, "sub": "agent-1", "exp": 4_000_000_000}
        secret = None if kind == "none" else "x" * 64
        return jwt.encode({**usual, **claims}, secret, algorithm=kind, headers={"kid": "k1"})

    monkeypatch.setattr(provider, "signed", weak)
    assert refused(client, client.get(come_back(client)))


def test_a_userinfo_that_is_not_signed_is_refused(client, provider, monkeypatch):
    monkeypatch.setattr(provider, "userinfo", lambda: ("application/json", '{"sub": "agent-1"}'))
    assert refused(client, client.get(come_back(client)))


@pytest.mark.parametrize("page", ["/token", "/userinfo", "/jwks"])
def test_a_provider_that_breaks_down_is_said(client, provider, page):
    provider.down = page
    assert refused(client, client.get(come_back(client)))


def test_a_provider_that_does_not_answer_is_said(client, provider):
    provider.down = "/.well-known/openid-configuration"
    assert refused(client, client.get(START))


def test_a_state_serves_once_and_in_its_own_session(client, provider, mailoutbox):
    address = come_back(client)
    stranger = type(client)()
    assert stranger.get(address).status_code == 401
    client.get(address)
    assert client.get(address).status_code == 401


def test_cancelling_is_not_an_error(client, provider):
    query = urlsplit(come_back(client)).query
    state = query.partition("state=")[2]
    response = client.get(f"{START}retour/?error=access_denied&state={state}", follow=True)
    assert "annulé ProConnect" in response.content.decode()


def test_an_existing_account_is_never_taken_over(client, provider):
    officer = factories.officer(email="agent@metro.example")
    response = client.get(come_back(client))
    assert response.status_code == 409
    assert "déjà un compte" in response.content.decode()
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()
    officer.refresh_from_db()
    assert officer.has_usable_password()


def test_the_owner_links_it_herself_then_enters_with_it(client, provider, mailoutbox):
    officer = factories.officer(email="agent@metro.example")
    client.force_login(officer, "allauth.account.auth_backends.AuthenticationBackend")
    client.post("/compte/confirmer/", {"password": factories.PASSWORD})
    assert "Relier ProConnect" in client.get("/compte/proconnect/lien/").content.decode()
    client.get(come_back(client, f"{START}?process=connect"))
    assert SocialAccount.objects.get().user == officer
    assert mailoutbox[-1].subject == "[AICT éco] ProConnect relié"
    other = type(client)()
    other.get(come_back(other))
    assert other.session["_auth_user_id"] == str(officer.pk)
    page = client.get("/compte/proconnect/lien/").content.decode()
    assert "Délier" in page


def test_the_siret_suggests_the_territory(client, provider, mailoutbox):
    place = factories.territory(siren="200040715")
    response = client.get(come_back(client))
    client.post(response.headers["Location"], {"code": code_in(mailoutbox[0])})
    assert domains.suggested_territory(User.objects.get()) == place


def test_the_button_shows_only_when_it_is_configured(client, provider, settings):
    assert "ProConnect" in client.get("/compte/connexion/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "ProConnect" not in client.get("/compte/connexion/").content.decode()
    assert client.get(START).status_code == 404
    assert client.get(f"{START}retour/").status_code == 404
    assert configured.SOCIALACCOUNT_PROVIDERS == {}
