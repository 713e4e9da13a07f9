"""What only a browser can tell: axe in both themes, the menu, the theme, the rows, small screens."""

import pytest
from playwright.sync_api import expect

from tests.pages.test_pages import PAGES


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_and_nothing_overflows(page, live_server, axe, troubles, theme):
    troubles.expect("cannot be parsed")  # the gallery shows a faulty number
    page.emulate_media(color_scheme=theme)
    for path in PAGES:
        page.goto(live_server.url + path)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        axe(page)


def test_phone_menu_opens_and_escape_closes_it(page, live_server):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url)
    menu = page.locator(".menu-phone > summary")
    menu.press("Enter")
    link = page.locator(".menu-phone").get_by_role("link", name="Se connecter")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_phone_menu_opens_without_script(page, live_server):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url)
    page.locator(".menu-phone > summary").click()
    expect(page.locator(".menu-phone").get_by_role("link", name="Se connecter")).to_be_visible()


def test_the_chosen_theme_is_kept(page, live_server):
    page.emulate_media(color_scheme="light")
    page.goto(live_server.url)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("radio", name="Sombre").check()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(live_server.url + "/aide/")
    assert page.evaluate(paper) == dark
    page.get_by_role("radio", name="Automatique").check()
    assert page.evaluate(paper) == light


def test_rows_are_added_and_removed_in_place(page, live_server, troubles):
    troubles.expect("cannot be parsed")
    page.goto(live_server.url + "/galerie/")
    page.get_by_role("button", name="Ajouter une étape").click()
    third = page.get_by_role("group", name="Étape 3", exact=True)
    expect(third.get_by_label("Titre de l’étape")).to_be_focused()
    expect(page.locator("[name=etapes-TOTAL_FORMS]")).to_have_value("3")
    page.get_by_role("button", name="Retirer Étape 2").click()
    expect(page.locator("[name=etapes-1-DELETE]")).to_be_checked()
    expect(page.get_by_role("group", name="Étape 2", exact=True)).to_be_visible()
    expect(page.get_by_role("group", name="Étape 3", exact=True)).to_have_count(0)


def test_error_summary_takes_the_focus_and_leads_to_the_field(page, live_server, troubles):
    troubles.expect("cannot be parsed")
    page.goto(live_server.url + "/galerie/")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.get_by_role("link", name="Budget annuel").click()
    expect(page.get_by_label("Budget annuel")).to_be_focused()


def test_counter_follows_the_text(page, live_server, troubles):
    troubles.expect("cannot be parsed")
    page.goto(live_server.url + "/galerie/")
    counter = page.locator("[data-counter=id_title]")
    expect(counter).to_have_text("0 / 100")
    page.get_by_label("Titre", exact=True).fill("x" * 95)
    expect(counter).to_have_text("95 / 100")
    expect(counter).to_have_attribute("role", "status")


def test_first_tab_skips_to_the_content(page, live_server):
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
