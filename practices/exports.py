"""The same list as a spreadsheet: one line per practice, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.ui.transfer import csv_response
from practices.filters import PracticeFilter
from practices.models import Practice

HEADER = (
    *("titre", "adresse", "nature", "catégorie", "catégories secondaires", "en une phrase"),
    *(
        "collectivité",
        "niveau",
        "code",
        "service",
        "pays",
        "modalités",
        "thèmes",
        "secteurs",
        "ODD",
    ),
    *("début", "fin", "coût", "budget total (€)", "budget annuel (€)", "ETP", "niveau de preuve"),
    *("l’essentiel", "ce que cela a apporté", "vérifié le", "licence", "exemple fictif"),
)
RELATED = ("countries", "modalities", "themes", "sectors", "goals")


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = PracticeFilter(data, Practice.objects.published()).qs
    found = found.select_related("contribution", "territory", "service").prefetch_related(*RELATED)
    rows = (line(practice) for practice in found.iterator(chunk_size=500))
    return csv_response("pratiques.csv", HEADER, rows)


def line(practice: Practice) -> Iterator[object]:
    territory, contribution = practice.territory, practice.contribution
    yield practice.title
    yield settings.SITE_URL + practice.get_absolute_url()
    yield practice.get_nature_display()
    yield practice.get_category_display()
    yield ", ".join(practice.secondary_categories)
    yield practice.teaser
    yield territory.name if territory else practice.territory_name
    yield territory.get_level_display() if territory else ""
    yield territory.code if territory else ""
    yield practice.service
    for name in RELATED:
        yield ", ".join(str(row) for row in getattr(practice, name).all())
    yield practice.date_start or practice.period_start
    yield practice.date_end or practice.period_end
    yield practice.get_cost_band_display()
    yield practice.budget_total
    yield practice.budget_year
    yield practice.staff_fte
    yield practice.get_evidence_display()
    yield practice.summary
    yield practice.benefit
    yield contribution.verified_on
    yield practice.get_licence_display()
    yield "oui" if contribution.fictional else "non"
