"""The promise of the second room: an officer of Grenoble finds a partner in Morocco, and it is kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from partnerships.actors.listing import ACTORS
from partnerships.introductions import mails, tasks
from partnerships.models import Introduction
from tests.partnerships import actors, introductions
from tests.people import factories as people

RELAY = "relais@atlas.example"
TARGET = "Grappe numérique de l’Atlas"
LINK = re.compile(r"https?://\S+(/mises-en-relation/reponse/\S+/)")


@pytest.fixture
def officer(transactional_db):
    morocco = people.country("MA", "Maroc", groups=["apd"])
    officer = people.officer(name="Camille Fictif")
    actors.actor(
        title=TARGET,
        country=morocco,
        contact_relay=RELAY,
        sectors=[introductions.sector()],
    )
    ACTORS.forget()
    yield officer
    ACTORS.forget()


def deliver(mailoutbox) -> dict[str, str]:
    """What the worker does after the last change: the mails by address."""
    mailoutbox.clear()
    entry = Introduction.objects.get().journal.first()
    for letter in mails.letters(entry):
        tasks.send_mail(entry.pk, letter.part.value, letter.user.pk if letter.user else None)
    return {mail.to[0]: mail.body for mail in mailoutbox}


def ask(page: Page, axe) -> None:
    axe(page)
    page.get_by_role("link", name=TARGET).click()
    page.get_by_role("link", name="Demander une mise en relation").click()
    expect(page.get_by_role("heading", name="Demander une mise en relation")).to_be_visible()
    axe(page)
    page.get_by_label("Ce que je veux faire").fill("Relier nos deux grappes")
    # A crash, an expired session: what was typed comes back.
    page.reload()
    expect(page.get_by_label("Ce que je veux faire")).to_have_value("Relier nos deux grappes")
    expect(page.get_by_text("retrouvé ce que vous aviez écrit")).to_be_visible()
    page.get_by_label("Un partenaire étranger").check()
    page.get_by_label("Secteur").select_option("numerique")
    page.get_by_label("Ce que je veux faire").fill("Relier nos deux grappes d’entreprises.")
    page.get_by_label("Comment", exact=True).fill("Une mission, puis un appel à projets commun.")
    page.get_by_label("Pourquoi").fill("Des débouchés ici et là-bas.")
    page.get_by_label("Transmettre mon nom").check()
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_role("heading", name="À qui l’adresser")).to_be_visible()
    axe(page)
    expect(page.get_by_label(TARGET)).to_be_checked()
    page.get_by_role("button", name="Envoyer la demande").click()
    expect(page.get_by_text("répond, en principe avant le")).to_be_visible()
    axe(page)


def accept_on_the_signed_page(page: Page, address: str, axe) -> None:
    page.goto(address)
    axe(page)
    expect(page.get_by_role("heading", name="souhaite échanger avec vous")).to_be_visible()
    page.get_by_label("Comment vous joindre").fill("Le secrétariat de la grappe, poste 12")
    page.get_by_role("button", name="J’accepte").click()
    expect(page.get_by_text("Vous avez accepté")).to_be_visible()
    axe(page)


def record_the_outcome(page: Page, axe) -> None:
    page.get_by_role("link", name=TARGET).click()
    page.get_by_role("button", name="Notre échange a eu lieu").click()
    axe(page)
    page.get_by_label("Oui", exact=True).check()
    page.get_by_label("Un partenariat", exact=True).check()
    page.get_by_role("button", name="Clore la demande").click()
    expect(page.get_by_text("L’échange a été utile")).to_be_visible()
    axe(page)


def test_from_grenoble_to_a_grappe_of_morocco(
    page: Page, live_server, context, sign_in, officer, axe, mailoutbox
):
    sign_in(officer)
    page.goto(f"{live_server.url}/acteurs/?pays=MA&secteur=numerique")
    ask(page, axe)
    asked = deliver(mailoutbox)
    assert asked.keys() == {RELAY, officer.email}
    link = LINK.search(asked[RELAY])
    assert link
    assert RELAY not in page.content()

    context.clear_cookies()
    accept_on_the_signed_page(page, live_server.url + link[1], axe)
    accepted = deliver(mailoutbox)
    assert "poste 12" in accepted[officer.email]
    assert officer.email in accepted[RELAY]

    sign_in(officer)
    page.goto(f"{live_server.url}/mises-en-relation/")
    axe(page)
    record_the_outcome(page, axe)
    assert "poste 12" not in page.content()
    done = Introduction.objects.get()
    assert (done.state, done.outcome, done.target_contact) == ("closed", "partenariat", "")

    sign_in(people.coordinator())
    for address in ("/mises-en-relation/suivi/?etat=over", "/mises-en-relation/besoins/"):
        page.goto(live_server.url + address)
        axe(page)
