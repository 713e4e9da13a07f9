"""An officer looks for one line before Thursday: finds it, follows it, sees what lacks."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from partnerships.models import Following
from tests.partnerships.factories import funding
from tests.people import factories as people


def fits(page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_find_follow_and_mount(page, live_server, axe, sign_in, transactional_db):
    today = timezone.localdate()
    found = {"rate_max": 30, "figures_source": "Règlement", "figures_on": today, "fictional": True}
    funding(
        title="Fonds des rives",
        date_close=today + timedelta(days=12),
        categories=["cooperation"],
        prerequisites=["Un accord signé"],
        **found,
    )
    funding(title="Chèque salon", recurrence="permanente", verified=False)
    sign_in(people.officer())
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/financements/")
    axe(page)
    assert fits(page)
    page.get_by_role("link", name="Fonds des rives").click()
    expect(page.get_by_text("12 jours").first).to_be_visible()
    page.get_by_role("button", name="Me prévenir avant la clôture").click()
    expect(page.get_by_role("button", name="Ne plus suivre")).to_be_visible()
    assert Following.objects.count() == 1
    axe(page)
    assert fits(page)
    page.get_by_role("link", name="Ajouter à un montage").click()
    page.get_by_label("Coût total").fill("100 000")
    page.get_by_label("Montant (€)").first.fill("50 000")
    page.get_by_role("button", name="Voir ce qui manque").click()
    expect(page.get_by_role("heading", name="Il manque")).to_be_in_viewport()
    expect(page.get_by_text("le taux maximal est de 30")).to_be_visible()
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    axe(page)
    assert fits(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    axe(page)
