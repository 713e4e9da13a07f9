"""The list of partnerships as a spreadsheet: one line each, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.taxonomies.enums import Level
from aict.ui.transfer import csv_response
from partnerships.filters import PartnershipFilter
from partnerships.models import Partnership

HEADER = (
    *("intitulé", "adresse", "collectivités françaises", "codes", "territoires étrangers", "pays"),
    *("forme", "stade", "origine", "année de signature", "signé le", "échéance", "renouvellement"),
    *("catégories", "modalités", "secteurs", "ODD", "en une phrase", "bénéfices ici"),
    *("bénéfices là-bas", "source", "vérifié le", "exemple fictif"),
)
RELATED = ("modalities", "sectors", "goals")


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = PartnershipFilter(data, Partnership.objects.published()).qs
    found = found.select_related("contribution").with_parties().prefetch_related(*RELATED)
    rows = (line(row) for row in found.iterator(chunk_size=500))
    return csv_response("partenariats.csv", HEADER, rows)


def line(row: Partnership) -> Iterator[object]:
    parties = list(row.parties.all())
    french = [p for p in parties if p.level != Level.FOREIGN]
    abroad = [p for p in parties if p.level == Level.FOREIGN]
    yield row.title
    yield settings.SITE_URL + row.get_absolute_url()
    yield ", ".join(p.name for p in french)
    yield ", ".join(p.key for p in french)
    yield ", ".join(p.name for p in abroad)
    yield ", ".join(dict.fromkeys(p.country.name for p in abroad))
    yield row.get_form_display()
    yield row.get_stage_display()
    yield row.get_origin_display()
    yield row.date_signed.year if row.date_signed else row.year_signed
    yield row.date_signed
    yield row.date_end
    yield row.get_renewal_display()
    yield ", ".join(row.categories)
    for name in RELATED:
        yield ", ".join(str(term) for term in getattr(row, name).all())
    yield row.teaser
    yield row.benefits_here
    yield row.benefits_there
    yield row.source
    yield row.contribution.verified_on
    yield "oui" if row.contribution.fictional else "non"
