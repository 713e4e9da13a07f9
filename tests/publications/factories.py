"""Publications of the tests: published rows by plain functions, and texts through the real forms and gate."""

from itertools import count
from uuid import uuid4

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from practices.publications.models import Publication
from tests.partnerships.factories import listed
from tests.people import factories as people

_numbers = count(1)


def publication(themes=(), **fields) -> Publication:
    """On line, out in March 2025 unless told otherwise."""
    fields.setdefault("title", f"Étude numéro {next(_numbers)}")
    fields.setdefault("teaser", "Une phrase.")
    fields.setdefault("type", "etude")
    if fields.get("standing") == "a-venir":
        fields.setdefault("announced", "2027")
    else:
        fields.setdefault("year", 2025)
        fields.setdefault("month", 3)
    made = listed(Publication, refresh=False, **fields)
    made.themes.set(themes)
    made.refresh_listing()
    return made


def answers(**changes) -> dict:
    """The shortest text that can be published."""
    return {
        "type": "etude",
        "title": "Étude des deux rives",
        "teaser": "Ce que deux ports ont appris l’un de l’autre.",
        "standing": "paru",
        "year": "2025",
    } | changes


def draft(author=None, **changes) -> Contribution:
    author = author or people.officer()
    return drafts.start(KINDS["publication"], uuid4(), answers(**changes), author)[0]


def published(by=None, **changes) -> Publication:
    """As a coordinator publishes it: at once."""
    by = by or people.coordinator()
    contribution = draft(by, **changes)
    apply(contribution, "publish", by)
    return Publication.objects.get(contribution=contribution)


def changed(row: Publication, by=None, **changes) -> Publication:
    """A new version on line."""
    by = by or people.coordinator()
    contribution = Contribution.objects.get(pk=row.contribution_id)
    drafts.save(contribution, changes, drafts.text_in_hand(contribution).lock_no, by)
    contribution.refresh_from_db()
    apply(contribution, "publish", by)
    return Publication.objects.get(pk=row.pk)
