"""A passkey in a real browser, with the authenticator Chromium simulates."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.people import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def phone(page):
    """An authenticator that always says yes; call it to make it refuse."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def refuse():
        session.send("WebAuthn.removeVirtualAuthenticator", added)

    return refuse


def test_add_a_passkey_then_enter_with_it_alone(page, live_server, sign_in, axe, phone, mailoutbox):
    officer = factories.officer()
    sign_in(officer)
    page.goto(f"{live_server.url}/compte/")
    page.get_by_role("link", name="Régler la deuxième étape").click()
    page.get_by_role("link", name="Ajouter une clé").click()
    page.get_by_label("Mot de passe").fill(factories.PASSWORD)
    page.get_by_role("button", name="Confirmer").click()
    axe(page)
    page.get_by_label("Nom de la clé").fill("Mon téléphone")
    page.get_by_label("Me connecter avec cette seule clé").check()
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_text("Votre clé est ajoutée")).to_be_visible()
    assert Authenticator.objects.filter(user=officer, type="webauthn").count() == 1
    axe(page)
    page.goto(f"{live_server.url}/compte/deux-etapes/cles/")
    expect(page.get_by_text("Mon téléphone").first).to_be_visible()
    axe(page)
    assert "Clé ajoutée" in mailoutbox[0].subject

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/compte/connexion/?next=/compte/profil/")
    page.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(page).to_have_url(f"{live_server.url}/compte/profil/")


def test_the_key_serves_as_second_step(page, live_server, sign_in, axe, phone):
    officer = factories.officer()
    sign_in(officer)
    page.goto(f"{live_server.url}/compte/deux-etapes/cles/ajouter/")
    page.get_by_label("Mot de passe").fill(factories.PASSWORD)
    page.get_by_role("button", name="Confirmer").click()
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_text("Votre clé est ajoutée")).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/compte/connexion/")
    page.get_by_label("Adresse électronique").fill(officer.email)
    page.get_by_label("Mot de passe", exact=True).fill(factories.PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Deuxième étape")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Utiliser ma clé").click()
    expect(page.get_by_text("Bonjour")).to_be_visible()


def test_a_key_that_does_not_answer_is_said(page, live_server, phone):
    phone()
    page.goto(f"{live_server.url}/compte/connexion/")
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('x', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(page.get_by_role("alert").get_by_text("La clé n’a pas répondu")).to_be_visible()
