"""Surveys that the addresses of survey_access.py need: from a World to the address's arguments."""

from tests.surveys import making


def survey_draft(world) -> dict:
    return {"slug": making.survey().slug}


def open_survey(world) -> dict:
    return {"slug": making.survey(state="open").slug}


def opening(world) -> dict:
    return survey_draft(world) | {"transition": "open"}
