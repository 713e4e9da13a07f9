"""What an alert is about, read from a querystring, and said in words.

`liste=pratiques&…` is a list and its filters, `suivre=<token>` a page, `territoire=<key>` a territory,
`besoin=<slug>` a need."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from aict.alerts.models import Subscription
from aict.listing import selection
from aict.listing.needs import sections_of
from aict.listing.registry import SECTIONS, Section, section_of, sections
from aict.listing.selection import BadParameterError, Selection
from aict.moderation.kinds import KINDS, title_on_line
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Level
from aict.taxonomies.models import Need
from aict.territories.lookup import TERRITORY_KEY, territories_by_key
from aict.territories.models import Territory

LONGEST = 1_500


@dataclass(frozen=True)
class Subject:
    """The columns of a Subscription that say what it is about."""

    section: str = ""
    query: str = ""
    contribution: Contribution | None = None
    territory: Territory | None = None
    need: Need | None = None

    def columns(self) -> dict:
        return {
            "section": self.section,
            "query": self.query,
            "contribution": self.contribution,
            "territory": self.territory,
            "need": self.need,
        }


def read(data: QueryDict) -> Subject | None:
    """What `data` asks; None when it asks nothing. Raises BadParameterError, in words."""
    if slug := data.get("liste"):
        if slug not in SECTIONS:
            raise BadParameterError("liste", _("Cette liste n’existe pas."))
        asked = selection.read(SECTIONS[slug].listing, data)
        return Subject(section=slug, query=stable(asked))
    if token := data.get("suivre"):
        return Subject(contribution=page(token))
    if key := data.get("territoire"):
        return Subject(territory=place(key))
    if slug := data.get("besoin"):
        return Subject(need=need_named(slug))
    return None


def stable(asked: Selection) -> str:
    """The filters alone: an alert has no order and no page."""
    query = urlencode(replace(asked, tri="", page=1).pairs())
    if len(query) > LONGEST:
        raise BadParameterError("liste", _("Trop de filtres pour une alerte : gardez-en moins."))
    return query


def page(token: str) -> Contribution:
    try:
        found = Contribution.objects.on_line().filter(token=UUID(token)).first()
    except ValueError:
        found = None
    if found is None:
        raise BadParameterError("suivre", _("Cette page n’est pas en ligne."))
    return found


def place(key: str) -> Territory:
    found = territories_by_key([key]).get(key) if TERRITORY_KEY.fullmatch(key) else None
    if found is None or not area_values(found):
        raise BadParameterError("territoire", _("Ce territoire n’est pas connu."))
    return found


def need_named(slug: str) -> Need:
    found = Need.objects.in_use().filter(slug=slug).first() if "\0" not in slug else None
    if found is None:
        raise BadParameterError("besoin", _("Ce besoin n’est pas connu."))
    return found


def selected(alert: Subject | Subscription) -> Selection:
    """The filters of an alert on a list. Raises BadParameterError when they no longer hold."""
    section = SECTIONS.get(alert.section)
    if section is None:
        raise BadParameterError("liste", _("Cette liste n’existe plus."))
    return selection.read(section.listing, QueryDict(alert.query))


def list_words(section: Section, asked: Selection, typed: bool = True) -> str:
    """« Pratiques : Maroc, Promotion du territoire, « gastronomie » ». Without `typed`, nothing that
    somebody typed: a mail nobody confirmed carries no words of a stranger."""
    words = [
        str(section.listing.words(name, value))
        for name, values in asked.values.items()
        for value in values
    ]
    if asked.q:
        words.append(f"« {asked.q} »" if typed else _("une recherche"))
    return f"{section.title} : {', '.join(words)}" if words else str(section.title)


def title(alert: Subject | Subscription, typed: bool = True) -> str:
    """What an alert is about, in words."""
    if alert.contribution:
        return title_on_line(alert.contribution)
    if alert.territory:
        return _("Le condensé : %s") % area_name(alert.territory)
    if alert.need:
        return _("Le besoin : %s") % alert.need.label
    try:
        return list_words(SECTIONS[alert.section], selected(alert), typed)
    except (BadParameterError, KeyError):
        section = SECTIONS.get(alert.section)
        return str(section.title) if section else _("Une liste qui n’existe plus")


def address(alert: Subject | Subscription) -> str:
    """The page it is about; a page withdrawn since is said to be so at its own address."""
    if alert.contribution:
        return page_address(alert.contribution)
    if alert.territory:
        return alert.territory.get_absolute_url()
    if alert.need:
        return alert.need.get_absolute_url()
    query = f"?{alert.query}" if alert.query else ""
    return f"/{alert.section}/{query}"


def pages_of(contributions: Iterable[Contribution]) -> dict[int, Any]:
    """{contribution: the row of its page}, one query for each kind; those off line have none."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for contribution in contributions:
        kinds[contribution.kind].append(contribution.pk)
    found: dict[int, Any] = {}
    for kind, ids in kinds.items():
        if section := section_of(kind):
            manager: Any = section.listing.model._default_manager
            rows = manager.published().filter(contribution__in=ids)
            found |= {row.contribution_id: row for row in rows}
    return found


def page_address(contribution: Contribution) -> str:
    row = KINDS[contribution.kind].live_object(contribution)
    return row.get_absolute_url() if row else "/"  # type: ignore[attr-defined]


def area(territory: Territory) -> Territory:
    """Where a digest looks: rows are filed by région and département, so a commune is told what
    happens in its département."""
    if territory.level in {Level.REGION, Level.DEPARTEMENT, Level.FOREIGN}:
        return territory
    return territory.departement or territory.region or territory


def area_name(territory: Territory) -> str:
    where = area(territory)
    return where.country.name if where.level == Level.FOREIGN else where.name


def area_values(territory: Territory) -> dict[str, tuple[str, ...]]:
    """The filter that a digest puts on every list that knows it; empty when there is none."""
    where = area(territory)
    if where.level == Level.FOREIGN:
        return {"pays": (str(where.country_id),)}
    return {where.level: (where.code,)} if where.level in {Level.REGION, Level.DEPARTEMENT} else {}


def area_sections(territory: Territory) -> list[tuple[Section, Selection]]:
    """The lists that hold the digest's filter."""
    values = area_values(territory)
    return [
        (section, Selection(values=values))
        for section in sections()
        if values and values.keys() <= {facet.name for facet in section.listing.facets}
    ]


def digest_sections(alert: Subscription) -> list[tuple[Section, Selection]]:
    """The lists that an alert looks at, with their filters. Raises BadParameterError."""
    if alert.territory:
        return area_sections(alert.territory)
    if alert.need:
        return [(part.section, part.selection) for part in sections_of(alert.need.slug)]
    asked = selected(alert)
    return [(SECTIONS[alert.section], asked)]
