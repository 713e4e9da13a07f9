"""A place asked for on a phone without account, confirmed by mail, ticked at the door."""

from django.conf import settings
from playwright.sync_api import expect

from practices.events.models import Registration
from practices.events.registering import signed
from tests.events.factories import event
from tests.people import factories as people


def fits(page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_from_the_agenda_to_the_door(page, live_server, axe, sign_in, troubles, transactional_db):
    troubles.expect("status of 422")
    row = event(
        title="Atelier des rives",
        registrable=True,
        capacity=1,
        place="Salle des fêtes",
        categories=["cooperation"],
        sessions=[{"title": "Accueil", "speaker": "direction générale"}],
        fictional=True,
    )
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/agenda/")
    axe(page)
    assert fits(page)
    page.get_by_role("link", name="Atelier des rives").click()
    axe(page)
    assert fits(page)
    page.get_by_role("link", name="S’inscrire").click()
    page.get_by_label("Nom et prénom").fill("Ana Fictive")
    page.get_by_label("Collectivité ou organisme").fill("Ville fictive")
    page.get_by_role("button", name="M’inscrire").click()
    expect(page.get_by_role("link", name="Adresse électronique")).to_be_visible()
    page.get_by_label("Adresse électronique").fill("ana@exemple.example")
    page.get_by_role("button", name="M’inscrire").click()
    expect(page.get_by_text("ouvrez-le et confirmez")).to_be_visible()
    found = Registration.objects.get()
    page.goto(live_server.url + signed.address(found).removeprefix(settings.SITE_URL))
    axe(page)
    page.get_by_role("button", name="Je confirme mon inscription").click()
    expect(page.get_by_text("Inscription confirmée", exact=True)).to_be_visible()
    assert fits(page)
    sign_in(people.coordinator())
    page.goto(f"{live_server.url}{row.get_absolute_url()}inscriptions/")
    assert fits(page)
    page.get_by_role("button", name="Noter la présence").click()
    expect(page.get_by_role("button", name="Présent·e")).to_have_attribute("aria-pressed", "true")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    axe(page)
    assert Registration.objects.get().came
