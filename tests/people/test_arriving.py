"""The journey of someone who arrives: an account, a declared service, a coordinator who confirms."""

import pytest
from playwright.sync_api import expect

from aict.people.models import Membership
from tests.people import factories
from tests.people.letters import code_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_sign_up_to_a_confirmed_membership(page, live_server, axe, sign_in, mailoutbox):
    place, service = factories.territory(), factories.service()
    coordinator = factories.coordinator(name="Florence Martin")
    sign_up(page, live_server.url, axe, mailoutbox)
    declare(page, live_server.url, axe, place, service)

    page.context.clear_cookies()
    sign_in(coordinator)
    confirm(page, live_server.url, axe)

    membership = Membership.objects.confirmed().get()
    assert (membership.user.email, membership.territory) == ("ada@metro.example", place)
    page.context.clear_cookies()
    sign_in(membership.user)
    page.goto(f"{live_server.url}/compte/")
    expect(page.get_by_text("Confirmée", exact=True)).to_be_visible()


def sign_up(page, site, axe, mailoutbox):
    page.goto(f"{site}/compte/profil/")  # asks to sign in, and remembers where
    page.get_by_role("link", name="Créer un compte").click()
    axe(page)
    page.get_by_label("Adresse électronique").fill("ada@metro.example")
    page.get_by_role("button", name="Créer mon compte").click()
    expect(page.get_by_role("heading", name="Une réponse est à reprendre")).to_be_visible()
    axe(page)
    page.get_by_label("Prénom et nom").fill("Ada Neuve")
    page.get_by_role("button", name="Créer mon compte").click()
    expect(page.get_by_role("heading", name="Saisissez le code reçu")).to_be_visible()
    axe(page)
    page.get_by_label("Code").fill(code_in(mailoutbox[0]))
    page.get_by_role("button", name="Valider le code").click()
    expect(page).to_have_url(f"{site}/compte/profil/")


def declare(page, site, axe, place, service):
    page.goto(f"{site}/compte/")
    axe(page)
    page.get_by_role("link", name="Déclarer ma collectivité").click()
    axe(page)
    page.get_by_label("Votre collectivité").press_sequentially("grenoble alpes")
    page.get_by_role("option", name=place.name).click()
    axe(page)
    page.get_by_label("Votre service").select_option(service.slug)
    page.get_by_role("button", name="Envoyer à la coordination").click()
    expect(page.get_by_text("En attente de la coordination")).to_be_visible()
    axe(page)


def confirm(page, site, axe):
    page.goto(f"{site}/compte/")
    page.get_by_role("link", name="Une appartenance attend votre décision").click()
    axe(page)
    page.get_by_role("button", name="Confirmer Ada Neuve").click()
    expect(page.get_by_text("Ada Neuve est prévenu·e")).to_be_visible()
    expect(page.get_by_role("heading", name="Personne n’attend")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Confirmées").click()
    expect(page.get_by_text("par Florence Martin")).to_be_visible()
    axe(page)


def test_the_same_by_keyboard_on_a_narrow_screen_without_script(browser, live_server, mailoutbox):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{live_server.url}/compte/inscription/")
    page.get_by_label("Adresse électronique").focus()
    for text in ("ada@metro.example", "Ada Neuve"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Saisissez le code reçu")).to_be_visible()
    page.get_by_label("Code").fill(code_in(mailoutbox[0]))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ada Neuve")).to_be_visible()
    width = page.locator("main").bounding_box()["width"]
    assert width <= 320
    context.close()
