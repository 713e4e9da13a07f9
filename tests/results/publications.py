"""Surveys with answers, counted, and published or not: through the same code as in production."""

from django.utils import timezone

from surveys.models import Survey
from surveys.results import releasing
from surveys.results.models import QuestionSetting, Release
from tests.surveys import making

SECRET = "mot-de-passe-du-maire"


def answers(n: int) -> dict:
    """What the respondent number n answered; everybody wrote the same secret."""
    return {
        "level": f"o{1 + n % 2}",
        "several": ["o1", "o2"] if n % 3 else ["o3"],
        "grid": {"a": f"o{1 + n % 3}", "b": f"o{1 + n % 2}"},
        "best": ["o1", "o2"] if n % 2 else ["o2", "o1"],
        "size": f"o{1 + n % 3}",
        "count": n % 20,
        "words": SECRET,
    }


def questionnaire() -> dict:
    """The small one: « several » is switched off by the file, « size » is read after « level »."""
    return making.small()


def counted(n: int = 60, state="closed", **told) -> Survey:
    """A survey with n answers whose tables are ready."""
    survey = making.survey(state=state, questionnaire=questionnaire(), **told)
    for number in range(n):
        making.sent(survey, answers(number))
    release(survey)
    return survey


def release(survey: Survey) -> Release:
    made = Release.objects.create(survey=survey, total=1)
    releasing.carry_out(made)
    made.refresh_from_db()
    return made


def published(n: int = 60, **told) -> Survey:
    survey = counted(n, state="published", **told)
    survey.releases.update(published_at=timezone.now())
    return survey


def switch_off(survey: Survey, question: str) -> None:
    QuestionSetting.objects.create(survey=survey, question=question, shown=False)
