"""Asking for a sending, and writing to one person: each is written to once, whatever is restarted."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from django.db import transaction
from django.utils import timezone

from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.ui.dates import long_date
from surveys.campaign import mails
from surveys.campaign.models import MOST_REMINDERS, Invitation, MailingKind, SurveyMailing
from surveys.campaign.telling import prepare_soon
from surveys.models import Survey

APART = timedelta(days=5)
NOT_OPEN = "Cette enquête n’est pas ouverte : aucun message ne part."
NOBODY = "Il n’y a personne à qui écrire."
# Beyond, mails that did not leave are in trouble.
USUAL = timedelta(minutes=30)


@transaction.atomic
def ask_for(survey: Survey, kind: str, by: User) -> SurveyMailing:
    """Queue the sending. Two clicks make one. Raises Refused with the sentence to show."""
    locked = Survey.objects.select_for_update(no_key=True).get(pk=survey.pk)
    last = locked.mailings.first()
    if last and last.kind == kind and is_running(last):
        return last
    if problem := obstacle(locked, kind):
        raise Refused(problem)
    mailing = SurveyMailing.objects.create(
        survey=locked, kind=kind, number=next_number(locked, kind), by=by
    )
    prepare_soon(mailing.pk)
    return mailing


def obstacle(survey: Survey, kind: str) -> str:
    """Why nothing can be sent now, or ""."""
    if not survey.is_open:
        return NOT_OPEN
    number = next_number(survey, kind)
    if number > MOST_REMINDERS:
        return "Les trois rappels sont partis : il n’y en a pas d’autre."
    last = survey.mailings.first()
    if kind == MailingKind.REMINDER and last and last.at > timezone.now() - APART:
        day = timezone.localtime(last.at + APART)
        return f"Le dernier envoi a moins de cinq jours : attendez le {long_date(day.date())}."
    return "" if receivers(survey, number).exists() else NOBODY


def next_number(survey: Survey, kind: str) -> int:
    """0 for invitations; the rank of the reminder that would leave now."""
    if kind == MailingKind.FIRST:
        return 0
    return survey.mailings.filter(kind=MailingKind.REMINDER).count() + 1


def receivers(survey: Survey, number: int):
    """Those mailing `number` has still to reach."""
    mine = Invitation.objects.filter(survey=survey)
    return mine.to_remind(number) if number else mine.to_invite()


def left(mailing: SurveyMailing) -> int:
    """How many mails of this sending have not left."""
    return receivers(mailing.survey, mailing.number).count()


def is_running(mailing: SurveyMailing) -> bool:
    if mailing.at < timezone.now() - USUAL:
        return False
    return mailing.count is None or left(mailing) > 0


@transaction.atomic
def prepared(mailing_id: int) -> list[int]:
    """The invitations to write to, told once: [] when another job had them."""
    mailing = SurveyMailing.objects.select_for_update().filter(pk=mailing_id, count=None).first()
    if mailing is None:
        return []
    found = receivers(mailing.survey, mailing.number).order_by("pk").values_list("pk", flat=True)
    mailing.count = len(found)
    mailing.save(update_fields=["count"])
    return list(found)


@transaction.atomic
def write(invitation_id: int, number: int) -> bool:
    """One mail. It is marked and sent in one transaction: a mail that does not leave is not marked,
    and one that left is not sent again. False when it is no longer wanted."""
    found = Invitation.objects.with_names().select_related("survey")
    invitation = found.filter(pk=invitation_id).first()
    if invitation is None or not invitation.survey.is_open:
        return False
    waiting = receivers(invitation.survey, number).filter(pk=invitation_id)
    if not waiting.update(**({"reminded": number} if number else {"sent": True})):
        return False
    try:
        mails.letter(invitation, number).send()
    except SMTPRecipientsRefused:
        Invitation.objects.filter(pk=invitation_id).update(bounced=True)
        return False
    return True
