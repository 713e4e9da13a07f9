"""What the page of a partnership shows, from the tables or from a text being written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category, CountryGroup, Level, Side
from aict.ui.dates import long_date
from aict.ui.numbers import number
from partnerships.abroad import Told
from partnerships.models import Mobilised, Partnership


@dataclass(frozen=True)
class Party:
    name: str
    detail: str
    url: str


@dataclass(frozen=True)
class SideTold:
    """One side: its territories, what they gain, who acts."""

    title: str
    parties: list[Party]
    benefits: str
    actors: list[Mobilised]


@dataclass(frozen=True)
class Page:
    title: str
    teaser: str
    summary: str
    category: str
    categories: list[tuple[str, str]]
    sides: list[SideTold]
    facts: list[tuple[str, str]]
    filing: list[tuple[str, list[tuple[str, str]]]]
    source: str
    source_url: str
    suspended: str
    to_complete: list[str] = field(default_factory=list)


def page_of(partnership: Partnership, parties: list, mobilised: list, terms: dict) -> Page:
    """`parties` are territories, or places not in our tables yet; `terms` the taxonomies' rows."""
    french = [p for p in parties if not isinstance(p, Told) and p.level != Level.FOREIGN]
    abroad = [p for p in parties if p not in french]
    return Page(
        title=partnership.title,
        teaser=partnership.teaser,
        summary=partnership.summary,
        category=partnership.categories[0] if partnership.categories else "",
        categories=[(slug, str(Category(slug).label)) for slug in partnership.categories],
        sides=[
            side(_("Ici"), french, partnership.benefits_here, mobilised, Side.HERE),
            side(_("Là-bas"), abroad, partnership.benefits_there, mobilised, Side.THERE),
        ],
        facts=facts(partnership, abroad),
        filing=filing(terms),
        source=partnership.source,
        source_url=partnership.source_url,
        suspended=partnership.suspended_reason if partnership.stage == "suspendu" else "",
        to_complete=lacking(partnership, mobilised),
    )


def side(title: str, parties: Iterable, benefits: str, mobilised: list, which: str) -> SideTold:
    acting = [row for row in mobilised if row.side == which]
    return SideTold(title, [party(p) for p in parties], benefits, acting)


def party(place) -> Party:
    if isinstance(place, Told):
        return Party(place.name, place.country.name, "")
    words = [place.detail]
    if place.population:
        words.append(_("%s habitants") % number(place.population))
    return Party(place.name, " · ".join(words), place.get_absolute_url())


def facts(partnership: Partnership, abroad: list) -> list[tuple[str, str]]:
    """Label, value; the empty ones are left out by the component."""
    return [
        (_("Forme"), partnership.get_form_display()),
        (_("Stade"), partnership.get_stage_display()),
        (_("Origine"), partnership.get_origin_display()),
        (_("Signature"), signed(partnership)),
        (_("Échéance"), long_date(partnership.date_end) if partnership.date_end else ""),
        (_("Renouvellement"), partnership.get_renewal_display()),
        (_("Groupes de pays"), ", ".join(zones(abroad))),
    ]


def signed(partnership: Partnership) -> str:
    if partnership.date_signed:
        return long_date(partnership.date_signed)
    return str(partnership.year_signed or "")


def zones(abroad: Iterable) -> list[str]:
    """The groups of the partner countries, in their usual order: derived, never typed."""
    groups = {group for place in abroad for group in place.country.groups}
    return [str(group.label) for group in CountryGroup if group.value in groups]


def filing(terms: dict) -> list[tuple[str, list[tuple[str, str]]]]:
    """Title, then (words, querystring of the list) of each term."""
    titles = {"modalite": _("Modalités d’action"), "secteur": _("Secteurs"), "odd": _("ODD")}
    return [
        (titles[name], [(str(term), f"{name}={term.slug}") for term in rows])
        for name, rows in terms.items()
        if rows
    ]


def lacking(partnership: Partnership, mobilised: list) -> list[str]:
    """What a cooperation is recognised by and that the page does not say yet."""
    wanted = (
        (partnership.benefits_here, _("les bénéfices ici")),
        (partnership.benefits_there, _("les bénéfices chez le partenaire")),
        (mobilised, _("les acteurs économiques mobilisés")),
    )
    return [words for value, words in wanted if not value]


def of_live(partnership: Partnership) -> Page:
    """From the tables: six queries, whatever it holds."""
    parties = list(partnership.parties.with_places().here_first())
    mobilised = list(partnership.mobilised.select_related("actor", "actor_type", "country"))
    terms = {
        "modalite": list(partnership.modalities.all()),
        "secteur": list(partnership.sectors.all()),
        "odd": list(partnership.goals.all()),
    }
    return page_of(partnership, parties, mobilised, terms)


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template, from what the forms already accept."""
    values: dict = {}
    mobilised: list[Mobilised] = []
    for bound in parts:
        bound.form.is_valid()
        values |= getattr(bound.form, "cleaned_data", {})
        for formset in bound.formsets.values():
            formset.is_valid()
            kept = (f.cleaned_data for f in formset.forms if f.has_changed() and f.is_valid())
            mobilised += [
                Mobilised(**{k: v for k, v in row.items() if k != "DELETE"}) for row in kept
            ]
    columns = {f.name for f in Partnership._meta.concrete_fields}
    row = Partnership(**{k: v for k, v in values.items() if k in columns and v is not None})
    parties = [*values.get("french_parties", []), *values.get("foreign_parties", [])]
    names = {"modalite": "modalities", "secteur": "sectors", "odd": "goals"}
    terms = {name: list(values.get(key) or []) for name, key in names.items()}
    return {"page": page_of(row, parties, mobilised, terms), "fictional": contribution.fictional}
