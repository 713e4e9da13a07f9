"""Lists of surveys as spreadsheets, and one questionnaire as the file that makes another."""

import json
from collections.abc import Iterator

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse

from aict.ui.transfer import csv_response
from surveys.models import Survey
from surveys.questionnaire.reading import write

COMMON = ("titre", "adresse", "année", "état", "depuis le", "promesse", "jusqu’au", "questions")
PUBLIC = (*COMMON, "minutes", "exemple fictif")
DESK = (*COMMON, "réponses envoyées", "réponses commencées", "lien ouvert", "exemple fictif")


def common(survey: Survey) -> Iterator[object]:
    yield from (survey.title, settings.SITE_URL + survey.get_absolute_url(), survey.year)
    yield from (survey.get_state_display(), survey.state_since.date(), survey.get_mode_display())
    yield from (survey.closes_on, sum(1 for _ in survey.form.questions()))


def yes(value: bool) -> str:
    return "oui" if value else "non"


def public_csv(surveys: QuerySet) -> StreamingHttpResponse:
    rows = ((*common(one), one.form.minutes, yes(one.fictional)) for one in surveys)
    return csv_response("enquetes.csv", PUBLIC, rows)


def desk_csv(surveys: QuerySet) -> StreamingHttpResponse:
    """`surveys` carries `sent` and `begun` (querysets.SurveyQuerySet.counted)."""
    rows = (
        (*common(one), one.sent, one.begun, yes(one.open_link), yes(one.fictional))
        for one in surveys
    )
    return csv_response("enquetes-gestion.csv", DESK, rows)


def as_file(survey: Survey) -> HttpResponse:
    told = json.dumps(write(survey.form), ensure_ascii=False, indent=1) + "\n"
    response = HttpResponse(told, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="questionnaire-{survey.slug}.json"'
    return response
