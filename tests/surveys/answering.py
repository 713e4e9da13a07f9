"""Somebody who answers, for tests."""

from django.test import Client
from django.urls import reverse

from surveys.answering.device import cookie_name
from surveys.answering.keys import new_key
from surveys.answering.starting import begin
from surveys.models import Response, Survey

FIRST = {"r-level": "o2", "r-several": ["o1", "o3"]}
SECOND = {
    "r-grid.a": "o1",
    "r-grid.b": "o2",
    "r-best.1": "o3",
    "r-best.2": "o1",
    "r-size": "o2",
    "r-count": "12,5",
    "r-words": "Des mots.",
}


def holding(survey: Survey, key: str, client: Client | None = None) -> Client:
    """A device that holds this key."""
    client = client or Client()
    client.cookies[cookie_name(survey)] = key
    return client


def begun(survey: Survey, **told) -> tuple[Client, Response]:
    """A device that has begun to answer."""
    key = new_key()
    response = begin(survey, key)
    for name, value in told.items():
        setattr(response, name, value)
    response.save()
    return holding(survey, key), response


def at(survey: Survey, name: str, *more: str) -> str:
    return reverse(f"surveys:{name}", args=[survey.slug, *more])


def post(client: Client, survey: Survey, section: str, data: dict, go: str = "next"):
    told = {"version": survey.version, "go": go} | data
    return client.post(at(survey, "section", section), told)
