"""The mail that tells who follows a need what was done of the answers."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from aict.alerts import signed
from aict.alerts.models import Subscription
from aict.ui.typography import french
from surveys.followup.models import FollowUp


def letter(follow_up: FollowUp, alert: Subscription) -> EmailMessage:
    survey, need = follow_up.survey, follow_up.need
    context = {
        "follow_up": follow_up,
        "survey": survey,
        "need": need,
        "need_url": settings.SITE_URL + need.get_absolute_url(),
        "results_url": settings.SITE_URL + reverse("surveys:detail", args=[survey.slug]),
        "stop": signed.whole("stop", signed.stop_key(alert)),
    }
    subject = french(f"[{settings.SITE_NAME}] ce qui a été fait : « {need.label} »")
    body = render_to_string("followup/mail.txt", context)
    headers = signed.stop_headers(alert)
    return EmailMessage(subject, body, to=[alert.reader.address], headers=headers)
