"""The main job: an officer deposits a practice, coordinators moderate it, anyone finds it.

The pages that anyone reads are checked by axe in test_reading_page and practices/test_list_browser."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from aict.moderation.models import Contribution
from tests.people import factories as people
from tests.practices import workflow

TITLE = "Accompagner dix entreprises sur un salon"


@pytest.fixture
def cast(transactional_db):
    """The people of the journey; the second coordinator decides on the update."""
    workflow.references()
    return {
        "officer": people.officer(name="Camille Fictif"),
        "coordinator": people.coordinator(name="Florence Fictif"),
        "second": people.coordinator(name="Maxime Fictif"),
    }


@pytest.fixture
def visit(page: Page, live_server, axe):
    """Go to an address and check that the page is accessible."""

    def go(path: str) -> Page:
        page.goto(live_server.url + path)
        axe(page)
        return page

    return go


def fill_essentials(page: Page) -> None:
    page.get_by_label("Projet", exact=True).check()
    page.get_by_label("Titre").fill(TITLE)
    page.get_by_label("En une phrase").fill("Un pavillon commun et un suivi de six mois.")
    page.get_by_label("Internationalisation des entreprises").check()
    page.get_by_label("L’essentiel").fill("Dix entreprises, un salon, un suivi.")
    page.get_by_label("Salons").check()
    page.get_by_label("Coût").select_option("10-50k")
    page.get_by_label("La collectivité autorise").check()
    page.get_by_label("Fonction de la personne").fill("Direction générale des services")


def decide(page: Page, decision: str) -> None:
    page.get_by_label(decision).check()
    page.get_by_role("button", name="Enregistrer la décision").click()
    expect(page.get_by_role("heading", name="Modération")).to_be_visible()


def deposit(page: Page, visit) -> Contribution:
    visit("/pratiques/proposer/")
    fill_essentials(page)
    expect(page.locator("[data-saved]")).to_contain_text("Brouillon enregistré à")
    page.get_by_role("button", name="Continuer", exact=True).last.click()
    expect(page.get_by_role("alert")).to_contain_text("Ce que cela a apporté ici")
    page.get_by_label("Ce que cela a apporté ici").fill("Des contrats.")
    page.get_by_role("button", name="Continuer", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vérifiez, puis soumettez")
    page.get_by_role("button", name="Soumettre").click()
    expect(page.get_by_text("C’est soumis.")).to_be_visible()
    return Contribution.objects.get()


def ask_for_a_correction(page: Page, visit) -> None:
    visit("/moderation/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Faire corriger\u202f: Ce que cela a apporté ici").click()
    expect(page.get_by_label("Passage").first).to_have_value("benefit")
    page.get_by_label("Motif").first.select_option(label="Incomplet")
    page.get_by_label("Demande", exact=True).first.fill("Combien de contrats ?")
    decide(page, "Demander des corrections")


def correct(page: Page, visit, own: str) -> None:
    visit(own)
    page.get_by_role("link", name="Combien de contrats").click()
    page.get_by_label("Ce que cela a apporté ici").fill("Trois contrats signés.")
    page.get_by_role("button", name="Continuer", exact=True).last.click()
    page.get_by_role("button", name="Soumettre").click()
    expect(page.get_by_text("C’est soumis.")).to_be_visible()


def find_with_a_misspelt_word(page: Page, site: str) -> str:
    page.context.clear_cookies()
    page.goto(f"{site}/pratiques/")
    page.locator("main").get_by_role("searchbox").fill("acompagner entreprize")
    page.locator("main").get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("q=acompagner"))
    expect(page.locator("main").get_by_role("status").first).to_contain_text("1")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    public = page.url
    page.get_by_role("link", name="Brief élu·e").click()
    address = page.get_by_role("link", name="Garder en PDF").get_attribute("href")
    answer = page.request.get(urljoin(page.url, address))
    assert answer.body().startswith(b"%PDF")
    return public


def update(page: Page, visit, token) -> None:
    visit(f"/pratiques/{token}/modifier/")
    page.get_by_label("Ce que cela a apporté ici").fill("Neuf contrats signés.")
    page.get_by_role("button", name="Continuer", exact=True).last.click()
    page.get_by_label("Ce qui change, en une phrase").fill("Les chiffres de la deuxième année.")
    page.get_by_role("button", name="Soumettre").click()
    expect(page.get_by_text("C’est soumis.")).to_be_visible()


def test_a_practice_is_deposited_corrected_published_found_updated_and_restored(
    page, live_server, visit, cast, sign_in, troubles
):
    troubles.expect("status of 422")
    sign_in(cast["officer"])
    contribution = deposit(page, visit)
    own, review = f"/contributions/{contribution.token}/", f"/moderation/{contribution.token}/"
    sign_in(cast["coordinator"])
    ask_for_a_correction(page, visit)
    sign_in(cast["officer"])
    correct(page, visit, own)
    sign_in(cast["coordinator"])
    visit(review)
    decide(page, "Publier")
    public = find_with_a_misspelt_word(page, live_server.url)

    sign_in(cast["officer"])
    update(page, visit, contribution.token)
    page.goto(public)
    expect(page.locator("main")).to_contain_text("Trois contrats signés.")
    sign_in(cast["second"])
    visit(review)
    expect(page.locator("ins").first).to_contain_text("Neuf")
    decide(page, "Publier")
    page.goto(public)
    expect(page.locator("main")).to_contain_text("Neuf contrats signés.")

    sign_in(cast["officer"])
    visit(f"{own}versions/?ancienne=1&nouvelle=3")
    expect(page.locator("del").first).to_be_visible()
    page.get_by_role("button", name="Reprendre la version 1").click()
    expect(page.locator("main")).to_contain_text("Des contrats.")
