"""The map with the keyboard alone: reach a town, see its links, come back; then filter."""

import pytest
from playwright.sync_api import expect

from partnerships.listing import PARTNERSHIPS
from tests.partnerships.factories import abroad, partnership
from tests.people.factories import territory


@pytest.fixture
def links(transactional_db):
    PARTNERSHIPS.forget()
    grenoble = territory("commune", "38185", "Grenoble", latitude=45.19, longitude=5.72)
    lyon = territory("commune", "69123", "Lyon", latitude=45.76, longitude=4.83)
    sfax = abroad("Sfax", "2467454", "TN", "Tunisie", latitude=34.74, longitude=10.76)
    quebec = abroad("Québec", "6325494", "CA", "Canada", latitude=46.81, longitude=-71.21)
    partnership(parties=[grenoble, sfax], title="Grenoble – Sfax", form="jumelage")
    partnership(parties=[lyon, quebec], title="Lyon – Québec")


def test_map_with_the_keyboard(page, live_server, links, axe):
    page.goto(f"{live_server.url}/partenariats/carte/")
    marks = page.locator(".atlas-live .mark")
    expect(marks).to_have_count(2)
    axe(page)
    page.locator('.atlas-live .mark[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".atlas-live .mark:focus")).to_have_attribute(
        "aria-label", "Québec, Canada, 1 partenariat"
    )
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/partenariats/carte/?territoire=etranger-6325494")
    expect(page.locator(".atlas-live .arcs path")).to_have_count(1)
    expect(page.locator("#fiche h2")).to_have_text("Québec")
    expect(page.get_by_label("Les liens d’un territoire")).to_have_value("Québec")
    page.locator(".atlas-live").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".atlas-live .arcs path")).to_have_count(0)
    page.get_by_role("link", name="Filtrer").click()
    page.get_by_label("Jumelage").check()
    expect(marks).to_have_count(1)
    expect(page.locator("#liste")).to_contain_text("Grenoble – Sfax")
    axe(page)
    page.emulate_media(media="print")
    expect(page.locator(".atlas-drawing")).to_be_visible()
    expect(page.locator(".atlas-live")).to_be_hidden()


def test_france_and_territories_on_a_phone(page, live_server, links, axe):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/partenariats/carte/france/")
    together = page.locator(".atlas-live .mark.here", has_text="2")
    expect(together).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    together.click()
    page.get_by_role("button", name="Lyon, 1 partenariat", exact=True).click()
    expect(page.locator("#fiche li").first).to_have_text("Québec Canada")
    axe(page)


def test_a_territory_is_accessible(page, live_server, links, axe):
    page.goto(f"{live_server.url}/territoires/commune-38185/")
    expect(page.locator(".place-map .arcs path")).to_have_count(1)
    axe(page)
    page.get_by_role("link", name="Tous ses liens sur la carte").click()
    expect(page.locator(".atlas-live .arcs path")).to_have_count(1)
