"""Two officers write in two parts of one text at the same moment; then meet in the same part."""

import re

from playwright.sync_api import Page, expect

from aict.moderation import drafts
from tests.people import factories as people
from tests.practices import workflow
from tests.waiting import save_now

SAVED = re.compile("Brouillon enregistré à")


def part(page: Page, base: str, draft, slug: str) -> Page:
    page.goto(f"{base}/pratiques/{draft.token}/modifier/{slug}/")
    return page


def give(page: Page, base: str, draft, colleague, axe) -> None:
    """The team shares the text out."""
    page.goto(f"{base}/contributions/{draft.token}/qui-ecrit-quoi/")
    page.get_by_role("row", name="Les effets").get_by_role("link", name="Confier").click()
    page.get_by_label("Ou une personne inscrite").fill(colleague.email)
    page.get_by_role("button", name="Confier").click()
    expect(page.get_by_role("row", name="Les effets")).to_contain_text("Dominique Fictif")
    axe(page)


def test_two_hands_in_two_parts_lose_nothing(page, browser, live_server, sign_in, axe, troubles):
    officer, colleague = people.officer(), people.officer(name="Dominique Fictif")
    draft, base = workflow.draft(officer), live_server.url
    troubles.expect("status of 409")
    sign_in(officer)
    give(page, base, draft, colleague, axe)
    mine = part(page, base, draft, "transposer")
    other = browser.new_context(locale="fr-FR")
    sign_in(colleague, other)
    theirs = other.new_page()
    theirs.goto(f"{base}/compte/contributions/")
    axe(theirs)
    theirs.get_by_role("link", name="Section “Les effets”").click()
    theirs.locator("[name=local_impact]").fill("Quatre emplois.")
    save_now(theirs)
    expect(theirs.locator("[data-saved]")).to_contain_text(SAVED)
    mine.locator("[name=transfer_adapt]").fill("Le choix du salon.")
    save_now(mine)
    expect(mine.locator("[data-saved]")).to_contain_text(SAVED)
    told = drafts.text_in_hand(draft).data
    assert (told["local_impact"], told["transfer_adapt"]) == (
        "Quatre emplois.",
        "Le choix du salon.",
    )
    meet(part(mine, base, draft, "effets"), theirs, axe)
    assert drafts.text_in_hand(draft).data["local_impact"] == "Cinq emplois."
    other.close()


def meet(mine: Page, theirs: Page, axe) -> None:
    """In the same part: the second is told, compares, and chooses; a remark says why."""
    theirs.locator("[name=local_impact]").fill("Six emplois.")
    theirs.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(theirs.get_by_text("Brouillon enregistré.")).to_be_visible()
    mine.locator("[name=local_impact]").fill("Cinq emplois.")
    mine.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(mine.locator("main")).to_contain_text("Dominique Fictif a enregistré cette partie")
    expect(mine.locator("main")).to_contain_text("Six emplois.")
    mine.get_by_role("button", name="Enregistrer mon texte").click()
    mine.locator("summary", has_text="Laisser une remarque").click()
    mine.get_by_label("Votre remarque").fill("Cinq, d’après l’enquête.")
    mine.get_by_role("button", name="Garder cette remarque").click()
    expect(mine.get_by_text("Votre remarque est gardée.")).to_be_visible()
    expect(mine.get_by_text("Cinq, d’après l’enquête.")).to_be_visible()
    axe(mine)
    mine.get_by_role("button", name="C’est traité").click()
    expect(mine.get_by_role("button", name="Rouvrir")).to_be_visible()
