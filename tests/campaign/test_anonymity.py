"""After a full anonymous answer, by somebody signed in, no row of any table joins the two secrets."""

import json
import re
from datetime import date, datetime

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client

from surveys import gate, mixing
from surveys.answering.device import cookie_name
from surveys.answering.keys import digest
from surveys.campaign import sending
from surveys.campaign.models import Invitation
from surveys.campaign.tasks import each_night, prepare, write
from surveys.models import CodedResponse, Response
from tests.campaign.making import invitation
from tests.campaign.test_invited import path
from tests.people import factories as people
from tests.surveys import making
from tests.surveys.answering import FIRST, SECOND, at, post

pytestmark = pytest.mark.django_db
WHERE, WITH = "203.0.113.77", "Navigateur-Reconnaissable/1.0"


@pytest.fixture
def lived():
    """Somebody invited by mail, signed in, answers in full, then reads, corrects and sends again."""
    coordinator, person = people.coordinator(), people.officer(email="anne@ville.example")
    survey = making.survey(state="open")
    guest = invitation(survey, email=person.email, sent=False, territory=people.territory())
    prepare(sending.ask_for(survey, "invitation", coordinator).pk)
    write(guest.pk, 0)
    client = Client(REMOTE_ADDR=WHERE, HTTP_USER_AGENT=WITH)
    client.force_login(person)
    offered = client.get(path(guest)).context["key"]
    client.post(path(guest), {"key": offered})
    key = client.cookies[cookie_name(survey)].value
    for _time in range(2):
        post(client, survey, "un", FIRST)
        post(client, survey, "deux", SECOND)
        client.get(at(survey, "summary"))
        assert client.post(at(survey, "send"), {"version": 1}).status_code == 302
        client.get(at(survey, "mine"))
    client.post(at(survey, "resume"), {"key": key})
    client.get(path(guest))
    gate.apply(survey, "close", coordinator)
    each_night()
    guest.refresh_from_db()
    assert guest.answered
    return guest, person, key


def tables() -> dict[str, list[str]]:
    """Every row of every table, jobs and journals included, as text: what the ORM knows and the rest."""
    found = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name.startswith(("territories_", "taxonomies_")):
                continue
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {quoted} AS t")
            found[name] = [row for (row,) in cursor.fetchall()]
    return found


def sessions() -> list[str]:
    return [json.dumps(row.get_decoded()) for row in Session.objects.all()]


def secrets_of(key: str) -> set[str]:
    """Every way of writing which response it is."""
    response = Response.objects.get()
    plain = key.replace("-", "")
    hashed = digest(key).hex()
    return {str(response.pk), response.pk.hex, key, plain, plain.lower(), hashed}


def test_the_two_secrets_never_meet_in_a_row(lived):
    guest, person, key = lived
    named = {person.email, guest.email, person.name}
    there = tables()
    assert len(there) > 60
    texts = [(name, row) for name, rows in there.items() for row in rows]
    texts += [("sessions", row) for row in sessions()]
    texts += [("cache", repr(item)) for item in cache._cache.items()]
    responses = {"surveys_response", "surveys_codedresponse"}
    for name, text in texts:
        found = {secret for secret in secrets_of(key) if secret in text}
        if name not in responses:
            assert not found, (name, text)
        assert not found or not any(one in text for one in named), (name, text)
        if name in responses:
            assert f'"user_id": {person.pk}' not in text


def test_neither_the_key_nor_the_machine_is_stored_anywhere(lived):
    key = lived[2]
    told = {name: [*rows, *sessions()] for name, rows in tables().items()}
    told["cache"] = [repr(item) for item in cache._cache.items()]
    for unwanted in (key, key.replace("-", ""), WHERE, WITH):
        assert [name for name, rows in told.items() if any(unwanted in row for row in rows)] == []


@pytest.mark.parametrize("model", [Invitation, Response, CodedResponse])
def test_no_column_holds_a_moment(model):
    kinds = (models.DateTimeField, models.TimeField, models.DurationField)
    assert not [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]


def test_no_value_of_the_two_looks_like_a_moment_and_none_joins_them(lived):
    year = re.compile(r"20\d\d-\d\d-\d\d|\d{10,}")
    for model in (Invitation, CodedResponse):
        for row in model.objects.values():
            assert not any(isinstance(value, date | datetime) for value in row.values())
            assert not any(isinstance(v, str) and year.search(v) for v in row.values())
    response = Response.objects.get()
    assert (response.day, response.mark) == (None, None)
    assert lived[0].response_id is None
    assert mixing.is_mixed(lived[0].survey)


def test_only_two_models_could_join_them():
    """Of these two, a trigger refuses it in an anonymous survey."""
    pointing = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model in {Response, CodedResponse}
    }
    both = {label for label in pointing if points_to_people(label)}
    assert both == {"surveys.Respondent", "campaign.Invitation"}


def points_to_people(label: str) -> bool:
    fields = apps.get_model(label)._meta.concrete_fields
    return any(field.name in {"email", "user"} for field in fields)
