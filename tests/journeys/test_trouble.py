"""What goes wrong while one writes: no network, no session, two writers, two clicks, no script. Nothing is lost."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from aict.moderation import drafts
from aict.moderation.models import Contribution, JournalEntry
from tests.journeys.test_practice import TITLE, fill_essentials
from tests.people import factories as people
from tests.practices import workflow
from tests.waiting import save_now, until

KEPT = "gardé sur cet appareil"
OFFERED = "Un texte non enregistré"
SAVED = re.compile("Brouillon enregistré à")


@pytest.fixture
def officer(transactional_db):
    workflow.references()
    return people.officer(name="Camille Fictif")


@pytest.fixture
def draft(officer):
    return workflow.draft(officer)


@pytest.fixture
def writing(page: Page, live_server, sign_in, officer, draft) -> Page:
    """The officer in front of her draft."""
    sign_in(officer)
    page.goto(f"{live_server.url}/pratiques/{draft.token}/modifier/")
    return page


def text_of(contribution) -> dict:
    return drafts.text_in_hand(contribution).data


def state(page: Page):
    return page.locator("[data-saved]")


def come_back(page: Page, address: str) -> None:
    """The tab is closed without network; another day, it is opened again with it."""
    # Chromium's simulated absence of network ends a moment before the page does.
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)


def test_without_network_the_text_stays_on_the_device_and_comes_back(writing, draft, axe, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    writing.goto(writing.url.replace("modifier/", "modifier/recit/"))
    writing.context.set_offline(True)
    writing.locator("[name=context]").fill("Écrit dans le train.")
    writing.get_by_role("button", name="Ajouter : étape").click()
    writing.locator("[name=steps-0-title]").fill("Une étape de plus")
    save_now(writing)
    expect(state(writing)).to_contain_text(KEPT)
    axe(writing)
    writing.get_by_role("button", name="Continuer", exact=True).last.click()
    expect(writing.locator("[name=context]")).to_have_value("Écrit dans le train.")
    address = writing.url
    come_back(writing, address)
    expect(writing.get_by_text(OFFERED)).to_be_visible()
    axe(writing)
    writing.get_by_role("button", name="Le reprendre").click()
    expect(state(writing)).to_contain_text("Texte repris et enregistré")
    expect(writing.locator("[name=context]")).to_have_value("Écrit dans le train.")
    expect(writing.locator("[name=steps-0-title]")).to_have_value("Une étape de plus")
    assert text_of(draft)["steps"][0]["title"] == "Une étape de plus"
    writing.reload()
    expect(writing.get_by_text(OFFERED)).to_have_count(0)


def test_back_on_line_the_draft_is_saved_by_itself(writing, draft, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    writing.context.set_offline(True)
    writing.get_by_label("Titre").fill("Un autre titre")
    expect(state(writing)).to_contain_text(KEPT)
    writing.context.set_offline(False)
    expect(state(writing)).to_contain_text(SAVED)
    assert text_of(draft)["title"] == "Un autre titre"


def test_a_new_text_written_without_network_is_offered_on_the_next_visit(
    page, live_server, sign_in, officer, troubles, axe
):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    sign_in(officer)
    page.goto(f"{live_server.url}/pratiques/proposer/")
    page.context.set_offline(True)
    page.get_by_label("Titre").fill(TITLE)
    page.get_by_label("Internationalisation des entreprises").check()
    page.get_by_label("Salons").check()
    save_now(page)
    expect(state(page)).to_contain_text(KEPT)
    come_back(page, f"{live_server.url}/pratiques/proposer/")
    page.get_by_role("button", name="Le reprendre").click()
    expect(page.get_by_label("Titre")).to_have_value(TITLE)
    expect(page.get_by_label("Salons")).to_be_checked()
    expect(page).to_have_url(re.compile("/modifier/"))
    assert Contribution.objects.get().title == TITLE
    # On a shared computer it would not be offered to a colleague.
    page.goto(f"{live_server.url}/pratiques/proposer/")
    page.context.set_offline(True)
    page.get_by_label("Titre").fill("Un secret")
    save_now(page)
    expect(state(page)).to_contain_text(KEPT)
    sign_in(people.officer())
    come_back(page, f"{live_server.url}/pratiques/proposer/")
    expect(page.get_by_label("Titre")).to_be_visible()
    expect(page.get_by_text(OFFERED)).to_have_count(0)


def test_signed_out_elsewhere_one_signs_in_again_and_goes_on(
    writing, draft, officer, axe, troubles
):
    # What looks for similar titles meets the sign-in page, and leaves it alone.
    troubles.expect("Failed to fetch|ERR_FAILED|Failed to load resource")
    Session.objects.all().delete()
    writing.get_by_label("Titre").fill("Écrit sans session")
    expect(state(writing)).to_contain_text("Vous êtes déconnecté·e")
    link = writing.get_by_role("link", name="Se reconnecter")
    writing.wait_for_load_state("networkidle")
    expect(writing.get_by_role("main")).to_have_count(1)
    axe(writing)
    with writing.context.expect_page() as opened:
        link.click()
    login = opened.value
    expect(login).to_have_url(re.compile(r"/compte/connexion/\?next=%2Fpratiques%2F"))
    login.get_by_label("Adresse électronique").fill(officer.email)
    login.get_by_label("Mot de passe", exact=True).fill(people.PASSWORD)
    login.get_by_role("button", name="Se connecter", exact=True).click()
    expect(login).to_have_url(re.compile("/modifier/"))
    login.close()
    writing.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(state(writing)).to_contain_text(SAVED)
    assert text_of(draft)["title"] == "Écrit sans session"
    # The key of forms has changed with the session: this page's own still works.
    writing.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(writing.get_by_text("Brouillon enregistré.")).to_be_visible()


def test_a_conflict_is_told_and_both_texts_are_there(writing, draft, axe, troubles):
    troubles.expect("status of 409")
    colleague = people.officer(name="Dominique Fictif")
    draft.editors.add(colleague)
    # Something required is missing: it must not keep the page from leaving.
    drafts.save(draft, {"teaser": "La phrase de Dominique.", "benefit": ""}, 1, colleague)
    writing.get_by_label("En une phrase").fill("Ma phrase.")
    writing.get_by_label("Ce que cela a apporté ici").fill("")
    save_now(writing)
    expect(state(writing)).to_contain_text("Enregistrez pour comparer")
    writing.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(writing.get_by_role("heading", level=1)).to_have_text("Deux textes différents")
    expect(writing.locator("main")).to_contain_text("La phrase de Dominique.")
    expect(writing.locator("main")).to_contain_text("Ma phrase.")
    axe(writing)
    writing.get_by_role("button", name="Enregistrer mon texte").click()
    expect(writing.get_by_label("En une phrase")).to_have_value("Ma phrase.")
    assert text_of(draft)["teaser"] == "Ma phrase."


def test_leaving_while_a_save_is_on_its_way_is_no_conflict_with_oneself(writing, draft):
    late = []

    def slow(route):
        if route.request.headers.get("x-autosave") and not late:
            late.append(route)
        else:
            route.continue_()

    writing.route("**/modifier/**", slow)
    writing.get_by_label("Titre").fill("Presque fini")
    save_now(writing)
    until(writing, lambda: late)
    writing.get_by_role("button", name="Enregistrer le brouillon").click()
    late[0].continue_()
    expect(writing.get_by_text("Brouillon enregistré.")).to_be_visible()
    assert text_of(draft)["title"] == "Presque fini"
    assert drafts.text_in_hand(draft).lock_no == 3


def test_a_double_click_submits_once(writing, draft):
    writing.goto(writing.url.replace("modifier/", "verifier/"))
    writing.get_by_role("button", name="Soumettre").dblclick()
    expect(writing.get_by_text("C’est soumis.")).to_be_visible()
    assert JournalEntry.objects.get().transition == "submit"


@pytest.fixture
def plain(browser, browser_context_args, live_server, officer):
    """A browser that runs no script."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/pratiques/proposer/")
    yield page
    context.close()


def test_without_script_the_whole_deposit_works(plain):
    fill_essentials(plain)
    plain.get_by_label("Ce que cela a apporté ici").fill("Des contrats.")
    plain.get_by_role("button", name="Continuer", exact=True).last.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Vérifiez, puis soumettez")
    plain.get_by_role("link", name="Le récit").first.click()
    for number, title in enumerate(("Choisir", "Partir")):
        plain.get_by_role("button", name="Ajouter : étape").click()
        plain.locator(f"[name=steps-{number}-title]").fill(title)
        plain.locator(f"[name=steps-{number}-text]").fill("Dit en une phrase.")
    plain.get_by_role("button", name="Retirer Étape 1").click()
    expect(plain.locator("[name=steps-0-title]")).to_have_value("Partir")
    expect(plain.locator("[name=steps-1-title]")).to_have_count(0)
    plain.get_by_role("button", name="Enregistrer le brouillon").click()
    plain.goto(re.sub("modifier/.*", "verifier/", plain.url))
    plain.get_by_role("button", name="Soumettre").click()
    expect(plain.get_by_text("C’est soumis.")).to_be_visible()
    contribution = Contribution.objects.get()
    assert contribution.state == "submitted"
    assert [step["title"] for step in text_of(contribution)["steps"]] == ["Partir"]
