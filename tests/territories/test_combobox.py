import pytest
from playwright.sync_api import expect

from tests.territories.factories import load_small

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.territories.pages"),
]


@pytest.fixture
def address(live_server):
    load_small()
    return f"{live_server.url}/essai/"


def test_one_is_chosen_with_the_keyboard(page, address, axe):
    page.goto(address)
    field = page.get_by_role("combobox", name="Collectivité porteuse")
    axe(page)
    field.press_sequentially("st etiene")
    first = page.get_by_role("option", name="Saint-Étienne Commune · Loire")
    expect(first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("2 propositions")).to_be_attached()
    field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    axe(page)
    field.press("Enter")
    expect(field).to_have_value("Saint-Étienne (Commune · Loire)")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Saint-Étienne")


def test_escape_closes_and_keeps_the_text(page, address):
    page.goto(address)
    field = page.get_by_role("combobox", name="Collectivité porteuse")
    field.press_sequentially("grenob")
    expect(page.get_by_role("listbox", name="Propositions")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox", name="Propositions")).to_be_hidden()
    expect(field).to_have_value("grenob")


def test_several_are_added_and_removed(page, address, axe):
    page.goto(address)
    field = page.get_by_role("combobox", name="Pays partenaires")
    for typed, name in (("maro", "Maroc"), ("senegal", "Sénégal"), ("namib", "Namibie")):
        field.press_sequentially(typed)
        page.get_by_role("option", name=name).click()
        expect(page.get_by_role("checkbox", name=name)).to_be_checked()
    axe(page)
    page.get_by_role("checkbox", name="Sénégal").press("Space")
    expect(page.get_by_role("checkbox", name="Sénégal")).to_have_count(0)
    expect(field).to_be_focused()
    field.press("Backspace")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    page.get_by_role("combobox", name="Collectivité porteuse").fill("Grenoble")
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Grenoble + Maroc")


def test_what_the_list_lacks_is_kept(page, address):
    page.goto(address)
    field = page.get_by_role("combobox", name="Collectivité porteuse")
    field.press_sequentially("Grenobl du Sud")
    page.get_by_role("option", name="Garder « Grenobl du Sud », absent de la liste").click()
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Grenobl du Sud")


def test_namesakes_are_asked_about(page, address, axe):
    page.goto(address)
    page.get_by_role("combobox", name="Collectivité porteuse").fill("Saint-Denis")
    page.get_by_role("button", name="Continuer").click()
    axe(page)
    page.get_by_role("radio", name="Saint-Denis Commune · La Réunion").check()
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Saint-Denis")


def test_without_script(browser, address, axe):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Collectivité porteuse").fill("grenoble")
    page.get_by_label("Pays partenaires").fill("maroc ; sénégal")
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Grenoble + Maroc + Sénégal")
    page.get_by_label("Sénégal").uncheck()
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("#fait")).to_have_text("Grenoble + Maroc")
    context.close()
