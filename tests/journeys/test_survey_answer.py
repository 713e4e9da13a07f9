"""A survey answered on a phone, left in the middle, resumed elsewhere with the key, sent and kept as a PDF."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import surveys.questionnaire
from surveys.models import CodedResponse, Response
from tests.surveys import making
from tests.surveys.answering import at
from tests.waiting import save_now

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def survey():
    path = Path(surveys.questionnaire.__file__).parent / "data" / "besoins-2024.json"
    data = json.loads(path.read_text())
    data["sections"] = data["sections"][:3]
    return making.survey(state="open", open_link=True, questionnaire=data)


def go_on(page, to, name="Continuer"):
    page.locator(".form-bar").get_by_role("button", name=name).click()
    page.get_by_role("heading", name=to, level=1).wait_for()
    page.wait_for_load_state()


def fill_rows(page, question, words):
    for row in page.get_by_role("group", name=question).locator(".matrix-row").all():
        row.get_by_label(words).check()


def begin_on_a_phone(page, axe) -> str:
    """The key, from a page that was lost before it was sent on."""
    axe(page)
    page.get_by_role("button", name="Commencer").click()
    key = page.locator("#cle").inner_text()
    axe(page)
    page.get_by_role("link", name="commencer").click()
    page.get_by_label("Métropole").check()
    page.get_by_label("De 20 000 à 49 999").check()
    page.get_by_label("Dans quelle région").select_option(label="Bretagne")
    page.get_by_label("Relations internationales", exact=True).check()
    axe(page)
    go_on(page, "Stratégie")
    economic = page.get_by_role("group", name="Comporte-t-elle un volet économique")
    expect(economic).to_be_hidden()
    page.get_by_label("Elle est en préparation").check()
    economic.get_by_label("Oui, quelques actions").check()
    save_now(page)
    page.get_by_text("Brouillon enregistré.").wait_for()
    return key


def finish_on_another(phone, axe):
    fill_rows(phone, "Que faites-vous aujourd’hui", "Régulièrement")
    fill_rows(phone, "Que demandent vos élues et vos élus", "En priorité")
    phone.get_by_label("4", exact=True).check()
    axe(phone)
    go_on(phone, "Partenariats")
    for group in phone.locator("[data-several]").all():
        group.get_by_role("checkbox").first.check()
    phone.get_by_label("5 – en nouer de nouveaux").check()
    phone.get_by_role("button", name="+ Tourisme").click()
    phone.get_by_role("button", name="+ Numérique").click()
    phone.get_by_role("button", name="Monter Numérique").click()
    axe(phone)
    go_on(phone, "Vérifiez", "Vérifier ma réponse")
    axe(phone)


def test_from_one_phone_to_another(page, browser, live_server, axe, troubles, survey):
    page.set_viewport_size(PHONE)
    page.goto(live_server.url + at(survey, "start"))
    key = begin_on_a_phone(page, axe)
    other = browser.new_context(locale="fr-FR", viewport=PHONE)
    troubles.watch(other)
    phone = other.new_page()
    phone.goto(live_server.url + at(survey, "resume") + f"#cle={key.lower()}")
    expect(phone).not_to_have_url(re.compile("#"))
    phone.get_by_role("button", name="Reprendre").click()
    expect(phone.get_by_label("Oui, quelques actions")).to_be_checked()
    phone.wait_for_load_state()
    finish_on_another(phone, axe)
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    phone.get_by_role("heading", name="Merci").wait_for()
    axe(phone)
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Garder mes réponses").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    response = Response.objects.get()
    assert response.answers["q16"] == ["numerique", "tourisme"]
    assert response.answers["q6"] == "partie"
    assert CodedResponse.objects.count() == 1
    phone.get_by_role("button", name="Oublier la clé").click()
    axe(phone)
    phone.goto(live_server.url + at(survey, "mine"))
    expect(phone.get_by_label("Votre clé")).to_have_value("")
    other.close()
