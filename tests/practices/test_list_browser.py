"""The list in a real browser: filters that answer in place, the way back, and no script at all."""

import pytest

from practices.cards import CARDS
from practices.listing import PRACTICES
from tests.people.factories import country, territory
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server):
    PRACTICES.forget()
    CARDS.kept.clear()
    for number in range(21):
        practice(title=f"Chefs en tournée {number}", category="promotion", fictional=True)
    practice(
        title="Un barrage partagé",
        teaser="Deux rives, une eau.",
        category="cooperation",
        territory=territory("region", "84", "Auvergne-Rhône-Alpes"),
        countries=[country("MA", "Maroc", groups=["apd"])],
    )
    return f"{live_server.url}/pratiques/"


def checkbox(page, name):
    return page.get_by_role("group", name="Catégorie").get_by_label(name)


def test_a_filter_answers_in_place_and_the_way_back_too(page, address, axe):
    page.goto(address)
    count = page.get_by_role("status").first
    assert count.inner_text() == "22\u00a0pratiques"
    checkbox(page, "Coopération internationale").check()
    page.wait_for_url("**?categorie=cooperation")
    page.get_by_text("1\u00a0pratique", exact=True).wait_for()
    assert page.get_by_role("article").count() == 1
    assert page.evaluate("document.activeElement.value") == "cooperation"
    axe(page)
    page.go_back()
    page.get_by_text("22\u00a0pratiques", exact=True).wait_for()
    assert not checkbox(page, "Coopération internationale").is_checked()
    page.go_forward()
    page.get_by_text("1\u00a0pratique", exact=True).wait_for()
    page.get_by_role("link", name="Retirer le filtre Coopération internationale").click()
    page.get_by_text("22\u00a0pratiques", exact=True).wait_for()
    page.wait_for_url(address)


def test_words_pages_and_orders_answer_in_place(page, address):
    page.goto(address)
    page.locator("#q").fill("chefs")
    page.keyboard.press("Enter")
    page.get_by_text("21\u00a0pratiques", exact=True).wait_for()
    assert page.locator("mark").first.inner_text() == "Chefs"
    page.get_by_role("link", name="titre").click()
    page.wait_for_url("**tri=titre")
    page.get_by_role("link", name="Page suivante").click()
    page.wait_for_url("**page=2")
    page.get_by_role("article").nth(0).wait_for()
    assert page.evaluate("document.activeElement.id") == "resultats"
    # A filter keeps the words and the order, and goes back to the first page.
    checkbox(page, "Promotion du territoire").check()
    page.wait_for_url("**categorie=promotion**")
    assert "q=chefs" in page.url
    assert "tri=titre" in page.url
    assert "page" not in page.url.split("?")[1].replace("pratiques", "")


def test_a_misspelt_word_nothing_found_and_refusals(page, address, axe, troubles):
    page.goto(f"{address}?q=barage+cooperasion")
    assert page.get_by_role("article").count() == 1
    assert page.get_by_role("link", name="barrage coopération").is_visible()
    axe(page)
    page.goto(f"{address}?categorie=cooperation&nature=strategie")
    assert page.get_by_role("link", name="Sans le filtre « Nature »").is_visible()
    axe(page)
    troubles.expect("status of 400")
    page.goto(f"{address}?niveau=xyz")
    assert page.get_by_role("heading", name="Ce filtre n’existe pas").is_visible()
    axe(page)


def test_the_form_is_complete_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(address)
    checkbox(page, "Coopération internationale").check()
    page.get_by_role("button", name="Appliquer les filtres").click()
    assert page.url.endswith("?q=&categorie=cooperation")
    assert page.get_by_role("article").count() == 1
    context.close()


def test_filters_unfold_on_a_phone(page, address, axe):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    assert not checkbox(page, "Promotion du territoire").is_visible()
    page.get_by_role("link", name="Filtrer").click()
    checkbox(page, "Promotion du territoire").check()
    page.get_by_text("(1)").wait_for(state="attached")
    page.get_by_role("link", name="Voir les résultats").click()
    assert page.get_by_role("article").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    axe(page)
