"""The mail that follows a change of team. Jobs are rows written in the transaction of what they announce."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from aict.ui.typography import french
from practices.dossiers.models import Dossier

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="dossiers.tell_joined", retry=PATIENCE)
def tell_joined(dossier_id: int, person_id: int, by_id: int) -> int:
    """Tell somebody that she may now write a dossier; nothing when that is no longer so."""
    dossier = Dossier.objects.filter(pk=dossier_id, editors=person_id).first()
    person = User.objects.active().filter(pk=person_id).first()
    if dossier is None or person is None:
        return 0
    context = {
        "dossier": dossier,
        "person": person,
        "by": User.objects.filter(pk=by_id).first() or "Quelqu’un de votre service",
        "url": settings.SITE_URL + dossier.get_absolute_url(),
    }
    body = render_to_string("dossiers/joined_mail.txt", context)
    title = " ".join(dossier.title.split())
    subject = french(f"[{settings.SITE_NAME}] Un dossier à écrire ensemble : « {title} »")
    return EmailMessage(subject, body, to=[person.email]).send()
