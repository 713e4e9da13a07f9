"""What a mail tells, when, and never twice."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from aict.alerts import sending
from aict.alerts.models import Reader, Subscription
from aict.alerts.rhythms import next_day
from aict.alerts.tasks import send_digest
from tests.alerts.factories import BEFORE, DAY, STARTED, alert, told
from tests.lessons import making as lessons
from tests.partnerships import factories as partnerships
from tests.people import factories as people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rhythm", "today", "expected"),
    [
        ("mois", date(2026, 11, 1), date(2026, 12, 1)),
        ("mois", date(2026, 12, 31), date(2027, 1, 1)),
        ("mois", date(2026, 1, 31), date(2026, 2, 1)),
        ("quinzaine", date(2026, 11, 1), date(2026, 11, 15)),
        ("quinzaine", date(2026, 11, 14), date(2026, 11, 15)),
        ("quinzaine", date(2026, 11, 15), date(2026, 12, 1)),
        ("quinzaine", date(2028, 2, 29), date(2028, 3, 1)),
        ("aussitot", date(2026, 11, 1), None),
    ],
)
def test_days_are_the_same_for_everybody(rhythm, today, expected):
    assert next_day(rhythm, today) == expected


def test_one_mail_tells_what_is_new_and_what_changed(on, worker):
    told("Une saison de chefs")
    told("Un catalogue", first=BEFORE)
    told("Ancienne", at=BEFORE)
    told("Retirée", archived=True)
    alert()
    on(DAY)
    assert worker() == 1
    (sent,) = mail.outbox
    assert sent.to == ["lectrice@exemple.example"]
    assert sent.subject == "[AICT éco] 2 nouveautés\u202f: Pratiques"
    assert "depuis le 1er\u00a0octobre 2026" in sent.body
    assert "– Une saison de chefs\n  Nouveau · Projet" in sent.body
    assert "– Un catalogue\n  Mis à jour · Projet" in sent.body
    assert "Ancienne" not in sent.body
    assert "Retirée" not in sent.body
    assert "/pratiques/pratique-" in sent.body


def test_nothing_is_sent_when_there_is_nothing(on, worker):
    told("Ancienne", at=BEFORE)
    row = alert()
    on(DAY)
    worker()
    assert mail.outbox == []
    row.refresh_from_db()
    assert row.next_on == date(2026, 12, 1)


def test_nothing_is_told_twice(on, worker):
    told("Une saison")
    alert(rhythm="quinzaine")
    on(DAY)
    assert [worker(), worker()] == [1, 0]
    on(date(2026, 11, 15))
    worker()
    assert len(mail.outbox) == 1


def test_a_crash_between_two_mails_tells_nobody_twice(on):
    """The claim is written before: a second worker, or the same one born again, finds nothing."""
    told("Une saison")
    first, second = alert("a@exemple.example"), alert("b@exemple.example")
    on(DAY)
    end = sending.until()
    claims = sending.claim(first.reader_id, DAY, end)
    assert len(claims) == 1
    assert sending.claim(first.reader_id, DAY, end) == []
    assert sending.due_readers(DAY) == [second.reader_id]


def test_what_is_being_published_while_mails_leave_is_told_next_time(on, worker):
    alert(rhythm="quinzaine")
    on(DAY)
    told("Juste à temps", at=sending.timezone.now())
    assert worker() == 1
    assert mail.outbox == []
    on(date(2026, 11, 15))
    worker()
    assert "Juste à temps" in mail.outbox[0].body


def test_one_mail_gathers_all_the_alerts_of_an_address(on, worker):
    told("Une saison", category="promotion")
    partnerships.partnership(title="Grenoble – Fès", updated_at=told("Autre").updated_at)
    alert()
    alert(section="partenariats")
    alert(query="categorie=internationalisation")
    alert("autre@exemple.example", query="categorie=promotion")
    on(DAY)
    assert worker() == 2
    bodies = {sent.to[0]: sent.body for sent in mail.outbox}
    assert "Grenoble – Fès" in bodies["lectrice@exemple.example"]
    assert "Internationalisation" not in bodies["lectrice@exemple.example"]
    assert "Promotion du territoire" in bodies["autre@exemple.example"]
    assert mail.outbox[0].subject == "[AICT éco] 3 nouveautés"


def test_an_address_that_became_an_account_gets_one_mail(on, worker):
    told("Une saison")
    alert()
    alert(section="acteurs")
    officer = people.officer(email="lectrice@exemple.example")
    hers = Reader.objects.create(user=officer)
    Subscription.objects.create(
        reader=hers,
        section="pratiques",
        rhythm="mois",
        confirmed_at=BEFORE,
        told_until=STARTED,
        next_on=DAY,
    )
    on(DAY)
    assert worker() == 1
    assert len(mail.outbox) == 1
    assert Reader.objects.get() == hers
    assert hers.subscriptions.count() == 2


def test_twenty_then_how_many_others_and_where(on, worker):
    for number in range(23):
        told(f"Saison {number}", category="promotion")
    alert(query="categorie=promotion")
    on(DAY)
    worker()
    (sent,) = mail.outbox
    assert sent.body.count("\n– ") == 20
    assert "et 3\u00a0autres" in sent.body
    assert "/pratiques/?categorie=promotion&tri=recentes" in sent.body


def test_the_digest_of_a_territory_looks_in_its_departement(on, worker):
    isere = people.territory("departement", "38", "Isère")
    town = people.territory("commune", "38185", "Grenoble", departement=isere)
    elsewhere = people.territory("departement", "44", "Loire-Atlantique")
    told("Ici", territory=town)
    told("Là-bas", territory=elsewhere)
    partnerships.partnership(
        title="Grenoble – Fès", parties=[town, partnerships.abroad()], updated_at=told().updated_at
    )
    alert(territory=town)
    on(DAY)
    worker()
    (sent,) = mail.outbox
    assert "Le condensé\u202f: Isère" in sent.subject
    assert "Ici" in sent.body
    assert "Là-bas" not in sent.body
    assert "Partenariats\u202f: 1\u00a0partenariat" in sent.body


def test_filters_that_no_longer_hold_are_told_politely_once(on, worker):
    told("Une saison")
    row = alert(query="theme=disparu", rhythm="quinzaine")
    alert(section="disparue", rhythm="quinzaine")
    on(DAY)
    worker()
    (sent,) = mail.outbox
    assert sent.subject == "[AICT éco] une alerte à revoir"
    assert "ne connaît pas la valeur «\u00a0disparu\u00a0»" in sent.body
    assert "n’existe plus" in sent.body
    row.refresh_from_db()
    assert row.paused_at
    on(date(2026, 11, 15))
    worker()
    assert len(mail.outbox) == 1


def test_paused_unconfirmed_and_closed_accounts_get_nothing(on, worker):
    told("Une saison")
    alert("a@exemple.example", paused_at=BEFORE)
    alert("b@exemple.example", confirmed_at=None)
    alert(user=people.officer(is_active=False))
    on(DAY)
    assert worker() == 0


def test_who_stopped_while_the_mail_waited_gets_nothing(on):
    told("Une saison")
    row = alert()
    on(DAY)
    end = sending.until()
    claims = sending.claim(row.reader_id, DAY, end)
    row.delete()
    assert send_digest(row.reader_id, claims, end.isoformat()) is False
    assert mail.outbox == []


def test_titles_cannot_write_headers(on, worker):
    told("Une saison\r\nBcc: autre@exemple.example", fictional=True)
    alert()
    on(DAY)
    worker()
    (sent,) = mail.outbox
    assert "\n" not in sent.subject
    assert sent.recipients() == ["lectrice@exemple.example"]
    assert "(exemple fictif)" in sent.body


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_digest_takes_the_same_queries_whatever_it_tells(on, rows, django_assert_num_queries):
    for number in range(rows):
        told(f"Saison {number}")
    row = alert()
    on(DAY)
    end = sending.until()
    claims = sending.claim(row.reader_id, DAY, end)
    sending.send(row.reader_id, claims, end.isoformat())  # what each process learns once
    with django_assert_num_queries(4):
        sending.send(row.reader_id, claims, end.isoformat())


def test_a_lesson_is_told_once_its_quarter_is_over(on, worker):
    made = lessons.lesson()
    quarter = datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/Paris"))
    type(made).objects.update(quarter=quarter.date(), updated_at=quarter)
    alert(section="retours-d-experience", told_until=datetime(2026, 9, 1, tzinfo=UTC), next_on=DAY)
    on(DAY)
    worker()
    (sent,) = mail.outbox
    assert "– Ne pas partir sans interprète\n  Nouveau" in sent.body
    on(date(2026, 12, 1))
    worker()
    assert len(mail.outbox) == 1


def test_a_lesson_of_the_quarter_that_goes_on_is_not_told(on, worker):
    made = lessons.lesson()
    quarter = datetime(2026, 10, 1, tzinfo=ZoneInfo("Europe/Paris"))
    type(made).objects.update(quarter=quarter.date(), updated_at=quarter)
    alert(section="retours-d-experience", told_until=datetime(2026, 9, 1, tzinfo=UTC))
    on(DAY)
    worker()
    assert not mail.outbox
