"""The same list as a spreadsheet: one line per funding line, every filter of the page."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse
from django.utils import timezone

from aict.taxonomies.enums import Category, CountryGroup
from aict.ui.transfer import csv_response
from partnerships import enums
from partnerships.funding.filters import FundingFilter
from partnerships.models import Funding

HEADER = (
    *("intitulé", "adresse", "dépôt", "ouverture", "prédépôt", "clôture", "récurrence"),
    *("financeur", "programme", "échelle", "nature de l’aide", "appel à projets", "catégories"),
    *("en une phrase", "qui peut demander", "tous les pays", "groupes de pays", "pays", "zone"),
    *("secteurs", "stades", "montant minimal (€)", "montant maximal (€)", "taux minimal (%)"),
    *("taux maximal (%)", "part minimale de la collectivité (%)", "plafond de valorisation (%)"),
    *("source des chiffres", "chiffres relevés le", "préalables", "candidater", "en savoir plus"),
    *("vérifié le", "exemple fictif"),
)


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    today = timezone.localdate()
    found = FundingFilter(data, Funding.objects.published()).qs
    found = found.select_related("contribution").prefetch_related("countries", "sectors")
    rows = (line(funding, today) for funding in found.iterator(chunk_size=500))
    return csv_response("financements.csv", HEADER, rows)


def line(funding: Funding, today: date) -> Iterator[object]:
    yield from (funding.title, settings.SITE_URL + funding.get_absolute_url())
    yield funding.status(today).label
    yield from (funding.date_open, funding.date_predeposit, funding.date_close)
    yield funding.get_recurrence_display()
    yield from (funding.funder, funding.programme, funding.get_scale_display())
    yield words(enums.Aid, funding.aids)
    yield yes(funding.is_call)
    yield words(Category, funding.categories)
    yield funding.teaser
    yield words(enums.Body, funding.bodies)
    yield yes(funding.worldwide)
    yield words(CountryGroup, funding.country_groups)
    yield ", ".join(country.name for country in funding.countries.all())
    yield funding.zone
    yield ", ".join(sector.label for sector in funding.sectors.all())
    yield words(enums.ProjectStage, funding.stages)
    yield from (funding.amount_min, funding.amount_max)
    for rate in (funding.rate_min, funding.rate_max, funding.own_share_min, funding.inkind_cap):
        yield None if rate is None else f"{rate.normalize():f}".replace(".", ",")
    yield from (funding.figures_source, funding.figures_on)
    yield " ; ".join(funding.prerequisites)
    yield from (funding.apply_url, funding.info_url, funding.contribution.verified_on)
    yield yes(funding.contribution.fictional)


def words(choices, values) -> str:
    return ", ".join(str(choice.label) for choice in choices if choice.value in values)


def yes(answer: bool) -> str:
    return "oui" if answer else "non"
