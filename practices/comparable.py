"""Practices of comparable authorities, with the reasons in words and no score on screen."""

from dataclasses import dataclass
from itertools import chain, islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.listing import bitsets
from practices.listing import PRACTICES
from practices.models import Practice

# What makes two authorities comparable, then two practices alike, and how much it counts.
WEIGHTS = {"niveau": 4, "taille": 3, "categorie": 2, "theme": 2, "modalite": 2, "groupe": 1}
SAME = {
    "niveau": gettext_lazy("même niveau de collectivité"),
    "taille": gettext_lazy("population proche"),
    "categorie": gettext_lazy("même catégorie"),
    "groupe": gettext_lazy("même groupe de pays"),
}
MOST, LOOKED_AT = 3, 24
NAMED = 2
# What tells one authority from another.
WHO = ("pk", "territory__key", "territory_name")
Wanted = dict[str, list[str]]


@dataclass(frozen=True)
class Comparable:
    practice: Practice
    reasons: str


def comparable(practice: Practice) -> list[Comparable]:
    """At most three published practices of other authorities, the most alike first.

    Candidates come from the sets kept in memory by the list; they are read in one query."""
    wanted = {name: values_of(practice, name) for name in WEIGHTS}
    snapshot = PRACTICES.index.current()
    everyone = snapshot.alive & ~snapshot.of_ids([practice.pk])
    sets = [
        snapshot.any_of(name, wanted[name])
        for name, weight in WEIGHTS.items()
        for _point in range(weight)
    ]
    # By decreasing number of points; the last cut shares nothing.
    cuts = bitsets.by_hits(everyone, sets)
    if cuts and not any(cuts[-1] & bits for bits in sets):
        cuts.pop()
    places = chain.from_iterable(bitsets.highest_first(cut) for cut in cuts)
    ids = [snapshot.ids[place] for place in islice(places, LOOKED_AT)]
    return chosen_among(ids, wanted, {who(practice)}, MOST)


def values_of(practice: Practice, name: str) -> list[str]:
    codes = (code.partition(":")[::2] for code in practice.facets)
    return [value for facet, value in codes if facet == name]


def chosen_among(ids: list[int], wanted: Wanted, but: set[str], most: int) -> list[Comparable]:
    """At most `most` practices of `ids`, in that order, one for each authority and none of those of
    `but`; `wanted` are the values of facets that were looked for."""
    published = Practice.objects.published().order_by()
    named = {pk: key or name for pk, key, name in published.filter(pk__in=ids).values_list(*WHO)}
    seen, kept = set(but), []
    for pk in ids:
        if len(kept) < most and pk in named and named[pk] not in seen:
            seen.add(named[pk])
            kept.append(pk)
    # Long texts are read of those that are shown only.
    found = published.select_related("territory", "contribution").in_bulk(kept)
    return [Comparable(found[pk], reasons(wanted, found[pk])) for pk in kept if pk in found]


def who(practice: Practice) -> str:
    return practice.territory.key if practice.territory else practice.territory_name


def reasons(wanted: Wanted, other: Practice) -> str:
    """« Même niveau de collectivité, population proche ; en commun : tourisme »."""
    shared = {
        name: [value for value in values if f"{name}:{value}" in other.facets]
        for name, values in wanted.items()
    }
    words = [str(SAME[name]) for name in ("niveau", "taille", "categorie") if shared[name]]
    if shared["groupe"] and not shared["theme"]:
        words.append(str(SAME["groupe"]))
    told = [", ".join(words)]
    for name, title in (("theme", _("en commun")), ("modalite", _("même action"))):
        terms = [label(name, value) for value in shared[name][:NAMED]]
        told.append(f"{title} : {', '.join(terms)}" if terms else "")
    sentence = " ; ".join(filter(None, told))
    return sentence[:1].upper() + sentence[1:]


def label(name: str, value: str) -> str:
    words = str(PRACTICES.words(name, value) or value)
    return words[:1].lower() + words[1:]
