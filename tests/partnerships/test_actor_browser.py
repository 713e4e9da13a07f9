"""The directory in a real browser: the mailed page answered without a script, axe, a small screen."""

import pytest
from playwright.sync_api import expect

from aict.moderation.models import VerifiedBy
from aict.moderation.verification import key_of
from aict.taxonomies.models import Offer
from partnerships.actors.cards import CARDS
from partnerships.actors.listing import ACTORS
from tests.partnerships import actors
from tests.people import factories as people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_an_actor_confirms_its_page_by_one_button(page, live_server):
    actor = actors.actor(title="Chambre de la Vallée", verified=False)
    key = key_of(actor.contribution, VerifiedBy.SUBJECT)
    page.goto(f"{live_server.url}/toujours-exact/{key}/")
    page.get_by_role("button", name="Oui, c’est toujours exact").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Chambre de la Vallée")
    expect(page.get_by_text("par l’organisme lui-même").first).to_be_visible()


def test_axe_finds_nothing_and_nothing_overflows(page, live_server, axe, sign_in):
    ACTORS.forget()
    CARDS.kept.clear()
    offers = [actors.term(Offer, "etude", "Étude")]
    one = actors.actor(title="Chambre de la Vallée", offers=offers, conditions="gratuit")
    two = actors.actor(title="La Chambre de la Vallée", website="https://exemple.example")
    key = key_of(one.contribution, VerifiedBy.SUBJECT)
    sign_in(people.coordinator())
    paths = [
        *("/acteurs/", one.get_absolute_url(), two.get_absolute_url(), "/acteurs/doublons/"),
        *(f"/acteurs/doublons/{one.slug}/{two.slug}/", f"/toujours-exact/{key}/", "/liens/"),
    ]
    page.set_viewport_size({"width": 320, "height": 800})
    for number, path in enumerate(paths):
        page.emulate_media(color_scheme="dark" if number % 2 else "light")
        page.goto(live_server.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        axe(page)
