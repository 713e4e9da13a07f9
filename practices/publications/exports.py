"""Publications as a spreadsheet: one line each, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.taxonomies.enums import Category
from aict.ui.transfer import csv_response
from practices.publications.filters import PublicationFilter
from practices.publications.models import Publication

HEADER = (
    *("titre", "adresse", "type", "statut", "organismes", "année", "mois", "annoncée pour"),
    *("en une phrase", "où la lire", "pages", "langue", "catégories", "thèmes", "source"),
    *("vérifié le", "exemple fictif"),
)


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = PublicationFilter(data, Publication.objects.published()).qs
    rows = (line(row) for row in found.with_relations().iterator(chunk_size=500))
    return csv_response("publications.csv", HEADER, rows)


def line(row: Publication) -> Iterator[object]:
    yield from (row.title, settings.SITE_URL + row.get_absolute_url())
    yield from (row.get_type_display(), row.get_standing_display(), row.publishers)
    yield from (row.year, row.month, row.announced, row.teaser, row.link, row.pages)
    yield row.get_language_display()
    yield ", ".join(str(Category(slug).label) for slug in row.categories)
    yield ", ".join(theme.label for theme in row.themes.all())
    yield from (row.source, row.contribution.verified_on)
    yield "oui" if row.contribution.fictional else "non"
