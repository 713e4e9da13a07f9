"""Mails and clocks of introductions. Jobs are rows written in the transaction of what they announce."""

from smtplib import SMTPRecipientsRefused

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from partnerships.introductions import mails, reminders
from partnerships.introductions.telling import MAILS
from partnerships.models.introduction import IntroductionEntry, Part

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


def entry_of(entry_id: int) -> IntroductionEntry:
    names = ("requester", "territory", "service", "sector", "actor", "peer", "about")
    joined = ("introduction", *(f"introduction__{name}" for name in names))
    return IntroductionEntry.objects.select_related(*joined).get(pk=entry_id)


@app.task(name=MAILS, retry=PATIENCE)
@transaction.atomic
def send_mails(entry_id: int) -> int:
    """One job for each mail: a refused address does not make others read twice. No address is
    written in a job."""
    letters = mails.letters(entry_of(entry_id))
    for letter in letters:
        send_mail.defer(
            entry_id=entry_id,
            part=letter.part.value,
            user_id=letter.user.pk if letter.user else None,
        )
    return len(letters)


@app.task(name="introductions.mail", retry=PATIENCE)
def send_mail(entry_id: int, part: str, user_id: int | None = None) -> None:
    """A box that exists no longer is never used again, and the coordination takes over."""
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id else None
    if user_id and user is None:
        return
    entry = entry_of(entry_id)
    mail = mails.message(entry, mails.Letter(Part(part), user))
    if mail is None:
        return
    try:
        mail.send()
    except SMTPRecipientsRefused as refusal:
        codes = [code for code, _words in refusal.recipients.values()]
        # 4xx is for a time: the job tries again.
        if user or not all(500 <= code < 600 for code in codes):
            raise
        reminders.undeliverable(entry.introduction)


@app.periodic(cron="30 6 * * *")
@app.task(name="introductions.remind")
def remind(timestamp: int = 0) -> int:
    """Remind who is waited on, and hand over what stays without an answer. Returns how many."""
    return reminders.run()
