"""A fiche-repère, by several hands: drafted, read by a second person, published, improved by an officer
who proposes, published again with its note, and taken away as a PDF."""

import io
import re

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from aict.moderation import drafts
from aict.moderation.models import Contribution, Proposal
from practices.sheets.listing import SHEETS
from tests.people import factories as people
from tests.sheets import workflow

TITLE = "Gastronomie et terroir"
ASIDE = ("title", "teaser", "categories", "in_brief")


@pytest.fixture
def cast(transactional_db):
    SHEETS.forget()
    return {
        "author": people.coordinator(name="Florence Fictif"),
        "judge": people.coordinator(name="Maxime Fictif"),
        "reader": people.officer(name="Lise Fictif"),
        "officer": people.officer(name="Camille Fictif"),
    }


@pytest.fixture
def visit(page: Page, live_server, axe):
    """Go to an address and check, once for each kind of page, that it is accessible."""
    checked = set()

    def go(path: str) -> Page:
        page.goto(live_server.url + path)
        kind = re.sub(r"[0-9a-f-]{36}", "*", path)
        if kind not in checked:
            axe(page)
        checked.add(kind)
        return page

    return go


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continuer", exact=True).last.click()


def draft(page: Page, visit, author) -> Contribution:
    """The first sections in the browser; the others as colleagues would have filled them."""
    visit("/fiches-reperes/proposer/")
    page.get_by_label("Titre").fill(TITLE)
    page.get_by_label("En une phrase").fill("Vendre ce que l’on mange.")
    page.get_by_label("Promotion du territoire").check()
    go_on(page)
    page.get_by_label("En bref").fill("Choisir un pays.\nPartir des producteurs.")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("3 lignes exactement")
    page.get_by_label("En bref").fill("Choisir un pays.\nPartir des producteurs.\nCompter.")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("La définition")
    made = Contribution.objects.get()
    rest = {k: v for k, v in workflow.full(goals=[]).items() if k not in ASIDE}
    drafts.save(made, rest, drafts.text_in_hand(made).lock_no, author)
    return made


def submit(page: Page, visit, made: Contribution, note: str = "") -> None:
    visit(f"/fiches-reperes/{made.token}/verifier/")
    if note:
        page.get_by_label("Ce qui change, en une phrase").fill(note)
    page.get_by_role("button", name="Soumettre").click()
    expect(page.get_by_text("C’est soumis.")).to_be_visible()


def ask_to_read(page: Page, visit, made: Contribution, reader) -> None:
    visit(f"/moderation/{made.token}/")
    expect(page.get_by_text("Pas encore publiable")).to_be_visible()
    page.get_by_label("Ou une personne inscrite").fill(reader.email)
    page.get_by_role("button", name="Demander", exact=True).click()
    expect(page.get_by_text("peut lire ce texte")).to_be_visible()


def read(page: Page, visit, made: Contribution, words: str) -> None:
    visit(f"/contributions/{made.token}/relecture/")
    if words:
        page.get_by_label("Vos remarques").fill(words)
    page.get_by_role("button", name="Envoyer" if words else "Rien à redire").click()
    expect(page.get_by_text("Merci de votre lecture.").first).to_be_visible()


def publish(page: Page, visit, made: Contribution) -> None:
    visit(f"/moderation/{made.token}/")
    page.get_by_label("Publier").check()
    page.get_by_role("button", name="Enregistrer la décision").click()
    expect(page.get_by_role("heading", name="Modération")).to_be_visible()


def propose(page: Page, visit, axe, public: str) -> None:
    visit(public)
    page.get_by_role("link", name="Proposer une modification").first.click()
    page.get_by_role("link", name="Les objectifs").click()
    axe(page)
    page.get_by_label("Objectifs possibles").fill("Vendre mieux\nFormer des apprentis")
    page.get_by_label("Pourquoi ce changement").fill("Deux lycées nous le demandent.")
    page.get_by_role("button", name="Envoyer ma proposition").click()
    expect(page.get_by_text("Votre proposition est partie.")).to_be_visible()


def take(page: Page, visit) -> None:
    visit(f"/propositions/{Proposal.objects.get().pk}/")
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("button", name="Reprendre dans le brouillon").click()
    expect(page.get_by_text("La proposition est reprise")).to_be_visible()


def test_a_fiche_is_drafted_read_published_improved_and_printed(
    page, visit, cast, sign_in, axe, troubles
):
    troubles.expect("status of 422")
    sign_in(cast["author"])
    made = draft(page, visit, cast["author"])
    submit(page, visit, made)
    sign_in(cast["judge"])
    ask_to_read(page, visit, made, cast["reader"])
    sign_in(cast["reader"])
    read(page, visit, made, "")
    sign_in(cast["judge"])
    publish(page, visit, made)

    public = "/fiches-reperes/gastronomie-et-terroir/"
    sign_in(cast["officer"])
    propose(page, visit, axe, public)
    sign_in(cast["author"])
    take(page, visit)
    submit(page, visit, made, note="Former des apprentis devient un objectif.")
    sign_in(cast["judge"])
    ask_to_read(page, visit, made, cast["reader"])
    sign_in(cast["reader"])
    read(page, visit, made, "Très juste.")
    sign_in(cast["judge"])
    publish(page, visit, made)

    page.context.clear_cookies()
    visit(public)
    expect(page.locator("#objectifs")).to_contain_text("Former des apprentis")
    expect(page.locator("#versions")).to_contain_text("Former des apprentis devient un objectif.")
    expect(page.locator(".hero-owner")).to_contain_text(re.compile("Version 2"))
    address = page.get_by_role("link", name="La fiche en PDF").get_attribute("href")
    answer = page.request.get(f"{page.url.partition('/fiches-reperes/')[0]}{address}")
    with pikepdf.open(io.BytesIO(answer.body())) as pdf:
        assert str(pdf.docinfo.Title) == TITLE
        assert len(pdf.pages) >= 2
