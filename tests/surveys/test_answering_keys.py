"""Keys as they are made, typed again and stored."""

import pytest
from django.db import connection

from aict.moderation.readiness import Refused
from surveys.answering.keys import ALPHABET, digest, new_key, normalise
from surveys.answering.starting import begin
from surveys.models import Response
from tests.surveys import making


def test_a_key_has_more_than_a_hundred_bits():
    key = new_key()
    assert len(ALPHABET) == 32
    assert len(key.replace("-", "")) * 5 == 120
    assert [len(group) for group in key.split("-")] == [4] * 6
    assert normalise(key) == key


@pytest.mark.parametrize(
    "typed",
    [
        "01ab-cdef-ghjk-mnpq-rstv-wxyz",
        " 01AB CDEF GHJK MNPQ RSTV WXYZ ",
        "OIabcdefghjkmnpqrstvwxyz",
        "ol.ab–cdef—ghjk mnpq/rstv_wxyz",
    ],
)
def test_what_people_type_is_understood(typed):
    assert normalise(typed) == "01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.mark.parametrize("typed", ["", "01AB", "u" * 24, "0" * 25, "é" * 24, "x" * 10_000])
def test_what_cannot_be_a_key_is_none(typed):
    assert normalise(typed) == ""


@pytest.mark.django_db
def test_a_response_begins_once():
    survey, key = making.survey(state="open"), new_key()
    assert begin(survey, key) == begin(survey, key.lower())
    assert Response.objects.count() == 1


@pytest.mark.django_db
def test_the_key_is_nowhere_in_the_database():
    survey, key = making.survey(state="open"), new_key()
    begin(survey, key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM surveys_response r")
        (row,) = cursor.fetchone()
    assert key not in row
    assert digest(key).hex() in row


@pytest.mark.django_db
def test_a_key_opens_one_survey_that_is_open():
    survey, key = making.survey(state="open"), new_key()
    begin(survey, key)
    with pytest.raises(Refused, match="autre enquête"):
        begin(making.survey(state="open", slug="autre"), key)
    with pytest.raises(Refused, match="plus de réponse"):
        begin(making.survey(state="closed", slug="close"), new_key())
    with pytest.raises(Refused, match="complète"):
        begin(survey, "abc")
