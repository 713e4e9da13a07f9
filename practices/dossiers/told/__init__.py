"""What a dossier says of each page it gathers, kind by kind: a few queries for each kind, however many items."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from aict.moderation.models import Contribution
from practices.dossiers.told.directories import actors, fundings, partnerships
from practices.dossiers.told.other import others
from practices.dossiers.told.practice import practices
from practices.dossiers.told.rooms import events, sheets
from practices.dossiers.told.words import Told

Teller = Callable[[list[int]], dict[int, Told]]
# Kinds that need more than a title and a sentence.
TELLERS: dict[str, Teller] = {
    "practice": practices,
    "partnership": partnerships,
    "actor": actors,
    "funding": fundings,
    "sheet": sheets,
    "event": events,
}


def tell(contributions: Iterable[Contribution]) -> dict[int, Told]:
    """By contribution, those that are on line: the others were withdrawn."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for contribution in contributions:
        by_kind[contribution.kind].append(contribution.pk)
    told: dict[int, Told] = {}
    for kind, ids in by_kind.items():
        told |= TELLERS[kind](ids) if kind in TELLERS else others(kind, ids)
    return told
