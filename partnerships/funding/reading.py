"""What the page of a funding line shows, from the tables or from a text being written."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category, CountryGroup
from aict.ui.dates import long_date
from aict.ui.numbers import money_exact, percent
from partnerships import enums
from partnerships.funding import words
from partnerships.funding.status import Status
from partnerships.models import Funding

SOME_COUNTRIES = 24


@dataclass(frozen=True)
class Page:
    """`rules` are (label, value) with their source and date in `figures_read`."""

    funding: Funding
    category: str
    status: str
    tone: str
    icon: str
    figures: list[tuple[str, str]]
    calendar: list[tuple[str, str]]
    rules: list[tuple[str, str]]
    figures_read: str
    terms: list[tuple[str, str]]
    bodies: list[str]
    where: list[str]
    filing: list[tuple[str, list[tuple[str, str]]]]
    combines: list[Funding]
    may_apply: bool

    @property
    def dated(self) -> bool:
        return bool(self.funding.date_open or self.funding.date_close)


def page_of(funding: Funding, relations: dict, today: date) -> Page:
    """`relations` holds lists: countries, sectors, combines_with."""
    status = funding.status(today)
    tone, icon = words.TONES[status]
    return Page(
        funding=funding,
        category=funding.categories[0] if len(funding.categories) == 1 else "",
        status=str(status.label),
        tone=tone,
        icon=icon,
        figures=key_figures(funding, status, today),
        calendar=calendar(funding),
        rules=rules(funding),
        figures_read=words.figures_read(funding),
        terms=terms(funding),
        bodies=labels(enums.Body, funding.bodies),
        where=where(funding, relations["countries"]),
        filing=filing(funding, relations["sectors"]),
        combines=relations["combines_with"],
        may_apply=words.may_apply(funding, today),
    )


def key_figures(funding: Funding, status: Status, today: date) -> list[tuple[str, str]]:
    """(value, label): what is read across the room. Dates first; only what is known."""
    found = []
    if status != Status.UNKNOWN:
        found.append(words.deadline(funding, today))
    if funding.amount_max is not None:
        found.append((money_exact(funding.amount_max), "au plus"))
    if funding.rate_max is not None:
        found.append((percent(funding.rate_max, 2), "du coût, au plus"))
    if funding.own_share_min is not None:
        found.append((percent(funding.own_share_min, 2), "au moins apportés par la collectivité"))
    return found


def calendar(funding: Funding) -> list[tuple[str, str]]:
    days = (
        ("Ouverture", funding.date_open),
        ("Prédépôt", funding.date_predeposit),
        ("Clôture", funding.date_close),
    )
    told = [(label, long_date(day)) for label, day in days if day]
    again = str(funding.get_recurrence_display())
    return [*told, ("Récurrence", again)] if again else told


def rules(funding: Funding) -> list[tuple[str, str]]:
    """Every figure that is known."""
    own, inkind = funding.own_share_min, funding.inkind_cap
    told = [
        ("Montant", words.amounts(funding)),
        ("Taux", words.rates(funding)),
        ("Part de la collectivité", f"{percent(own, 2)} du coût au moins" if own else ""),
        (
            "Valorisation",
            f"{percent(inkind, 2)} au plus de ce que la collectivité apporte" if inkind else "",
        ),
    ]
    return [(label, value) for label, value in told if value]


def terms(funding: Funding) -> list[tuple[str, str]]:
    told = [
        ("Contribution du partenaire", funding.partner_share),
        ("Durée", funding.duration),
        ("Versement", funding.payment),
    ]
    return [(label, value) for label, value in told if value]


def where(funding: Funding, countries: list) -> list[str]:
    """Eligible countries in words, groups first."""
    found = ["Tous les pays"] if funding.worldwide else labels(CountryGroup, funding.country_groups)
    found += [country.name for country in countries[:SOME_COUNTRIES]]
    if len(countries) > SOME_COUNTRIES:
        found.append(f"et {len(countries) - SOME_COUNTRIES} autres")
    return found


def filing(funding: Funding, sectors: list) -> list[tuple[str, list[tuple[str, str]]]]:
    """Title, then (words, querystring of the list) of each term."""
    told = [
        ("Catégorie", pairs("categorie", Category, funding.categories)),
        ("Secteur", [(str(sector), f"secteur={sector.slug}") for sector in sectors]),
        ("Stade du projet", pairs("stade", enums.ProjectStage, funding.stages)),
        ("Nature de l’aide", pairs("nature", enums.Aid, funding.aids)),
        ("Échelle", pairs("echelle", enums.Scale, [funding.scale])),
    ]
    return [(title, terms) for title, terms in told if terms]


def pairs(name: str, choices, values) -> list[tuple[str, str]]:
    return [(str(c.label), f"{name}={c.value}") for c in choices if c.value in values]


def labels(choices, values) -> list[str]:
    return [label for label, _query in pairs("", choices, values)]


def of_live(funding: Funding) -> Page:
    """From the tables: three more queries, whatever it holds."""
    relations = {
        "countries": list(funding.countries.all()),
        "sectors": list(funding.sectors.all()),
        "combines_with": list(funding.combines_with.published().order_by("title")),
    }
    return page_of(funding, relations, timezone.localdate())


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template, from what the forms already accept."""
    values: dict = {}
    for bound in parts:
        bound.form.is_valid()
        values |= getattr(bound.form, "cleaned_data", {})
    columns = {f.name for f in Funding._meta.concrete_fields}
    row = Funding(**{k: v for k, v in values.items() if k in columns and v is not None})
    names = ("countries", "sectors", "combines_with")
    relations = {name: list(values.get(name) or []) for name in names}
    page = page_of(row, relations, timezone.localdate())
    return {"page": page, "fictional": contribution.fictional}
