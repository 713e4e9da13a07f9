"""Jobs about published pages."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.listing.models import Report
from aict.moderation.kinds import KINDS
from aict.moderation.mails import coordinators

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="listing.tell_report", retry=PATIENCE)
def tell_report(report_id: int) -> int:
    """Tell editors and coordinators of an error signalled by a reader. Returns how many mails."""
    report = Report.objects.select_related("contribution").get(pk=report_id)
    contribution = report.contribution
    row: Any = KINDS[contribution.kind].live_object(contribution)
    people = [*contribution.editors.filter(is_active=True), *coordinators()]
    body = (
        f"Un lecteur signale : {report.get_reason_display().lower()}.\n\n{report.message}\n\n"
        f"{contribution.title}\n{settings.SITE_URL}{row.get_absolute_url() if row else ''}\n"
    )
    subject = " ".join(f"[AICT éco] erreur signalée : {contribution.title}".split())
    return sum(
        EmailMessage(subject, body, to=[person.email]).send() for person in dict.fromkeys(people)
    )
