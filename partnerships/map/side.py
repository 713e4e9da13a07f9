"""What is told beside the map: the most linked countries and territories, or one territory's links."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from aict.listing.page import Page
from aict.listing.selection import Selection
from aict.territories.models import Territory
from aict.territories.scenes import FRANCE, Scene
from aict.territories.suggestions import EVERYWHERE, suggest
from aict.ui.numbers import count, number
from partnerships.listing import PARTNERSHIPS
from partnerships.map.atlas import Atlas
from partnerships.map.tally import Tally, most_linked
from partnerships.models import Partnership

MOST, MOST_LINKS = 8, 60


@dataclass(frozen=True)
class Row:
    name: str
    url: str
    words: str = ""
    share: int = 0


@dataclass(frozen=True)
class Ranking:
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Side:
    """What templates/partnerships/map_side.html shows. `back` leads to the whole map."""

    sentence: str
    rankings: list[Ranking] = field(default_factory=list)
    chosen: Territory | None = None
    back: str = ""


def everything(page: Page, atlas: Atlas, found: Tally, scene: Scene) -> Side:
    """The most linked countries, then French territories; those first in the map of France."""
    countries = Ranking(_("Avec quels pays"), ranked_countries(page.selection, found))
    french = Ranking(_("Quels territoires"), ranked_places(page.selection, atlas, found))
    both = [french, countries] if scene is FRANCE else [countries, french]
    return Side(coverage(page, found), [ranking for ranking in both if ranking.rows])


def coverage(page: Page, found: Tally) -> str:
    """What is known, and of how many: a map never says what it does not know."""
    if not page.total:
        return _("Aucun partenariat connu avec ces filtres.")
    told = {"what": count(page.total, "partenariat connu"), "where": number(len(found.countries))}
    rows = page.snapshot.bits.get("departement", {}).values()
    told["here"] = number(sum(1 for bits in rows if bits & page.found))
    told["all"] = number(len(PARTNERSHIPS.labels()["departement"]))
    return (
        _(
            "%(what)s, avec %(where)s pays. Ils concernent %(here)s des %(all)s départements et "
            "territoires d’outre-mer ; ce que la base ignore n’apparaît pas."
        )
        % told
    )


def ranked_countries(selection: Selection, found: Tally) -> list[Row]:
    rows = found.countries.most_common(MOST)
    words = PARTNERSHIPS.labels()["pays"]
    return [
        Row(words.get(code, code), with_country(selection, code), number(n), n * 100 // rows[0][1])
        for code, n in rows
    ]


def with_country(selection: Selection, code: str) -> str:
    return replace(selection, values={**selection.values, "pays": (code,)}, page=1).query()


def ranked_places(selection: Selection, atlas: Atlas, found: Tally) -> list[Row]:
    rows = most_linked(atlas, found, abroad=False, most=MOST)
    return [
        Row(place.name, selection.query(territoire=place.key), number(n), n * 100 // rows[0][1])
        for place, n in rows
    ]


def one(page: Page, atlas: Atlas, found: Tally, territory: Territory) -> Side:
    """The links of a territory among the partnerships shown, each to its page."""
    inside = page.snapshot.of_ids(atlas.links_of(territory.pk)) & page.found
    mine = list(page.snapshot.ids_of(inside))
    rows = [link(row, atlas, territory) for row in titles(mine[:MOST_LINKS])]
    if mine:
        sentence = _("%(what)s, avec %(others)s.") % {
            "what": count(len(mine), "partenariat connu"),
            "others": count(len(found.around(territory.pk)), "territoire"),
        }
    else:
        sentence = _("Aucun partenariat connu avec ces filtres.")
    return Side(
        sentence, [Ranking("", rows)] if rows else [], territory, page.selection.query() or "?"
    )


def titles(ids: list[int]) -> Iterable[Partnership]:
    found = Partnership.objects.filter(pk__in=ids).select_related("contribution")
    return found.only("slug", "title", "contribution__fictional").order_by("title")


def link(row: Partnership, atlas: Atlas, territory: Territory) -> Row:
    """Named by the others that take part: the territory itself goes without saying."""
    others = [atlas.places[pk] for pk in atlas.parties[row.pk] if pk != territory.pk]
    words = PARTNERSHIPS.labels()["pays"]
    countries = dict.fromkeys(words.get(p.country, "") for p in others if p.country)
    where = ", ".join(filter(None, countries))
    if row.contribution.fictional:
        where = f"{where} · {_('exemple fictif')}"
    return Row(", ".join(place.name for place in others), row.get_absolute_url(), where)


def doubts(text: str, selection: Selection) -> Side:
    """The territories that a typed name may mean."""
    rows = [
        Row(s.name, selection.query(territoire=s.key), s.detail)
        for s in suggest(text, EVERYWHERE, 8)
    ]
    sentence = _("« %s » : lequel ?") if rows else _("Aucun territoire ne s’appelle « %s ».")
    return Side(
        sentence % text, [Ranking("", rows)] if rows else [], None, selection.query() or "?"
    )
