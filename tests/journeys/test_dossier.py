"""An officer composes a dossier for her elected official, who reads it on a phone; then the link is cut."""

import pytest
from playwright.sync_api import Page, expect

from practices.dossiers.models import DossierShare
from tests.partnerships import funding
from tests.people import factories as people
from tests.practices import workflow

PHONE = {"width": 360, "height": 740}
ASK = "Autoriser l’envoi de dix entreprises au salon, pour 48 000 €."


@pytest.fixture
def officer(transactional_db):
    workflow.published(data=workflow.full())
    funding.published(title="Fonds des deux rives")
    return people.officer(name="Camille Fictif")


def gather(page: Page, axe) -> None:
    """From the page of a practice, a new dossier; from that of a funding line, the same one."""
    page.get_by_role("link", name="Ajouter à un dossier").first.click()
    axe(page)
    page.get_by_label("Titre du nouveau dossier").fill("Aller au salon")
    page.get_by_label("Pourquoi celle-ci").fill("Une métropole de notre taille.")
    page.get_by_role("button", name="Ajouter", exact=True).click()
    expect(page.get_by_text("C’est dans le dossier")).to_be_visible()
    page.get_by_role("link", name="Un financement").click()
    page.get_by_role("link", name="Fonds des deux rives").click()
    page.get_by_role("link", name="Ajouter à un dossier").first.click()
    expect(page.get_by_label("Aller au salon")).to_be_checked()
    axe(page)
    page.get_by_role("button", name="Ajouter", exact=True).click()


def write(page: Page, axe) -> None:
    expect(page.get_by_text("Écrivez ce qui est à décider")).to_be_visible()
    axe(page)
    page.get_by_label("Ce qui est à décider").fill(ASK)
    # A crash, an expired session: what was typed comes back.
    page.reload()
    page.get_by_role("button", name="Le reprendre").click()
    expect(page.get_by_label("Ce qui est à décider")).to_have_value(ASK)
    page.get_by_label("Pour qui").fill("Délégation à l’économie")
    page.get_by_label("Qui appeler").fill("La direction de l’économie")
    page.get_by_label("Téléphone").fill("04 65 71 00 12")
    page.get_by_role("button", name="Monter Fonds des deux rives").click()
    expect(page.locator("#pieces h3").first).to_have_text("Fonds des deux rives")
    expect(page.get_by_label("Ce qui est à décider")).to_have_value(ASK)
    expect(page.get_by_role("button", name="Le reprendre")).to_have_count(0)
    page.get_by_role("button", name="Descendre Fonds des deux rives").click()
    expect(page.locator("#pieces h3").last).to_have_text("Fonds des deux rives")


def share(page: Page, axe) -> str:
    """The address that is sent."""
    page.get_by_role("link", name="Partager").click()
    axe(page)
    page.get_by_label("Pour mémoire").fill("Vice-présidence à l’économie")
    page.get_by_role("button", name="Faire le lien").click()
    expect(page.get_by_role("heading", name="Vice-présidence")).to_be_visible()
    axe(page)
    return page.get_by_role("link", name="Ouvrir").get_attribute("href") or ""


def read_on_a_phone(page: Page, axe) -> None:
    expect(page.get_by_role("heading", name="Ce qu’on vous demande de décider")).to_be_visible()
    # What is asked and by when are read before any gesture.
    asked = page.get_by_text("Autoriser l’envoi de dix entreprises").bounding_box()
    assert asked
    assert asked["y"] < PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    for words in (
        "Une métropole de notre taille.",
        "Trois contrats signés",
        "Fonds des deux rives",
    ):
        expect(page.get_by_text(words).first).to_be_visible()
    assert page.get_by_role("link", name="04 65 71 00 12").get_attribute("href") == "tel:0465710012"
    axe(page)


def test_an_officer_composes_a_dossier_that_an_official_reads_on_a_phone(
    page: Page, live_server, context, sign_in, officer, axe, settings, troubles
):
    settings.SITE_URL = live_server.url
    sign_in(officer)
    page.goto(f"{live_server.url}/pratiques/accompagner-dix-entreprises-sur-un-salon/")
    gather(page, axe)
    write(page, axe)
    address = share(page, axe)

    context.clear_cookies()
    page.set_viewport_size(PHONE)
    with page.expect_response("**/lecture/"):
        page.goto(address)
    read_on_a_phone(page, axe)
    assert DossierShare.objects.get().openings == 1
    page.goto(f"{live_server.url}/pratiques/comparer/?p=accompagner-dix-entreprises-sur-un-salon")
    axe(page)

    sign_in(officer)
    page.goto(f"{live_server.url}/compte/dossiers/")
    axe(page)
    page.get_by_role("link", name="Aller au salon").click()
    page.get_by_role("link", name="Partager").click()
    page.get_by_role("button", name="Couper ce lien").click()
    expect(page.get_by_text("Le lien est coupé")).to_be_visible()

    context.clear_cookies()
    troubles.expect("status of 410")
    page.goto(address)
    expect(page.get_by_role("heading", name="Ce dossier n’est plus partagé")).to_be_visible()
    expect(page.get_by_text("Aller au salon")).to_have_count(0)
    axe(page)
