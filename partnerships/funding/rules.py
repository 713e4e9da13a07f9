"""From rows of the directory and typed answers to what partnerships/montage.py weighs."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from aict.ui.dates import long_date
from partnerships.enums import Scale
from partnerships.forms.montage import Asked
from partnerships.funding.status import Status
from partnerships.models import Funding
from partnerships.montage import ZERO, Line, Project, Rules

GROUPS = (
    ("On peut déposer", (Status.CLOSING, Status.OPEN, Status.PERMANENT)),
    ("À venir", (Status.UPCOMING,)),
    ("Dates à vérifier", (Status.UNKNOWN,)),
    ("Clos", (Status.CLOSED,)),
)


def choices(today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every line on line, by what one may do with it today."""
    columns = ("slug", "title", "date_open", "date_close", "recurrence")
    rows = list(Funding.objects.published().only(*columns).order_by("title"))
    found = []
    for title, statuses in GROUPS:
        lines = [(row.slug, named(row, today)) for row in rows if row.status(today) in statuses]
        if lines:
            found.append((title, lines))
    return found


def named(row: Funding, today: date) -> str:
    if row.status(today) in (Status.CLOSING, Status.OPEN) and row.date_close:
        return f"{row.title} (jusqu’au {long_date(row.date_close)})"
    return row.title


def project_of(asked: Asked) -> Project:
    told = asked.project.cleaned_data
    return Project(
        total=told["cout"],
        start=told["debut"],
        end=told["fin"],
        body=told["porteur"],
        countries={country.code: country.name for country in told["pays"]},
        category=told["categorie"],
        own_cash=told["propre"] or ZERO,
        in_kind=told["valorisation"] or ZERO,
    )


def lines_of(asked: Asked, today: date) -> list[Line]:
    """The lines that say something, with the rules of those of the directory."""
    told = [line.cleaned_data for line in asked.lines if line.told]
    found = chosen({given["ligne"] for given in told if given["ligne"]})
    return [line_of(given, found.get(given["ligne"]), today) for given in told]


def chosen(slugs: Iterable[str]) -> dict[str, Funding]:
    rows = Funding.objects.published().filter(slug__in=slugs).select_related("contribution")
    return {row.slug: row for row in rows.prefetch_related("combines_with")}


def line_of(given: dict, funding: Funding | None, today: date) -> Line:
    return Line(
        name=funding.title if funding else given["nom"],
        amount=given["montant"],
        share=given["part"],
        rules=rules_of(funding, today) if funding else None,
        slug=funding.slug if funding else "",
        public=not given["prive"] and not (funding and funding.scale == Scale.FOUNDATION),
        fictional=bool(funding and funding.contribution.fictional),
        done=frozenset(int(place) for place in given["fait"]),
    )


def rules_of(funding: Funding, today: date) -> Rules:
    return Rules(
        status=funding.status(today),
        opens=funding.date_open,
        closes=funding.date_close,
        predeposit=funding.date_predeposit,
        predeposit_over=bool(funding.date_predeposit and funding.date_predeposit < today),
        amount_min=exact(funding.amount_min),
        amount_max=exact(funding.amount_max),
        rate_min=funding.rate_min,
        rate_max=funding.rate_max,
        own_share_min=funding.own_share_min,
        inkind_cap=funding.inkind_cap,
        figures_source=funding.figures_source,
        figures_on=funding.figures_on,
        bodies=frozenset(funding.bodies),
        countries=countries_of(funding),
        zone=funding.zone,
        categories=frozenset(funding.categories),
        prerequisites=tuple(funding.prerequisites),
        combines_with=frozenset(other.slug for other in funding.combines_with.all()),
        page=funding.get_absolute_url(),
        verified_on=funding.contribution.verified_on,
    )


def exact(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def countries_of(funding: Funding) -> frozenset[str] | None:
    """Codes of the eligible countries, as the list finds them; None when only a zone is told."""
    prefix = "pays:"
    codes = frozenset(
        code.removeprefix(prefix) for code in funding.facets if code.startswith(prefix)
    )
    return codes or None
