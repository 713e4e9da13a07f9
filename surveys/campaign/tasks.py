"""Jobs of campaigns. None holds an address, none knows a response."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from surveys import mixing
from surveys.campaign import sending
from surveys.campaign.models import Invitation, SurveyMailing
from surveys.campaign.telling import MIX, PREPARE
from surveys.models import State, Survey

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)
UNSENT_DAYS, ADDRESS_DAYS = 30, 365
BATCH = 500


@app.task(name=PREPARE, retry=PATIENCE)
@transaction.atomic
def prepare(mailing_id: int) -> int:
    """One job for each mail: a refused address does not make others read twice. Returns how many."""
    found = sending.prepared(mailing_id)
    number = SurveyMailing.objects.values_list("number", flat=True).get(pk=mailing_id)
    for start in range(0, len(found), BATCH):
        part = found[start : start + BATCH]
        jobs: list[dict] = [{"invitation_id": pk, "number": number} for pk in part]
        write.batch_defer(*jobs)
    return len(found)


@app.task(name="campaign.write", retry=PATIENCE)
def write(invitation_id: int, number: int) -> bool:
    return sending.write(invitation_id, number)


@app.task(name=MIX, retry=PATIENCE)
def mix(survey_id: int) -> int:
    """Part what was written together. Returns how many rows."""
    survey = Survey.objects.filter(pk=survey_id).first()
    count = mixing.mix(survey) if survey else 0
    mixing.sweep()
    return count


@app.periodic(cron="20 3 * * *")
@app.task(name="campaign.each_night")
def each_night(timestamp: int = 0) -> int:
    """Mix what was written during the day; erase what was never sent, and the addresses that serve no
    more. Returns how many surveys were mixed."""
    mixing.forget_unsent(timezone.now() - timedelta(days=UNSENT_DAYS))
    forget_addresses()
    moved = [
        survey
        for survey in Survey.objects.exclude(state=State.DRAFT)
        if not mixing.is_mixed(survey)
    ]
    for survey in moved:
        mixing.mix(survey)
    if moved:
        mixing.sweep()
    return len(moved)


def forget_addresses() -> int:
    """Of surveys closed for a year: authorities and counts stay, people go. Returns how many."""
    closed = Survey.objects.closed_before(timezone.now() - timedelta(days=ADDRESS_DAYS))
    guests = Invitation.objects.filter(survey__in=closed.filter(fictional=False))
    return guests.exclude(email="").update(email="", stopped=True)
