"""The weekly round, in small batches so that mails never wait behind it."""

from dataclasses import asdict

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.links import rounds
from aict.links.models import Link
from aict.people.models import User
from aict.ui.numbers import is_plural
from aict.ui.typography import french

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.periodic(cron="10 3 * * *")
@app.task(name="links.round")
def start_round(timestamp: int = 0) -> int:
    """Each night: the links due that day, a seventh of them. Returns how many are known."""
    known = rounds.gather()
    check_batch.defer()
    return known


@app.task(name="links.batch", lock="links")
def check_batch() -> int:
    """Some links, then the next ones in another job; at the end, tell what broke."""
    checked = rounds.check_some()
    (check_batch if checked else tell_owners).defer()
    return checked


@app.task(name="links.tell", lock="links")
@transaction.atomic
def tell_owners() -> int:
    """Queue one mail for each person concerned; each link is told once. Returns how many."""
    letters = rounds.to_tell()
    for person, places in letters.items():
        send_letter.defer(user_id=person, places=[asdict(place) for place in places])
    Link.objects.broken().filter(told_at=None).update(told_at=timezone.now())
    return len(letters)


@app.task(name="links.letter", retry=PATIENCE)
def send_letter(user_id: int, places: list[dict]) -> int:
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if not person:
        return 0
    context = {"places": places, "site": settings.SITE_URL}
    several = is_plural(len(places))
    subject = f"{len(places)} liens à vérifier" if several else "un lien à vérifier"
    body = render_to_string("links/mail.txt", context)
    return EmailMessage(french(f"[AICT éco] {subject}"), body, to=[person.email]).send()
