"""Reading a practice and its brief on a phone and on a desk: nothing overflows, axe finds nothing."""

import pytest
from playwright.sync_api import expect

from aict.moderation.models import Contribution
from practices.forms import express, full
from tests.people import factories as people
from tests.practices import workflow

LONG = "Intercommunalité-de-développement-économique-et-touristique"


@pytest.fixture
def practice(transactional_db):
    people.territory("metropole", "243500139", "Rennes Métropole")
    workflow.published(title="Ouvrir un bureau commun", territory="metropole-243500139")
    told = workflow.full(teaser=f"Un pavillon commun porté par une {LONG} et un suivi.")
    made = workflow.published(data=told)
    Contribution.objects.update(fictional=True)
    return made


def no_sideways_scroll(page):
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def read_everywhere(page, axe):
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert no_sideways_scroll(page), width
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            axe(page)


def test_page_and_brief(page, live_server, axe, practice):
    page.goto(live_server.url + practice.get_absolute_url())
    expect(page.get_by_text("Exemple fictif").first).to_be_visible()
    read_everywhere(page, axe)
    page.get_by_role("link", name="Brief élu·e, une page").click()
    expect(page.get_by_role("heading", name="Qui appeler")).to_be_visible()
    expect(page.get_by_text("Exemple fictif", exact=True)).to_be_visible()
    read_everywhere(page, axe)


def test_parts_citation_and_report(page, live_server, axe, practice, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(live_server.url + practice.get_absolute_url())
    parts = page.get_by_role("navigation", name="Dans cette page")
    parts.get_by_role("link", name="Financement").click()
    expect(page.get_by_role("heading", name="Financement")).to_be_in_viewport()
    expect(parts.get_by_role("link", name="Financement")).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="Copier").click()
    expect(page.get_by_role("button", name="Copié")).to_be_visible()
    assert practice.get_absolute_url() in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("link", name="Signaler une erreur").click()
    axe(page)
    page.get_by_label("Une information est inexacte").check()
    page.get_by_label("Ce qui ne va pas").fill("Le chiffre date de 2021.")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("sont prévenues")).to_be_visible()
    page.get_by_role("link", name="Historique de la page").click()
    expect(page.get_by_text("Première publication")).to_be_visible()
    axe(page)


def test_words_without_end_stay_inside_the_screen(page, live_server, transactional_db):
    """Every text at its longest, without a space."""
    forms = {**express.EssentialsForm.base_fields, **full.EffectsForm.base_fields}
    texts = ("title", "teaser", "summary", "benefit", "difficulties", "not_again", "local_impact")
    told = {name: "W" * forms[name].max_length for name in texts}
    step = {"title": "W" * 120, "text": "W" * 600, "conditions": "W" * 300, "lessons": "W" * 300}
    result = {"label": "W" * 150, "before": "1", "after": "99999999999", "unit": "W" * 40}
    practice = workflow.published(
        data=workflow.full(
            **told,
            steps=[step],
            results=[{**result, "source": "W" * 200, "date": "W" * 40}],
            funding_lines=[{"source": "W" * 200, "amount": "9" * 12}, {"source": "W", "amount": 1}],
            partners=[{"name": "W" * 200, "side": "ici", "role": "W" * 150}],
            transfer_conditions=[{"variable": "port", "operator": "eq", "value": "W" * 60}],
            elected="W" * 150,
            keywords="W" * 90,
        )
    )
    for end in ("", "brief/", "versions/", "signaler/"):
        page.goto(live_server.url + practice.get_absolute_url() + end)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert no_sideways_scroll(page), (width, end)
