"""Answers that came from a file become responses, whoever gave them out of reach."""

from uuid import uuid4

from aict.taxonomies.models import Service
from aict.territories.models import Territory
from surveys.intake.converting import Row
from surveys.intake.targets import SERVICE, TERRITORY
from surveys.models import CodedResponse, Respondent, Response, Survey
from surveys.questionnaire.layout import encode

BATCH = 1000


def store_new(survey: Survey, new: list[tuple[bytes, Row]]) -> None:
    """In the caller's transaction, and in the caller's order: it should be that of no file."""
    form = survey.form
    made = [(Response(id=uuid4(), survey=survey, answers=r.answers, mark=m), r) for m, r in new]
    Response.objects.bulk_create([response for response, _row in made], batch_size=BATCH)
    coded = [
        CodedResponse(response=response, survey=survey, codes=encode(form, row.answers))
        for response, row in made
    ]
    CodedResponse.objects.bulk_create(coded, batch_size=BATCH)
    if not survey.is_anonymous:
        Respondent.objects.bulk_create(respondents(made), batch_size=BATCH)


def respondents(made: list[tuple[Response, Row]]) -> list[Respondent]:
    keys = {row.who.get(TERRITORY, "") for _response, row in made}
    places = Territory.objects.in_bulk(keys - {""}, field_name="key")
    services = Service.objects.in_bulk(field_name="slug")
    return [
        Respondent(
            response=response,
            territory=places.get(row.who.get(TERRITORY, "")),
            service=services.get(row.who.get(SERVICE, "")),
        )
        for response, row in made
        if row.who
    ]
