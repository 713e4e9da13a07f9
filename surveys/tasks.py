"""Jobs of surveys."""

from django.utils import timezone
from procrastinate.contrib.django import app

from aict.moderation.readiness import Refused
from surveys import gate
from surveys.models import State, Survey


@app.periodic(cron="20 0 * * *")
@app.task(name="surveys.close_over")
def close_over(timestamp: int = 0) -> int:
    """Close the surveys whose last day is over. Returns how many."""
    closed = 0
    for survey in Survey.objects.filter(state=State.OPEN, closes_on__lt=timezone.localdate()):
        try:
            gate.apply(survey, "close", None)
            closed += 1
        except Refused:  # closed, or given a later date, since it was read
            continue
    return closed
