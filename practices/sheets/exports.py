"""The same list as a spreadsheet: one line per fiche, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.taxonomies.enums import Category, Level
from aict.ui.transfer import csv_response
from practices.sheets.filters import SheetFilter
from practices.sheets.models import Sheet

HEADER = (
    *("numéro", "titre", "adresse", "en une phrase", "catégories", "thèmes", "ODD", "niveaux"),
    *("en bref", "définition", "outils", "exemples", "indicateurs", "droit vérifié le"),
    *("validée par", "à revoir le", "mise à jour", "vérifié le", "exemple fictif"),
)
RELATED = ("themes", "goals", "tools", "examples__practice", "indicators")


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = SheetFilter(data, Sheet.objects.published()).qs
    found = found.select_related("contribution").prefetch_related(*RELATED)
    rows = (line(sheet) for sheet in found.iterator(chunk_size=500))
    return csv_response("fiches-reperes.csv", HEADER, rows)


def line(sheet: Sheet) -> Iterator[object]:
    base, contribution = settings.SITE_URL, sheet.contribution
    yield from (sheet.number, sheet.title, base + sheet.get_absolute_url(), sheet.teaser)
    yield words(Category, sheet.categories)
    yield joined(sheet.themes)
    yield joined(sheet.goals)
    yield words(Level, sheet.levels)
    yield " ; ".join(sheet.in_brief)
    yield sheet.definition
    yield joined(sheet.tools)
    quoted = (example.practice for example in sheet.examples.all())
    yield ", ".join(base + p.get_absolute_url() for p in quoted if not p.archived_at)
    yield joined(sheet.indicators)
    yield from (sheet.legal_checked_on, sheet.validated_by, sheet.review_on)
    yield from (sheet.updated_at.date(), contribution.verified_on)
    yield "oui" if contribution.fictional else "non"


def joined(relation) -> str:
    return ", ".join(str(row) for row in relation.all())


def words(choices, values) -> str:
    return ", ".join(str(choice.label) for choice in choices if choice.value in values)
