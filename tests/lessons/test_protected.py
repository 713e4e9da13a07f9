"""What could lead to somebody is nowhere: pages, lists, files, feeds, queues, journals, mails, jobs."""

import json

import pytest
from django.db import models
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.moderation.models import Contribution, JournalEntry
from aict.people import erasure, holdings
from aict.search import spelling
from practices.lessons import gate, mails, tasks
from practices.lessons.listing import LESSONS
from practices.lessons.models import Lesson, Statement, StatementEntry
from practices.lessons.models.lesson import TEXTS
from practices.lessons.permissions import Who
from tests.lessons import making
from tests.people import factories as people

BASE = "/retours-d-experience/"
PUBLIC = (
    BASE, f"{BASE}?q=interprete", f"{BASE}?format=csv", f"{BASE}flux.atom",
    "/api/v1/retours-d-experience/", "/recherche/?q=interprete", "/",
)  # fmt: skip
SECRETS = ("Zoé Zanzibarineuse", "zoe@zanzibar.example", "Zanzibar-Métropole", "Service Zanzibar")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    LESSONS.forget()


@pytest.fixture
def author(db):
    """Everything that could betray her holds the same odd word."""
    place = people.territory(level="epci", code="999999999", name=SECRETS[2])
    service = people.service("zanzibar", SECRETS[3])
    return people.officer(place, service, name=SECRETS[0], email=SECRETS[1])


def read(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode()


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def test_nothing_public_leads_to_the_author(client, author):
    lesson = making.lesson(author)
    statement = Statement.objects.get()
    found = {address: read(client, address) for address in PUBLIC}
    found["page"] = read(client, lesson.get_absolute_url())
    found["api"] = read(client, f"/api/v1/retours-d-experience/{lesson.slug}/")
    for address in (BASE, f"{BASE}?format=csv", f"{BASE}flux.atom", "page", "api"):
        assert "interprète" in found[address], address
    for address, text in found.items():
        assert "zanzibar" not in text.lower(), address
        assert str(statement.token) not in text, address
        assert f"{author.pk}@" not in text


def test_the_territory_and_its_practices_say_nothing_of_it(client, author):
    making.lesson(author)
    place = author.memberships.get().territory
    assert "interprète" not in read(client, place.get_absolute_url())


def test_the_public_row_points_to_nobody(author):
    lesson = making.lesson(author)
    relations = {f.name: f.related_model for f in Lesson._meta.get_fields() if f.is_relation}
    assert {*relations} == {"modality"}
    backwards = [f for f in Lesson._meta.get_fields(include_hidden=True) if f.auto_created]
    assert all(isinstance(f, models.OneToOneRel) and f.hidden for f in backwards)
    assert not hasattr(lesson, "statement")
    assert lesson.pk != Statement.objects.get().pk
    assert (lesson.quarter.day, lesson.quarter.month % 3) == (1, 1)
    assert lesson.updated_at.date() <= lesson.quarter


def test_what_was_confided_is_forgotten_once_on_line(author):
    statement = making.at("submitted", author)
    reader = Who(user=people.coordinator())
    gate.apply(statement, "send_back", reader, gate.Said(comment="Zanzibar se devine."))
    gate.apply(statement, "submit", Who(user=author))
    for _person in range(2):
        gate.apply(
            statement, "check", making.by(statement, "check"), making.said(statement, "check")
        )
    gate.apply(statement, "approve", Who(user=author), making.said(statement, "approve"))
    kept = list(Statement.objects.values("title", "situation", "tried", "wrong", "instead"))
    assert kept == [dict.fromkeys(kept[0], "")]
    assert not StatementEntry.objects.exclude(comment="").exists()


def test_it_is_no_contribution_and_stands_in_no_other_queue(author):
    making.at("submitted", author)
    making.lesson(author)
    assert not Contribution.objects.exists()
    assert not JournalEntry.objects.exists()
    coordinator = signed_in(people.coordinator())
    for address in ("/moderation/", "/compte/contributions/", "/mises-en-relation/suivi/"):
        assert "interprète" not in read(coordinator, address)


@pytest.mark.parametrize("state", [*making.WAYS])
def test_others_do_not_even_learn_that_it_exists(author, state):
    statement = making.at(state, author)
    stranger = signed_in(people.officer())
    address = statement.get_absolute_url()
    assert stranger.get(address).status_code == 404
    assert stranger.get(f"{address}modifier/").status_code == 404
    assert stranger.post(f"{address}faire/withdraw/").status_code == 404
    assert Client().get(address).status_code == 302
    if state == "draft":
        assert signed_in(people.coordinator()).get(address).status_code == 404
    if state != "published":
        assert "interprète" not in read(Client(), BASE)


def test_mails_and_jobs_hold_not_a_word(author, mailoutbox):
    people.coordinator()
    statement = making.draft(author)
    entry = gate.apply(statement, "submit", Who(user=author))
    tasks.send_mails(entry.pk)
    for letter in mails.letters(entry):
        tasks.send_mail(entry.pk, letter.part.value, letter.user.pk)
    assert len(mailoutbox) == 2
    for mail in mailoutbox:
        said = mail.subject + mail.body
        assert "interprète" not in said
        assert "zanzibar" not in said.lower()
    jobs = json.dumps([job.args for job in ProcrastinateJob.objects.all()])
    assert "zanzibar" not in jobs.lower()
    assert "interpr" not in jobs


def test_taken_back_it_leaves_nothing(client, author):
    lesson = making.lesson(author)
    address = lesson.get_absolute_url()
    assert "interprète" in read(client, BASE)
    gate.apply(Statement.objects.get(), "remove", Who(user=author))
    assert not Lesson.objects.exists()
    assert client.get(address).status_code == 404
    for public in (BASE, f"{BASE}?format=csv", f"{BASE}flux.atom"):
        assert "interprète" not in read(client, public)


def test_an_account_that_leaves_hands_its_statements_to_nobody(author):
    waiting, lesson = making.at("submitted", author), making.lesson(author)
    assert "interprète" in str(holdings.export(author))
    heir = people.officer()
    erasure.erase(author, heir)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.title, waiting.author) == ("withdrawn", "", None)
    assert Lesson.objects.get() == lesson
    assert not Statement.objects.filter(author=heir).exists()


def test_two_lessons_of_one_title_have_two_addresses_and_no_order(author):
    first, second = making.lesson(author), making.lesson()
    assert first.slug != second.slug
    assert abs(first.pk - second.pk) > 1


def test_what_was_not_retained_goes_with_the_account(author):
    made = making.at("refused", author)
    erasure.erase(author, None)
    made.refresh_from_db()
    assert not any(getattr(made, name) for name in TEXTS)
    assert not made.journal.exclude(comment="").exists()


def test_a_name_taken_back_is_suggested_to_nobody(author):
    lesson = making.lesson(author, wrong="Les Zanzibarineux ont dit non.")
    assert spelling.nearest(["zanzibarineus"])
    statement = Statement.objects.get(published=lesson)
    gate.apply(statement, "remove", Who(user=author), quiet=True)
    assert not spelling.nearest(["zanzibarineus"])
