"""Funding lines of the tests, made through the real forms and the real gate."""

from datetime import date
from uuid import uuid4

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from partnerships.models import Following, Funding
from tests.partnerships.factories import funding
from tests.people import factories as people


def answers(**changes) -> dict:
    """The shortest text that can be published."""
    return {
        "title": "Fonds des deux rives",
        "teaser": "Cofinance des projets menés des deux côtés de la mer.",
        "funder": "Agence fictive",
        "scale": "national",
        "aids": ["subvention"],
        "bodies": ["region", "metropole"],
        "categories": ["cooperation"],
        "info_url": "https://exemple.aict-eco.example/",
    } | changes


def draft(author=None, **changes) -> Contribution:
    author = author or people.officer()
    return drafts.start(KINDS["funding"], uuid4(), answers(**changes), author)[0]


def published(by=None, **changes) -> Funding:
    """As a coordinator publishes it: at once."""
    by = by or people.coordinator()
    contribution = draft(by, **changes)
    apply(contribution, "publish", by)
    return Funding.objects.get(contribution=contribution)


def followed(user=None, since=date(2026, 1, 1), **fields) -> Following:
    user = user or people.officer()
    return Following.objects.create(user=user, funding=funding(**fields), since=since)
