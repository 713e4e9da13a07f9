"""A coordinator settles, with the keyboard alone, the rows that a list of links left in doubt."""

from playwright.sync_api import expect

from partnerships.models import Partnership
from tests.partnerships import links
from tests.people import factories as people


def test_doubts_are_settled_with_the_keyboard(page, live_server, sign_in, axe, transactional_db):
    links.references()
    sign_in(people.coordinator())
    run = links.imported(links.DIRTY.read_bytes(), source="Liste fictive, CC0")
    page.goto(f"{live_server.url}{run.get_absolute_url()}")
    axe(page)
    page.get_by_role("link", name="Départager les doutes").press("Enter")
    first = page.get_by_role("radio", name="Saint-Ouen-sur-Seine")
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    axe(page)
    page.get_by_role("button", name="Mettre ce partenariat en ligne").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Grenoble – Neustadt")
    expect(page.get_by_text("Partenariat mis en ligne, à vérifier")).to_be_visible()
    box = page.get_by_role("combobox", name="Un autre territoire")
    box.press_sequentially("Bayr")
    expect(page.locator("[role=listbox] [role=option]")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    page.get_by_role("button", name="Mettre ce partenariat en ligne").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Grenoble – Nulle-Part-sur-Rêve")
    page.get_by_label("Pourquoi l’écarter").select_option("Lieu introuvable")
    page.get_by_role("button", name="Écarter", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Import terminé")
    made = Partnership.objects.filter(
        title__in=[
            "Saint-Ouen-sur-Seine – Heidelberg",
            "Grenoble – Bayreuth",
        ]
    )
    assert made.count() == 2
