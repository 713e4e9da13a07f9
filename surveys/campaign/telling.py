"""The jobs that follow a change, queued by their names so that gates know no job."""

from procrastinate.contrib.django import app

from aict.people.models import User
from surveys.models import Survey

MIX, PREPARE = "campaign.mix", "campaign.prepare"


def mix_soon(survey: Survey, by: User) -> None:
    """Once the closing is kept: the tables are then locked for a moment, the survey no longer is."""
    app.configure_task(MIX).defer(survey_id=survey.pk)


def prepare_soon(mailing_id: int) -> None:
    app.configure_task(PREPARE).defer(mailing_id=mailing_id)
