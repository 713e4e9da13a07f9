"""Runs the jobs that wait, as the worker would, and gives the mails they sent."""

from django.core import mail
from django.core.mail import EmailMessage
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

_seen: set[int] = set()


def deliver() -> list[EmailMessage]:
    """The mails of this room's jobs queued since the last call; each job runs once."""
    mail.outbox.clear()
    while jobs := list(waiting()):
        for job in jobs:
            _seen.add(job.pk)
            app.tasks[job.task_name].func(**job.args)
    sent = list(mail.outbox)
    mail.outbox.clear()
    return sent


def waiting():
    return ProcrastinateJob.objects.filter(task_name__startswith="events.").exclude(pk__in=_seen)
