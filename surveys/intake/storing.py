"""Answers that came from a file become responses, whoever gave them out of reach."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import connection

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
    copy_codes(survey, ((response.pk, encode(form, row.answers)) for response, row in made))
    if not survey.is_anonymous:
        Respondent.objects.bulk_create(respondents(made), batch_size=BATCH)


def copy_codes(survey: Survey, coded: Iterable[tuple[UUID, list[int]]]) -> None:
    """COPY: arrays of a hundred numbers go in four times faster than by INSERT."""
    table = CodedResponse._meta.db_table
    order = f"COPY {table} (response_id, survey_id, codes) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(order) as copy:
        for pk, codes in coded:
            copy.write(f"{pk}\t{survey.pk}\t{{{','.join(map(str, codes))}}}\n")


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
