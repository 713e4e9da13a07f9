"""Follow-ups for tests."""

from aict.taxonomies.models import Need
from surveys.followup.models import FollowUp
from tests.surveys import making


def need(slug="me-former", label="Me former") -> Need:
    return Need.objects.get_or_create(slug=slug, defaults={"label": label})[0]


def follow_up(survey=None, state="draft", **told) -> FollowUp:
    survey = survey or making.survey(state="published")
    told = {"text": "Trois ateliers sont ouverts.", "day": "2026-05-04"} | told
    return FollowUp.objects.create(survey=survey, state=state, **told)
