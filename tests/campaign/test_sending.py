"""Mails of a campaign: each leaves once, to who still waits for it."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.moderation.readiness import Refused
from surveys.campaign import sending
from surveys.campaign.models import Invitation, SurveyMailing
from surveys.campaign.tasks import prepare, write
from surveys.models import Mode
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return making.survey(state="open", summary="Savoir ce dont vous avez besoin.")


def run(mailing) -> None:
    """What the worker does."""
    prepare(mailing.pk)
    for job in ProcrastinateJob.objects.filter(task_name="campaign.write").order_by("pk"):
        write(**job.args)


def ask(survey, kind="invitation") -> SurveyMailing:
    return sending.ask_for(survey, kind, people.coordinator())


def later(survey) -> None:
    survey.mailings.update(at=timezone.now() - timedelta(days=6))


def test_each_is_written_to_once(survey):
    invitation(survey, email="a@b.example", sent=False, territory=people.territory())
    invitation(survey, email="c@d.example", sent=False)
    invitation(survey, email="deja@b.example")
    invitation(survey, email="non@b.example", sent=False, stopped=True)
    mailing = ask(survey)
    assert ask(survey) == mailing
    run(mailing)
    run(mailing)
    assert sorted(sent.to[0] for sent in mail.outbox) == ["a@b.example", "c@d.example"]
    mailing.refresh_from_db()
    assert mailing.count == 2
    assert not sending.is_running(mailing)
    with pytest.raises(Refused, match="personne à qui écrire"):
        ask(survey)


def test_what_the_mail_says(survey, client):
    guest = invitation(survey, sent=False, territory=people.territory(), service=people.service())
    run(ask(survey))
    (sent,) = mail.outbox
    assert sent.subject == "[AICT éco] votre avis pour «\u00a0Petite enquête\u00a0»"
    assert "Savoir ce dont vous avez besoin." in sent.body
    assert "Grenoble-Alpes-Métropole, Relations internationales" in sent.body
    assert "Rien ne la relie à ce message" in sent.body
    assert guest.email not in sent.body
    links = [line for line in sent.body.splitlines() if "/invitation/" in line]
    assert [client.get(link).status_code for link in links] == [200, 200]
    assert sent.extra_headers["List-Unsubscribe"] == f"<{links[1]}>"
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_named_survey_promises_something_else():
    survey = making.survey(state="open", mode=Mode.NAMED)
    invitation(survey, sent=False)
    run(ask(survey))
    assert "anonyme" not in mail.outbox[0].body
    assert "quelle collectivité et quel service" in mail.outbox[0].body


def test_reminders_go_to_who_is_silent(survey):
    invitation(survey, email="silence@b.example")
    invitation(survey, email="commence@b.example", started=True)
    invitation(survey, email="repondu@b.example", answered=True)
    invitation(survey, email="stop@b.example", stopped=True)
    invitation(survey, email="refus@b.example", bounced=True)
    invitation(survey, email="pas-encore@b.example", sent=False)
    invitation(survey, email="")
    run(ask(survey, "rappel"))
    assert sorted(sent.to[0] for sent in mail.outbox) == ["commence@b.example", "silence@b.example"]
    assert mail.outbox[0].subject.startswith("[AICT éco] rappel")
    assert set(Invitation.objects.filter(reminded=1).values_list("email", flat=True)) == {
        "commence@b.example",
        "silence@b.example",
    }


def test_three_reminders_five_days_apart(survey):
    invitation(survey)
    for rank in range(3):
        run(ask(survey, "rappel"))
        why = "moins de cinq jours" if rank < 2 else "trois rappels"
        with pytest.raises(Refused, match=why):
            ask(survey, "rappel")
        later(survey)
    assert "dernier rappel" in mail.outbox[2].body
    with pytest.raises(Refused, match="trois rappels"):
        ask(survey, "rappel")
    assert len(mail.outbox) == 3


def test_who_answers_before_the_mail_leaves_is_left_alone(survey):
    guest = invitation(survey)
    prepare(ask(survey, "rappel").pk)
    Invitation.objects.filter(pk=guest.pk).update(answered=True)
    assert not write(guest.pk, 1)
    assert mail.outbox == []


def test_a_refused_address_is_told(survey, monkeypatch):
    guest = invitation(survey, sent=False)
    monkeypatch.setattr(
        "django.core.mail.EmailMessage.send",
        refusing(SMTPRecipientsRefused({guest.email: (550, b"")})),
    )
    assert not write(guest.pk, 0)
    assert Invitation.objects.get(pk=guest.pk).bounced


def test_a_mail_that_did_not_leave_is_not_marked(survey, monkeypatch):
    guest = invitation(survey, sent=False)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", refusing(ConnectionError))
    with pytest.raises(ConnectionError):
        write(guest.pk, 0)
    assert not Invitation.objects.get(pk=guest.pk).sent


def refusing(trouble):
    def send(self, *args):
        raise trouble

    return send


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_nothing_leaves_unless_the_survey_is_open(state):
    survey = making.survey(state=state)
    guest = invitation(survey, sent=False)
    with pytest.raises(Refused, match="pas ouverte"):
        ask(survey)
    assert not write(guest.pk, 0)


def test_the_page_shows_the_mail_and_who_receives_it(survey, client):
    guest = invitation(survey, sent=False)
    client.force_login(people.coordinator())
    address = reverse("campaign:send", args=[survey.slug, "invitation"])
    page = client.get(address).text
    assert guest.email in page
    assert "Envoyer un message" in page
    assert "/invitation/" not in page.split("mail-body")[1].split("</article>")[0]
    for _click in range(2):
        assert client.post(address).status_code == 302
    assert ProcrastinateJob.objects.filter(task_name="campaign.prepare").count() == 1
    progress = client.get(reverse("campaign:progress", args=[survey.slug])).text
    assert "data-over" not in progress
    prepare(survey.mailings.get().pk)
    page = client.get(reverse("campaign:list", args=[survey.slug])).text
    assert "0 messages partis sur 1" in page
    write(guest.pk, 0)
    assert "data-over" in client.get(reverse("campaign:progress", args=[survey.slug])).text
