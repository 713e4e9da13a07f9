"""The two mails of a campaign, as text: who asks, how long, what is promised, until when."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.ui.typography import french
from surveys.campaign import signed
from surveys.campaign.models import MOST_REMINDERS, Invitation


def letter(invitation: Invitation, number: int = 0) -> EmailMessage:
    """The invitation, or its reminder of that rank. Reads the survey, the territory and the service."""
    headers = signed.stop_headers(invitation)
    return EmailMessage(
        subject(invitation, number),
        body(invitation, number),
        to=[invitation.email],
        headers=headers,
    )


def shown(invitation: Invitation, number: int) -> dict[str, str]:
    """The same on a page, without the links: they are the receiver’s."""
    hidden = "(le lien personnel de chaque destinataire)"
    text = body(invitation, number)
    for link in (signed.address(invitation), signed.stop_address(invitation)):
        text = text.replace(link, hidden)
    return {"subject": subject(invitation, number), "body": text}


def subject(invitation: Invitation, number: int) -> str:
    survey = invitation.survey
    what = f"rappel : « {survey.title} »" if number else f"votre avis pour « {survey.title} »"
    return french(" ".join(f"[{settings.SITE_NAME}] {what}".split()))


def body(invitation: Invitation, number: int) -> str:
    survey = invitation.survey
    context = {
        "survey": survey,
        "minutes": survey.form.minutes,
        "place": invitation.answers_for,
        "service": invitation.service,
        "number": number,
        "last": number == MOST_REMINDERS,
        "url": signed.address(invitation),
        "stop": signed.stop_address(invitation),
    }
    return render_to_string("campaign/mails/invitation.txt", context)
