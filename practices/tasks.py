"""Jobs of this room."""

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate.contrib.django import app

from aict.moderation.mails import coordinators
from practices.models import Report


@app.task(name="practices.tell_report", retry=5)
def tell_report(report_id: int) -> int:
    """Tell editors and coordinators of an error signalled by a reader. Returns how many mails."""
    report = Report.objects.select_related("practice__contribution").get(pk=report_id)
    practice = report.practice
    people = [*practice.contribution.editors.filter(is_active=True), *coordinators()]
    body = (
        f"Un lecteur signale : {report.get_reason_display().lower()}.\n\n{report.message}\n\n"
        f"{practice.title}\n{settings.SITE_URL}{practice.get_absolute_url()}\n"
    )
    subject = " ".join(f"[AICT éco] erreur signalée : {practice.title}".split())
    return sum(
        EmailMessage(subject, body, to=[person.email]).send() for person in dict.fromkeys(people)
    )
