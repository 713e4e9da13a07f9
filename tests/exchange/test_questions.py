"""Asking, answering on the signed page, relaying, reading: never a name, never an address."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.people import erasure, holdings
from practices import pages
from practices.exchange import reminding, signed, tasks
from practices.exchange.models import Question
from practices.exchange.questions import gate, mails
from practices.exchange.questions.permissions import Who
from practices.exchange.questions.states import TRANSITIONS
from tests.exchange import making
from tests.people import factories as people


@pytest.fixture(autouse=True)
def _nothing_remembered():
    pages.forget()


@pytest.fixture
def officer(client, db):
    person = people.officer(name="Camille Fictif", function="Chargée de mission")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return person


def sign_in(client, person):
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")


def posted(officer, **changes) -> dict:
    told = {"membership": officer.memberships.get().pk, "function": "Chargée de mission"}
    return told | {"text": making.TEXT} | changes


def run(entry) -> None:
    """What the worker would do of that entry."""
    for letter in mails.letters(entry):
        tasks.send_question_mail(entry.pk, letter.part.value, letter.user.pk)


def told(mailoutbox) -> set[str]:
    return {address for mail in mailoutbox for address in mail.to}


def test_from_the_page_of_a_practice_to_its_answer(client, officer):
    practice = making.practice()
    team = practice.contribution.editors.get()
    address = practice.get_absolute_url()
    assert f'href="{address}questions/poser/"' in client.get(address).text
    assert "Chargée de mission" in client.get(f"{address}questions/poser/").text
    answer = client.post(f"{address}questions/poser/", posted(officer))
    question = Question.objects.get()
    assert answer.url == question.get_absolute_url()
    assert "la transmet à l’équipe" in client.get(answer.url).text
    sign_in(client, people.coordinator())
    client.post(f"{question.get_absolute_url()}faire/forward/")
    question.refresh_from_db()
    client.logout()
    link = f"/echanges/questions/reponse/{signed.answer_key(question, team)}/"
    assert making.TEXT.replace(" ?", "\u202f?") in client.get(link).text
    assert client.post(link, {"answer": "La région."}).url == link
    assert "C’est enregistré" in client.get(link).text
    assert "La région." not in client.get(address).text
    sign_in(client, people.coordinator())
    client.post(f"{question.get_absolute_url()}faire/publish/")
    client.logout()
    page = client.get(address).text
    assert "La région." in page
    assert "Chargée de mission, Grenoble-Alpes-Métropole" in page
    assert "Camille" not in page
    assert team.name not in page


def test_nothing_typed_is_lost_and_no_address_is_shown(client, officer):
    ask = f"{making.practice().get_absolute_url()}questions/poser/"
    answer = client.post(ask, posted(officer, text="Écrivez-moi à moi@ville.example"))
    assert answer.status_code == 422
    assert "moi@ville.example" in answer.text
    assert client.post(ask, posted(officer, text="\0")).status_code == 422
    assert client.post(ask, posted(officer, text="x" * 601)).status_code == 422
    assert not Question.objects.exists()


def test_someone_else_s_membership_is_refused(client, officer):
    ask = f"{making.practice().get_absolute_url()}questions/poser/"
    other = people.officer(territory=making.place("53", "Bretagne"))
    changed = posted(officer, membership=other.memberships.get().pk)
    assert client.post(ask, changed).status_code == 422


def test_an_unconfirmed_officer_is_told_why(client, db):
    person = people.officer(confirmed=False)
    sign_in(client, person)
    page = client.get(f"{making.practice().get_absolute_url()}questions/poser/")
    assert "attend d’être confirmée" in page.text
    assert "<textarea" not in page.text


@pytest.mark.parametrize("key", ["x", "a:b:c"])
def test_a_forged_link_leads_nowhere(client, db, key):
    assert client.get(f"/echanges/questions/reponse/{key}/").status_code == 404


def test_a_link_serves_one_round_and_one_member(client, db):
    question = making.at("forwarded")
    key = signed.answer_key(question, making.team_of(question))
    question.practice.contribution.editors.clear()
    assert client.get(f"/echanges/questions/reponse/{key}/").status_code == 410


def test_the_second_coordinator_is_told(client, db):
    question = making.at("forwarded")
    sign_in(client, people.coordinator())
    answer = client.post(f"{question.get_absolute_url()}faire/forward/")
    assert answer.status_code == 409
    assert "n’est plus possible" in answer.text
    assert client.post(f"{question.get_absolute_url()}faire/leave/").status_code == 404
    wrong = client.post(f"{question.get_absolute_url()}faire/refuse/", {"reason": "inconnue"})
    assert wrong.status_code == 422


@pytest.mark.parametrize("address", ["/echanges/", "/echanges/suivi/"])
def test_lists_ask_the_same_whatever_their_length(client, db, address):
    person = people.coordinator()
    people.membership(person)
    sign_in(client, person)
    practice = making.practice()
    counts = []
    for number in (1, 2, 3):
        making.question(person, practice, text=f"Question {number} ?")
        making.reuse(people.officer(territory=making.place(f"1{number}", f"Région {number}")))
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 9


def test_every_transition_has_its_words():
    assert mails.WORDS.keys() == TRANSITIONS.keys() | {"ask", "remind"}


def test_who_is_told_what(db, mailoutbox):
    coordinator = people.coordinator()
    question = making.question()
    team = making.team_of(question)
    run(question.journal.get())
    assert told(mailoutbox) == {question.asker.email, coordinator.email}
    mailoutbox.clear()
    run(gate.apply(question, "forward", Who(user=coordinator)))
    assert told(mailoutbox) == {question.asker.email, team.email}
    asked = next(mail for mail in mailoutbox if mail.to == [team.email])
    assert "/echanges/questions/reponse/" in asked.body
    for secret in (question.asker.name, question.asker.email):
        assert secret not in asked.body + asked.subject
    mailoutbox.clear()
    run(gate.apply(question, "answer", Who(user=team), making.said("answer")))
    assert told(mailoutbox) == {question.asker.email, coordinator.email}
    mailoutbox.clear()
    run(gate.apply(question, "publish", Who(user=coordinator)))
    assert told(mailoutbox) == {question.asker.email, team.email}


def test_who_is_waited_on_is_reminded_after_fifteen_days(db, mailoutbox):
    question = making.at("forwarded")
    assert reminding.remind_questions() == 0
    then = timezone.now() - timedelta(days=16)
    Question.objects.filter(pk=question.pk).update(state_since=then)
    assert [reminding.remind_questions() for _round in range(2)] == [1, 0]
    run(question.journal.filter(transition="remind").get())
    assert told(mailoutbox) == {making.team_of(question).email}
    assert not [j for j in ProcrastinateJob.objects.all() if "@" in str(j.args)]


def test_an_account_that_leaves_takes_its_name_away(db):
    asker = people.officer(name="Camille Dupont", email="camille@ville.example")
    waiting = making.at("forwarded", asker, text="Camille Dupont demande : combien ?")
    published = making.at("published", asker)
    assert "Camille Dupont demande" in str(holdings.export(asker))
    erasure.erase(asker, None)
    waiting.refresh_from_db()
    published.refresh_from_db()
    assert (waiting.state, published.state) == ("withdrawn", "published")
    assert "Dupont" not in waiting.text
    assert (published.asker, published.function) == (None, "")
    assert "Relations internationales" in published.asked_by
