"""Jobs of this room; none holds a word or an address."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from practices.lessons import mails, reminding
from practices.lessons.models import Part, StatementEntry
from practices.lessons.telling import MAILS

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


def entry_of(entry_id: int) -> StatementEntry:
    return StatementEntry.objects.select_related("statement__author").get(pk=entry_id)


@app.task(name=MAILS, retry=PATIENCE)
@transaction.atomic
def send_mails(entry_id: int) -> int:
    letters = mails.letters(entry_of(entry_id))
    for letter in letters:
        send_mail.defer(entry_id=entry_id, part=letter.part.value, user_id=letter.user.pk)
    return len(letters)


@app.task(name="lessons.mail", retry=PATIENCE)
def send_mail(entry_id: int, part: str, user_id: int) -> None:
    if user := User.objects.active().filter(pk=user_id).first():
        mails.message(entry_of(entry_id), mails.Letter(Part(part), user)).send()


@app.periodic(cron="50 6 * * *")
@app.task(name="lessons.remind")
def remind(timestamp: int = 0) -> int:
    return reminding.run()
