"""The whole life of a survey: invite → answer on a phone, resume on another → close → analyse → publish → PDF.

The pages of the answer itself, on a phone, are checked by test_survey_answer."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect

import surveys.questionnaire
from surveys.campaign.models import Invitation
from surveys.demo import needs
from surveys.models import Response, Survey
from surveys.questionnaire.answers import kept
from tests.mails import working
from tests.people import factories as people
from tests.surveys import making

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
TITLE = "Ce que nous faisons, ce qu’on nous demande"
FILE = Path(surveys.questionnaire.__file__).parent / "data" / "besoins-2024.json"


@pytest.fixture
def coordinator(transactional_db):
    working.forget_jobs()
    return people.coordinator(name="Florence Fictif")


@pytest.fixture
def file(tmp_path) -> Path:
    """The first two parts of the questionnaire of 2024: the key chart needs no more."""
    data = json.loads(FILE.read_text())
    data["sections"] = data["sections"][:2]
    path = tmp_path / "questionnaire.json"
    path.write_text(json.dumps(data))
    return path


def press(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name).first.click()


def follow(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


def prepare(page: Page, url: str, file: Path, axe) -> Survey:
    page.goto(f"{url}/enquetes/gestion/")
    axe(page)
    follow(page, "Nouvelle enquête")
    page.get_by_label("Titre").fill(TITLE)
    page.get_by_label("À quoi elle sert").fill("Mesurer l’écart entre ce qui est fait et demandé.")
    page.get_by_label("Un fichier que vous avez").check()
    page.get_by_label("Fichier du questionnaire").set_input_files(file)
    page.get_by_label("Anonyme", exact=True).check()
    axe(page)
    press(page, "Créer le brouillon")
    page.get_by_role("heading", name=TITLE).wait_for()
    axe(page)
    return Survey.objects.get()


def invite(page: Page, url: str, survey: Survey, axe) -> str:
    """The address that the mail holds."""
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/invitations/ajouter/")
    page.get_by_label("Ou des lignes collées").fill("agent@ville.example ; Ville fictive\nabsent@x")
    axe(page)
    press(page, "Essayer sans rien ajouter")
    expect(page.locator("main")).to_contain_text("absent@x")
    axe(page)
    press(page, "Ajouter une personne")
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/")
    follow(page, "Ouvrir l’enquête")
    axe(page)
    press(page, "Ouvrir l’enquête")
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/invitations/")
    follow(page, "Envoyer une invitation")
    axe(page)
    press(page, "Envoyer un message")
    working.work()
    (message,) = [one for one in mail.outbox if one.to == ["agent@ville.example"]]
    return re.search(r"https?://\S+/invitation/[^\s/]+/", message.body).group()


def answer(phone: Page, address: str, axe) -> str:
    """The key, after the first page."""
    phone.goto(address)
    axe(phone)
    press(phone, "Commencer")
    key = phone.locator("#cle").inner_text()
    follow(phone, "C’est noté")
    phone.get_by_label("Métropole").check()
    phone.get_by_label("200 000 et plus").check()
    phone.get_by_label("Relations internationales", exact=True).check()
    press(phone, "Continuer")
    phone.get_by_role("heading", name="Stratégie", level=1).wait_for()
    return key


def finish(phone: Page, address: str, key: str, axe) -> None:
    """On another phone, with the key."""
    phone.goto(address)
    phone.get_by_label("Votre clé").fill(key.lower().replace("-", " "))
    axe(phone)
    press(phone, "Reprendre")
    phone.get_by_role("heading", name="Stratégie", level=1).wait_for()
    phone.wait_for_load_state()
    adopted = phone.get_by_role("group", name="Votre collectivité a-t-elle adopté")
    adopted.get_by_label("Non", exact=True).check()
    for question in ("Que faites-vous aujourd’hui", "Que demandent vos élues et vos élus"):
        for row in phone.get_by_role("group", name=question).locator(".matrix-row").all():
            row.get_by_label("Régulièrement").check()
    phone.get_by_label("3", exact=True).check()
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    press(phone, "Vérifier ma réponse")
    press(phone, "Envoyer ma réponse")
    phone.get_by_role("heading", name="Merci").wait_for()


def others(survey: Survey) -> None:
    form = survey.form
    for number in range(60):
        making.sent(survey, kept(form, needs.answers(f"vie:{number}", False)))


def analyse(page: Page, url: str, survey: Survey, axe) -> None:
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/")
    follow(page, "Clore l’enquête")
    press(page, "Clore l’enquête")
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/analyse/")
    expect(page.locator("main")).to_contain_text("61 réponses")
    axe(page)
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/analyse/q5/")
    axe(page)
    # Sixty answers by service are too few: the choice is greyed, and says so.
    expect(page.locator("#selon option[value=q4]")).to_be_disabled()
    page.get_by_label("Croiser par").select_option("q10")
    press(page, "Afficher")
    axe(page)


def publish(page: Page, url: str, survey: Survey, axe) -> None:
    page.goto(f"{url}/enquetes/gestion/{survey.slug}/publication/")
    press(page, "Préparer les tableaux")
    working.work()
    # The page reads itself anew once the tables are there.
    expect(page.get_by_text("Prêts, calculés")).to_be_visible()
    axe(page)
    follow(page, "Aperçu, comme le public")
    axe(page)
    page.go_back()
    follow(page, "Publier publiquement")
    axe(page)
    press(page, "Publier publiquement")
    survey.refresh_from_db()
    assert survey.is_published
    # Fails when anything below five could be deduced.
    call_command("check_disclosure", survey.slug, stdout=StringIO())


def read(page: Page, address: str, axe) -> None:
    """An elected official, on a phone, without account."""
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    expect(page.get_by_text("61 réponses").first).to_be_visible()
    expect(page.get_by_text("non extrapolables").first).to_be_visible()
    axe(page)
    report = page.get_by_role("link", name=re.compile("PDF")).first.get_attribute("href")
    told = page.request.get(f"{address.split('/enquetes')[0]}{report}")
    assert told.ok
    assert told.body().startswith(b"%PDF")


def test_a_survey_from_its_invitations_to_its_report(
    page, browser, context, live_server, sign_in, axe, troubles, settings, coordinator, file
):
    settings.SITE_URL = url = live_server.url
    page.set_viewport_size(DESK)
    sign_in(coordinator)
    survey = prepare(page, url, file, axe)
    address = invite(page, url, survey, axe)

    phones = [browser.new_context(locale="fr-FR", viewport=PHONE) for _ in range(2)]
    for phone in phones:
        troubles.watch(phone)
    first, second = (phone.new_page() for phone in phones)
    key = answer(first, address, axe)
    finish(second, f"{url}/enquetes/{survey.slug}/reprendre/", key, axe)
    assert Invitation.objects.get().started
    assert Response.objects.get().answers["q5"] == "non"

    others(survey)
    analyse(page, url, survey, axe)
    publish(page, url, survey, axe)
    read(second, f"{url}/enquetes/{survey.slug}/resultats/", axe)
    for phone in phones:
        phone.close()
