"""A place at an event: asked, confirmed, waited for, given back. Mails say what happens."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.moderation.gate import apply
from aict.moderation.models import Attachment
from aict.people.erasure import erase
from aict.people.export import export
from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.registering import seats, signed
from tests.events import factories
from tests.events.mailing import deliver
from tests.people import factories as people

pytestmark = pytest.mark.django_db
GIVEN = {
    "name": "Ana Fictive",
    "function": "Chargée de mission",
    "organisation": "Ville fictive",
    "email": "Ana@Exemple.Example",
}


def event(**fields) -> Event:
    return factories.event(**{"registrable": True, "title": "Atelier des rives"} | fields)


def asked(row: Event, email="ana@exemple.example", **told) -> Registration:
    return seats.ask(row, {"name": "Ana", "organisation": "Ville", "email": email, **told})


def registered(row: Event, email="ana@exemple.example") -> Registration:
    return seats.confirm(asked(row, email))


def link_in(sent) -> str:
    return re.search(r"(/agenda/inscription/\S+/)", sent.body)[1]


def sign_in(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return user


def test_without_account_a_place_is_confirmed_by_mail(client):
    row = event(capacity=1)
    assert "S’inscrire" in client.get(row.get_absolute_url()).text
    answer = client.post(f"{row.get_absolute_url()}inscription/", GIVEN, follow=True)
    assert "ouvrez-le et confirmez" in answer.text
    found = Registration.objects.get()
    assert (found.email, found.state) == ("ana@exemple.example", Seat.PENDING)
    (sent,) = deliver()
    assert sent.to == ["ana@exemple.example"]
    address = link_in(sent)
    assert "Je confirme mon inscription" in client.get(address).text
    assert Registration.objects.get().state == Seat.PENDING  # reading changes nothing
    for _twice in range(2):
        assert client.post(address, {"geste": "confirmer"}).status_code == 302
    assert Registration.objects.get().state == Seat.REGISTERED
    (sent,) = deliver()
    name, content, kind = sent.attachments[0]
    assert (name, kind) == ("evenement.ics", "text/calendar")
    assert "STATUS:CONFIRMED" in content
    assert "Complet" in client.get(row.get_absolute_url()).text


def test_signed_in_a_place_is_taken_at_once(client):
    row, officer = event(), sign_in(client, people.officer())
    address = f"{row.get_absolute_url()}inscription/"
    page = client.get(address).text
    assert officer.email in page
    assert 'name="email"' not in page
    told = {"name": "Moi", "organisation": "Ici"}
    for _twice in range(2):
        client.post(address, told)
    found = Registration.objects.get()
    assert (found.user, found.email, found.state) == (officer, officer.email, Seat.REGISTERED)
    assert len(deliver()) == 1
    assert "Mon inscription" in client.get(row.get_absolute_url()).text


def test_one_registration_per_address_whatever_its_case(client):
    row = event()
    registered(row)
    deliver()
    client.post(f"{row.get_absolute_url()}inscription/", GIVEN | {"email": "ANA@exemple.EXAMPLE"})
    assert Registration.objects.count() == 1
    assert Registration.objects.get().name == "Ana"  # a stranger changes nothing
    (sent,) = deliver()
    assert "déjà inscrit" in sent.subject


def test_the_same_confirmation_is_not_mailed_again_and_again():
    row = event()
    asked(row)
    asked(row)
    assert len(deliver()) == 1
    Registration.objects.update(since=timezone.now() - timedelta(minutes=11))
    asked(row)
    assert len(deliver()) == 1


def test_full_one_waits_and_the_first_who_waits_takes_the_place_given_back(client):
    row = event(capacity=1)
    first, second, third = (registered(row, f"{n}@exemple.example") for n in "abc")
    assert [r.state for r in (first, second, third)] == ["inscrit", "attente", "attente"]
    deliver()
    page = client.get(signed.path(third)).text
    assert "au rang 2" in page
    client.post(signed.path(first), {"geste": "annuler"})
    states = dict(Registration.objects.values_list("email", "state"))
    assert list(states.values()).count("inscrit") == 1
    assert states["b@exemple.example"] == "inscrit"
    told = {sent.to[0]: sent for sent in deliver()}
    assert "METHOD:CANCEL" in told["a@exemple.example"].attachments[0][1]
    assert "une place s’est libérée" in told["b@exemple.example"].subject
    assert set(told) == {"a@exemple.example", "b@exemple.example"}


def test_who_left_and_comes_back_waits_behind_the_others():
    row = event(capacity=1)
    first, second = registered(row, "a@exemple.example"), registered(row, "b@exemple.example")
    seats.leave(first)
    seats.leave(first)
    again = registered(row, "a@exemple.example")
    assert again.pk == first.pk
    assert again.state == Seat.WAITING
    second.refresh_from_db()
    assert second.state == Seat.REGISTERED


def test_more_room_gives_places_in_order_and_less_takes_none_back():
    row = factories.published(registrable="on", capacity="1", day="2027-05-03")
    for name in "abc":
        registered(row, f"{name}@exemple.example")
    row = factories.changed(row, capacity="2")
    assert Registration.objects.registered().count() == 2
    row = factories.changed(row, capacity="1")
    assert Registration.objects.registered().count() == 2
    factories.changed(row, capacity="")
    assert Registration.objects.registered().count() == 3


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"registrable": False}, "On ne s’inscrit pas"),
        ({"days": -3}, "a commencé"),
        ({"days": 0, "hours": 5}, "a commencé"),
        ({"state": "annule", "state_note": "Non."}, "est annulé"),
        ({"register_until": timezone.localdate() - timedelta(days=1)}, "closes depuis"),
    ],
)
def test_nobody_registers_to_what_is_closed_and_is_told_why(client, fields, words):
    row = event(**fields)
    answer = client.post(f"{row.get_absolute_url()}inscription/", GIVEN)
    assert answer.status_code == 409
    assert words in answer.text
    assert not Registration.objects.exists()


def test_asked_in_time_one_may_confirm_after_the_last_day_but_not_once_begun(client):
    row = event(register_until=timezone.localdate())
    one, two = asked(row, "a@exemple.example"), asked(row, "b@exemple.example")
    Event.objects.update(register_until=timezone.localdate() - timedelta(days=1))
    assert seats.confirm(one).state == Seat.REGISTERED
    Event.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    answer = client.post(signed.path(two), {"geste": "confirmer"})
    assert answer.status_code == 409
    assert "a commencé" in answer.text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "nonsense"}, "email"),
        ({"email": ""}, "email"),
        ({"name": ""}, "name"),
        ({"organisation": "x" * 161}, "organisation"),
        ({"name": "a\x00b"}, "name"),
    ],
)
def test_a_bad_answer_is_said_beside_its_field_and_nothing_is_lost(client, changes, field):
    answer = client.post(f"{event().get_absolute_url()}inscription/", GIVEN | changes)
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.text
    assert "Chargée de mission" in answer.text
    assert not Registration.objects.exists()


def test_a_robot_falls_into_the_honeypot(client):
    client.post(f"{event().get_absolute_url()}inscription/", GIVEN | {"website": "spam"})
    assert not Registration.objects.exists()


def test_a_link_nobody_made_or_of_a_forgotten_registration_leads_nowhere(client):
    assert client.get("/agenda/inscription/forge/").status_code == 404
    found = registered(event())
    address = signed.path(found)
    assert client.post(address, {"geste": "danser"}).status_code == 409
    found.delete()
    assert client.get(address).status_code == 404


def test_the_link_shows_to_those_who_have_a_place_only(client):
    row = event(link="https://visio.example/secret", capacity=1)
    officer = sign_in(client, people.officer())
    assert "secret" not in client.get(row.get_absolute_url()).text
    inside = seats.ask(row, {"name": "M", "organisation": "I", "email": officer.email}, officer)
    waiting = registered(row, "b@exemple.example")
    assert "secret" in client.get(row.get_absolute_url()).text
    assert "secret" in client.get(signed.path(inside)).text
    assert "secret" not in client.get(signed.path(waiting)).text
    told = {sent.to[0]: sent for sent in deliver() if sent.attachments or "attente" in sent.subject}
    assert "secret" in told[officer.email].body
    assert "secret" in told[officer.email].attachments[0][1].replace("\r\n ", "")
    assert "secret" not in told["b@exemple.example"].body


def test_those_registered_are_told_what_changes_under_them():
    row = factories.published(registrable="on", day="2027-05-03", place="Salle A")
    registered(row)
    deliver()
    row = factories.changed(row, place="Salle B", begins="10:00")
    (sent,) = deliver()
    assert "Ce qui change\u202f: la date ou l’heure, le lieu." in sent.body
    assert "SEQUENCE:1" in sent.attachments[0][1]
    row = factories.changed(row, teaser="Une autre phrase.")
    assert deliver() == []
    row = factories.changed(row, state="annule", state_note="La salle est inondée.")
    (sent,) = deliver()
    assert "annulé" in sent.subject
    assert "La salle est inondée." in sent.body
    assert "METHOD:CANCEL" in sent.attachments[0][1]
    factories.changed(row, state="maintenu", state_note="")
    (sent,) = deliver()
    assert "a bien lieu" in sent.subject
    assert "SEQUENCE:4" in sent.attachments[0][1]


def test_withdrawn_from_the_site_those_registered_are_told():
    by = people.coordinator()
    row = factories.published(by, registrable="on", day="2027-05-03")
    registered(row)
    deliver()
    factories.withdraw(row, by)
    (sent,) = deliver()
    assert "retiré" in sent.subject
    assert "STATUS:CANCELLED" in sent.attachments[0][1]
    row.contribution.refresh_from_db()
    apply(row.contribution, "restore", people.coordinator())
    (sent,) = deliver()
    assert "a bien lieu" in sent.subject
    assert "STATUS:CONFIRMED" in sent.attachments[0][1]
    assert "SEQUENCE:2" in sent.attachments[0][1]


def test_the_minutes_are_told_once_to_who_had_a_place():
    row = factories.published(registrable="on", day="2027-05-03")
    registered(row)
    deliver()
    row = factories.changed(row, minutes="Rien encore.")
    assert deliver() == []
    row = factories.changed(row, day="2026-01-05", minutes="Trois pistes.")
    (sent,) = deliver()
    assert "ce qui s’est dit" in sent.subject
    factories.changed(row, replay="https://video.example/1")
    assert deliver() == []


def test_minutes_in_a_file_are_told_too():
    by = people.coordinator()
    row = factories.published(by, registrable="on", day="2027-05-03")
    registered(row)
    row = factories.changed(row, by, day="2026-01-05")
    deliver()
    made = Attachment.objects.create(
        contribution=row.contribution, kind="document", file="a.pdf", size=5, name="Compte rendu"
    )
    factories.changed(row, by, attachments=[str(made.token)])
    assert ["ce qui s’est dit" in sent.subject for sent in deliver()] == [True]


def test_a_mail_that_no_longer_makes_sense_is_not_sent():
    found = registered(event())
    seats.leave(found)
    assert [sent.subject.split("] ")[1].split("\u202f")[0] for sent in deliver()] == [
        "inscription annulée"
    ]
    assert mail.outbox == []


def test_no_address_is_written_in_a_job():
    registered(event())
    jobs = str(list(ProcrastinateJob.objects.values_list("args", flat=True)))
    assert "registration_id" in jobs
    assert "@" not in jobs


def test_an_account_takes_its_registrations_away_and_gives_its_places_back():
    row, officer = event(capacity=1), people.officer()
    seats.ask(row, {"name": "Moi", "organisation": "Ici", "email": officer.email}, officer)
    other = registered(row)
    (told,) = export(officer)["inscriptions aux événements"]
    assert (told["événement"], told["nom"]) == ("Atelier des rives", "Moi")
    erase(officer, None)
    assert Registration.objects.get() == other
    assert Registration.objects.get().state == Seat.REGISTERED


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_registering_do_not_grow(client, number, django_assert_num_queries):
    row = event(capacity=50)
    for n in range(number):
        registered(row, f"{n}@exemple.example")
    address = f"{row.get_absolute_url()}inscription/"
    client.get(address)
    with django_assert_num_queries(2):
        client.get(address)


@pytest.mark.parametrize("number", [1, 3])
def test_one_s_own_registrations(client, number, django_assert_num_queries):
    officer = sign_in(client, people.officer())
    given = {"name": "Moi", "organisation": "Ici", "email": officer.email}
    for _ in range(number):
        seats.ask(event(title="À moi"), given, officer)
    registered(event(title="À une autre"))
    client.get("/agenda/inscriptions/")
    with django_assert_num_queries(3):
        page = client.get("/agenda/inscriptions/").text
    assert page.count(">À moi</a>") == number
    assert "À une autre" not in page


def test_nobody_has_an_address_flooded_from_event_to_event(client):
    rows = [event(title=f"Atelier {number}") for number in range(3)]
    registered(rows[0])
    deliver()
    statuses = [
        client.post(
            f"{rows[turn % 3].get_absolute_url()}inscription/", GIVEN, REMOTE_ADDR=f"192.0.2.{turn}"
        ).status_code
        for turn in range(13)
    ]
    assert statuses == [302] * 10 + [429] * 3
    assert len(deliver()) <= 10


def test_what_was_asked_at_the_address_of_an_account_goes_with_it(client):
    person = people.officer(email="ana@exemple.example")
    row = event(capacity=1)
    registered(row)
    waiting = registered(row, "bo@exemple.example")
    assert "Atelier des rives" in str(export(person))
    erase(person, None)
    assert list(Registration.objects.values_list("email", flat=True)) == ["bo@exemple.example"]
    waiting.refresh_from_db()
    assert waiting.state == Seat.REGISTERED
