"""A visitor without account saves a search on a phone, confirms it from a mail, and stops it."""

import re

from django.core import mail
from playwright.sync_api import expect

from aict.alerts.models import Reader, Subscription
from aict.alerts.tasks import tell_asked
from tests.alerts.factories import told


def fits(page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_save_a_search_confirm_and_stop(
    page, live_server, axe, transactional_db, monkeypatch, troubles
):
    monkeypatch.setattr("aict.alerts.subscribing.tell_asked", lambda alert: tell_asked(alert.pk))
    told("Une saison de chefs", category="promotion", fictional=True)
    troubles.expect("422")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/pratiques/?categorie=promotion")
    page.get_by_role("link", name="Créer une alerte").click()
    expect(page.get_by_text("1\u00a0pratique aujourd’hui")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Créer l’alerte").click()
    expect(page.get_by_role("link", name="Donnez l’adresse où recevoir l’alerte")).to_be_visible()
    axe(page)
    page.get_by_label("Votre adresse électronique").fill("lectrice@exemple.example")
    page.get_by_role("button", name="Créer l’alerte").click()
    expect(page.get_by_role("heading", name="Regardez votre messagerie")).to_be_visible()
    (sent,) = mail.outbox
    page.goto(live_server.url + re.search(r"https?://[^/\s]+(/\S+)", sent.body).group(1))
    axe(page)
    page.get_by_role("button", name="Confirmer").click()
    expect(page.get_by_role("heading", name="Mes alertes")).to_be_visible()
    assert Subscription.objects.confirmed().count() == 1
    axe(page)
    assert fits(page)
    page.get_by_role("button", name="Supprimer").click()
    expect(page.get_by_text("Vous n’avez aucune alerte")).to_be_visible()
    assert not Reader.objects.exists()
    page.goto(f"{live_server.url}/alertes/")
    axe(page)
    assert fits(page)
