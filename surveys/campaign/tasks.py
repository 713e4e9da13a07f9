"""Jobs of campaigns. None holds an address, none knows a response."""

from datetime import timedelta

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from surveys import mixing
from surveys.campaign.telling import MIX
from surveys.models import State, Survey

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)
UNSENT_DAYS = 30


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
    """Mix what was written during the day, and erase what was never sent. Returns how many surveys."""
    mixing.forget_unsent(timezone.now() - timedelta(days=UNSENT_DAYS))
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
