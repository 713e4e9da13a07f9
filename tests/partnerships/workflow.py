"""Partnerships of the tests, made through the real forms and the real gate."""

from uuid import uuid4

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from partnerships.models import Partnership
from tests.partnerships.factories import abroad
from tests.people import factories as people


def answers(**changes) -> dict:
    """The shortest text that can be submitted."""
    people.service()
    return {
        "title": "Grenoble – Fès",
        "french_parties": [people.territory().key],
        "foreign_parties": [abroad().key],
        "service": "relations-internationales",
        "form": "convention",
        "stage": "actif",
        "origin": "nouveau",
        "categories": ["cooperation"],
        "consent": True,
        "authorised_by_function": "Direction générale des services",
    } | changes


def draft(author=None, **changes) -> Contribution:
    author = author or people.officer()
    kind = KINDS["partnership"]
    return drafts.start(kind, uuid4(), answers(**changes), author)[0]


def submitted(author=None, **changes) -> Contribution:
    author = author or people.officer()
    contribution = draft(author, **changes)
    apply(contribution, "submit", author)
    contribution.refresh_from_db()
    return contribution


def published(author=None, **changes) -> Partnership:
    contribution = submitted(author, **changes)
    apply(contribution, "accept", people.coordinator())
    return Partnership.objects.get(contribution=contribution)
