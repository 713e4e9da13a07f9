"""Jobs of this room. They are rows written in the transaction of what they announce; none holds an address."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from practices.exchange import reminding
from practices.exchange.models import Part, QuestionEntry, ReuseEntry
from practices.exchange.questions import mails as question_mails
from practices.exchange.reuses import mails as reuse_mails
from practices.exchange.telling import QUESTION_MAILS, REUSE_MAILS

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


def question_entry(entry_id: int) -> QuestionEntry:
    names = ("asker", "territory", "service", "practice__contribution")
    joined = [f"question__{name}" for name in names]
    return QuestionEntry.objects.select_related("question", *joined).get(pk=entry_id)


def reuse_entry(entry_id: int) -> ReuseEntry:
    names = ("declared_by", "territory", "service", "practice__contribution")
    joined = [f"reuse__{name}" for name in names]
    return ReuseEntry.objects.select_related("reuse", *joined).get(pk=entry_id)


@app.task(name=QUESTION_MAILS, retry=PATIENCE)
@transaction.atomic
def send_question_mails(entry_id: int) -> int:
    """One job for each mail: a refused address does not make others read twice."""
    letters = question_mails.letters(question_entry(entry_id))
    for letter in letters:
        send_question_mail.defer(entry_id=entry_id, part=letter.part.value, user_id=letter.user.pk)
    return len(letters)


@app.task(name="exchange.question_mail", retry=PATIENCE)
def send_question_mail(entry_id: int, part: str, user_id: int) -> None:
    user = User.objects.active().filter(pk=user_id).first()
    entry = question_entry(entry_id)
    mail = user and question_mails.message(entry, question_mails.Letter(Part(part), user))
    if mail:
        mail.send()


@app.task(name=REUSE_MAILS, retry=PATIENCE)
@transaction.atomic
def send_reuse_mails(entry_id: int) -> int:
    letters = reuse_mails.letters(reuse_entry(entry_id))
    for letter in letters:
        send_reuse_mail.defer(entry_id=entry_id, part=letter.part.value, user_id=letter.user.pk)
    return len(letters)


@app.task(name="exchange.reuse_mail", retry=PATIENCE)
def send_reuse_mail(entry_id: int, part: str, user_id: int) -> None:
    if user := User.objects.active().filter(pk=user_id).first():
        reuse_mails.message(reuse_entry(entry_id), reuse_mails.Letter(Part(part), user)).send()


@app.periodic(cron="40 6 * * *")
@app.task(name="exchange.remind")
def remind(timestamp: int = 0) -> int:
    """Remind who is waited on, and ask what became of reuses. Returns how many entries."""
    return reminding.remind_questions() + reminding.follow_reuses()
