"""Asking, confirming, managing, stopping; and what an answer never tells."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from aict.alerts import signed, subscribing
from aict.alerts.models import Reader, Subscription
from aict.alerts.subjects import Subject
from aict.alerts.tasks import forget_unconfirmed, tell_asked, tell_manage
from aict.people.erasure import erase
from aict.people.export import export
from tests.alerts.factories import ADDRESS, alert, reader, told
from tests.people import factories as people

pytestmark = pytest.mark.django_db
CREATE = "/alertes/creer/?liste=pratiques&categorie=promotion&tri=titre&page=3"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def mails(monkeypatch):
    """Sends at once what is queued."""
    monkeypatch.setattr(
        "aict.alerts.subscribing.tell_asked", lambda alert: tell_asked(alert_id=alert.pk)
    )
    monkeypatch.setattr(
        "aict.alerts.views.asking.tell_manage", lambda reader: tell_manage(reader_id=reader.pk)
    )
    return mail.outbox


def link(sent) -> str:
    """The path of the first link of a mail."""
    return re.search(r"https?://[^/\s]+(/\S+)", sent.body).group(1)


def asking(client, email=ADDRESS, address=CREATE, place="127.0.0.1", **data):
    return client.post(address, {"email": email, "rhythm": "mois", **data}, REMOTE_ADDR=place)


def test_without_account_a_mail_asks_to_confirm(client, mails):
    told(category="promotion")
    page = client.get(CREATE)
    assert "1\u00a0pratique aujourd’hui" in page.text
    assert "Pratiques\u202f: Promotion du territoire" in page.text
    assert asking(client)["Location"] == "/alertes/message-envoye/"
    row = Subscription.objects.get()
    assert (row.section, row.query, row.confirmed_at) == ("pratiques", "categorie=promotion", None)
    address = link(mails[0])
    assert "Confirmer cette alerte" in client.get(address).text
    client.head(address)
    row.refresh_from_db()
    assert row.confirmed_at is None
    answer = client.post(address)
    row.refresh_from_db()
    assert row.confirmed_at
    assert row.next_on > timezone.localdate()
    assert ADDRESS not in client.get(answer["Location"]).text
    client.post(address)
    assert Subscription.objects.confirmed().count() == 1


def test_asked_twice_it_is_one_alert_and_the_answer_is_the_same(client, mails, monkeypatch):
    alert(query="categorie=promotion", asked_at=timezone.now() - timedelta(days=40))
    known, unknown = asking(client), asking(client, "inconnue@exemple.example")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "déjà envoyée" in mails[0].body
    assert "Quelqu’un, sans doute vous" in mails[1].body
    asking(client)
    assert len(mails) == 2
    assert Subscription.objects.count() == 2


def test_nobody_is_flooded_in_another_s_name(client, mails):
    for number in range(8):
        asking(client, address=f"/alertes/creer/?liste=pratiques&annee={1990 + number}")
    assert len(mails) == 5
    assert Subscription.objects.count() == 5


def test_the_words_of_a_stranger_are_not_mailed(client, mails):
    asking(client, address="/alertes/creer/?liste=pratiques&q=Gagnez+1000+euros+spam.example")
    assert "spam.example" not in mails[0].body + mails[0].subject
    assert "une recherche" in mails[0].body


@pytest.mark.parametrize(
    "email", ["", "x", "a@b.example\nBcc: c@d.example", "a@b.example,c@d.example", "é" * 300, "\0"]
)
def test_strange_addresses_are_refused_in_words(client, mails, email):
    answer = asking(client, email)
    assert answer.status_code == 422
    assert "adresse" in answer.text
    assert not mails
    assert not Reader.objects.exists()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("liste=inconnue", "Cette liste n’existe pas."),
        ("liste=pratiques&categorie=nimporte", "ne connaît pas la valeur"),
        ("liste=pratiques&q=%00", "interdit"),
        ("suivre=nimporte", "Cette page n’est pas en ligne."),
        ("suivre=6f9619ff-8b86-d011-b42d-00cf4fc964ff", "Cette page n’est pas en ligne."),
        ("territoire=commune-99999", "Ce territoire n’est pas connu."),
        ("territoire=%00", "Ce territoire n’est pas connu."),
    ],
)
def test_what_does_not_exist_is_refused_in_words(client, query, said):
    for answer in (client.get(f"/alertes/creer/?{query}"), client.post(f"/alertes/creer/?{query}")):
        assert answer.status_code == 400
        assert said in answer.text


def test_a_rhythm_of_nobody_is_refused(client):
    assert asking(client, rhythm="chaque-heure").status_code == 422
    assert asking(client, rhythm="aussitot").status_code == 422


def test_without_subject_one_is_told_how(client):
    assert client.get("/alertes/creer/")["Location"] == "/alertes/"
    assert "/pratiques/" in client.get("/alertes/").text


def test_robots_are_left_to_their_honeypot(client, mails):
    assert asking(client, website="x").status_code == 302
    assert not Reader.objects.exists()


def test_too_many_from_one_place(client):
    answers = {asking(client, "faux").status_code for _ in range(21)}
    assert answers == {422, 429}


def test_what_is_not_confirmed_is_forgotten_after_seven_days(client):
    old = timezone.now() - timedelta(days=8)
    alert(confirmed_at=None, asked_at=old)
    alert("b@exemple.example", confirmed_at=None)
    alert("c@exemple.example", asked_at=old)
    assert forget_unconfirmed() == 1
    assert sorted(Reader.objects.values_list("email", flat=True)) == [
        "b@exemple.example",
        "c@exemple.example",
    ]


def test_a_link_opened_too_late_says_so(client, monkeypatch):
    row = alert(confirmed_at=None)
    key = signed.confirm_key(row)
    monkeypatch.setattr("django.core.signing.time.time", lambda: 4_000_000_000)
    answer = client.post(f"/alertes/confirmer/{key}/")
    assert answer.status_code == 410
    assert "expiré" in answer.text
    assert client.get("/alertes/confirmer/forge/").status_code == 404


def test_with_an_account_at_once_and_once(client):
    officer = people.officer()
    client.force_login(officer, BACKEND)
    for rhythm in ("mois", "quinzaine"):
        assert client.post(CREATE, {"rhythm": rhythm})["Location"] == "/compte/alertes/"
    row = Subscription.objects.get()
    assert (row.rhythm, bool(row.confirmed_at)) == ("quinzaine", True)
    assert "Promotion du territoire" in client.get("/compte/alertes/").text


def test_an_account_may_not_hold_any_number(client, monkeypatch):
    monkeypatch.setattr(subscribing, "MOST", 1)
    client.force_login(people.officer(), BACKEND)
    client.post(CREATE, {"rhythm": "mois"})
    answer = client.post(f"{CREATE}&nature=projet", {"rhythm": "mois"}, follow=True)
    assert "supprimez-en une" in answer.text


def test_alerts_are_managed_by_a_link_without_account(client):
    row = alert()
    address = f"/alertes/gerer/{signed.manage_key(row.reader)}/"
    assert "prochain message le 1er\u00a0novembre 2026" in client.get(address).text
    change = f"{address}{row.token}/"
    for gesture in ("pause", "quinzaine", "nimporte"):
        client.post(change, {"faire": gesture})
    row.refresh_from_db()
    assert (row.rhythm, bool(row.paused_at)) == ("quinzaine", True)
    client.post(change, {"faire": "reprendre"})
    row.refresh_from_db()
    assert row.paused_at is None
    assert row.told_until > timezone.now() - timedelta(minutes=1)
    client.post(change, {"faire": "supprimer"})
    assert not Reader.objects.exists()
    assert client.post(change, {"faire": "supprimer"}).status_code == 302
    assert "aucune alerte" in client.get(address).text
    assert client.get("/alertes/gerer/forge/").status_code == 404


def test_nobody_changes_the_alerts_of_another(client):
    mine, other = alert(), alert("autre@exemple.example")
    key = signed.manage_key(mine.reader)
    client.post(f"/alertes/gerer/{key}/{other.token}/", {"faire": "supprimer"})
    client.force_login(people.officer(), BACKEND)
    answer = client.post(f"/compte/alertes/{other.token}/", {"faire": "supprimer"})
    assert answer.status_code == 404
    assert Subscription.objects.count() == 2


def test_the_link_is_sent_again_to_those_who_have_alerts_only(client, mails):
    alert()
    answers = [
        client.post("/alertes/", {"email": email})
        for email in (f" {ADDRESS.upper()} ", "inconnue@exemple.example", ADDRESS)
    ]
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    (sent,) = mails
    assert client.get(link(sent)).status_code == 200
    assert client.post("/alertes/", {"email": "x"}).status_code == 422
    officer = people.officer()
    alert(user=officer)
    client.post("/alertes/", {"email": officer.email})
    assert link(mails[1]) == "/compte/alertes/"


def test_one_click_in_the_mail_program_stops_everything(client):
    """RFC 8058: a POST without cookie, twice as well as once."""
    row = alert()
    headers = signed.stop_headers(row.reader)
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = "/alertes" + headers["List-Unsubscribe"][1:-1].split("/alertes")[1]
    assert "toutes vos alertes" in client.get(address).text
    assert Subscription.objects.exists()
    for _twice in range(2):
        answer = client.post(address, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    assert not Reader.objects.exists()
    assert client.get("/alertes/arreter/forge/").status_code == 404


def test_one_alert_is_stopped_and_the_others_stay(client):
    row, other = alert(), alert(section="acteurs")
    client.post(f"/alertes/arreter/{signed.stop_key(row)}/")
    assert Subscription.objects.get() == other


def test_an_erased_account_takes_its_alerts_with_it():
    officer = people.officer()
    alert(user=officer)
    assert export(officer)["alertes"][0]["alerte"] == "Pratiques"
    erase(officer, None)
    assert not Reader.objects.exists()


def test_an_account_nobody_verified_takes_nothing_over():
    alert(ADDRESS)
    thief = people.user(email=ADDRESS, verified=False)
    assert reader(user=thief).subscriptions.count() == 0
    assert Reader.objects.count() == 2


def test_each_list_offers_its_alert(client):
    for address in ("/pratiques/", "/partenariats/", "/acteurs/", "/financements/"):
        html = client.get(address).text
        assert f"/alertes/creer/?liste={address.strip('/')}" in html
    html = client.get("/pratiques/?categorie=promotion&q=vin&tri=titre").text
    assert "/alertes/creer/?liste=pratiques&amp;q=vin&amp;categorie=promotion" in html


def test_the_digest_of_a_town_says_where_it_looks(client):
    isere = people.territory("departement", "38", "Isère")
    people.territory("commune", "38185", "Grenoble", departement=isere)
    text = client.get("/alertes/creer/?territoire=commune-38185").text
    assert "pour Grenoble, voici le condensé de «\u00a0Isère\u00a0»" in text


def test_one_alert_per_subject_in_the_database():
    officer = people.officer()
    for _twice in range(2):
        subscribing.subscribe(officer, Subject(section="pratiques"), "mois")
    assert Subscription.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_alerts_take_the_same_queries(client, count, django_assert_num_queries):
    officer = people.officer()
    client.force_login(officer, BACKEND)
    town = people.territory("departement", "38", "Isère")
    alert(user=officer, territory=town)
    for number in range(count):
        alert(user=officer, contribution=told(f"Saison {number}").contribution)
        alert(user=officer, query=f"annee={2000 + number}")
    client.get("/compte/alertes/")
    with django_assert_num_queries(6):
        assert client.get("/compte/alertes/").text.count("Mettre en pause") == 2 * count + 1


def test_nobody_has_an_address_flooded_by_asking_again(client, mails, monkeypatch):
    start, statuses = timezone.now(), set()
    for turn in range(14):
        now = start + timedelta(minutes=11 * turn)
        monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
        address = ADDRESS.title() if turn % 2 else ADDRESS
        statuses.add(asking(client, address, place=f"192.0.2.{turn}").status_code)
    assert (len(mails), statuses) == (10, {302, 429})
    assert client.post("/alertes/", {"email": ADDRESS}).status_code == 429


def test_the_title_of_a_draft_is_told_to_nobody(client, mails):
    page = told("Une saison de chefs")
    page.contribution.title = "Titre du brouillon"
    page.contribution.save()
    row = alert(contribution=page.contribution)
    officer = people.officer()
    client.force_login(officer, BACKEND)
    for address in (
        f"/alertes/creer/?suivre={page.contribution.token}",
        f"/compte/gardees/{page.contribution.token}/",
        f"/alertes/gerer/{signed.manage_key(row.reader)}/",
        f"/alertes/arreter/{signed.stop_key(row)}/",
    ):
        text = client.get(address).text
        assert "Une saison de chefs" in text, address
        assert "brouillon" not in text, address


def test_no_proxy_keeps_a_page_of_a_personal_link(client):
    row = alert(confirmed_at=None)
    for address in (
        f"/alertes/confirmer/{signed.confirm_key(row)}/",
        f"/alertes/gerer/{signed.manage_key(row.reader)}/",
        f"/alertes/arreter/{signed.stop_key(row)}/",
    ):
        assert "no-store" in client.get(address)["Cache-Control"], address
