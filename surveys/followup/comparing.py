"""One's own answers beside those of one's peers: published tables only, less oneself. Nothing is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aict.ui.numbers import count, percent
from aict.ui.typography import NARROW, NBSP
from surveys.models import Response
from surveys.questionnaire.layout import SILENT, UNASKED, Column, columns
from surveys.questionnaire.structure import Kind, Question
from surveys.results.edition import Edition
from surveys.results.exports import item_label, label
from surveys.results.pooling import K
from surveys.results.tables import Table

PEERS = ("niveau", "taille")
UNTOLD = "non communiqué"
HALF = 50
MISSING = {SILENT.id, UNASKED.id}
CHOSEN = frozenset({Kind.MULTIPLE, Kind.RANKING})


@dataclass(frozen=True)
class Peers:
    """A group that one belongs to: its words, and how many others are in it."""

    way: str
    words: str
    others: int

    @property
    def enough(self) -> bool:
        return self.others >= K


@dataclass(frozen=True)
class Line:
    """`share` of the others gave the same answer; none when it is not told."""

    question: str
    row: str
    mine: str
    share: float | None

    @property
    def shown(self) -> str:
        return UNTOLD if self.share is None else percent(round(self.share))

    @property
    def width(self) -> str:
        return f"{self.share or 0:.1f}"


def codes_of(response: Response, found: Edition) -> dict[tuple[str, str], str]:
    """(question, item) → the id of what was answered."""
    codes = response.coded.codes
    return {(c.question, c.item): value_of(c, codes) for c in columns(found.form)}


def value_of(column: Column, codes: list[int]) -> str:
    return column.value(codes[column.place - 1]).id


def peers(found: Edition, mine: dict[tuple[str, str], str], way: str) -> Peers | None:
    """The group compared by `way`; none when that question is not published or was not answered."""
    by = found.ways.get(way)
    if by is None or mine[by.id, ""] in MISSING:
        return None
    table = found.tables(by.id)[0]
    for names, total in zip(table.values, table.totals, strict=True):
        if mine[by.id, ""] in names and total is not None:
            return Peers(way, label(by, names), total - 1)
    return None


def lines(found: Edition, mine: dict[tuple[str, str], str], way: str) -> Iterator[Line]:
    """Each answer that is published by that crossing, with what the others of the group answered."""
    by = found.ways[way]
    for question in found.questions:
        for table in found.tables(question.id, by.id):
            own = mine[question.id, table.item]
            if own not in MISSING:
                yield line(question, table, own, mine[by.id, ""])


def line(question: Question, table: Table, own: str, group: str) -> Line:
    place = next((g for g, names in enumerate(table.groups) if group in names), None)
    value = next((v for v, names in enumerate(table.values) if own in names), None)
    share = None
    if place is not None and value is not None:
        share = others(table.counts[value][place], table.sizes[place])
    names = (own,) if value is None else table.values[value]
    words = chosen(names) if question.kind in CHOSEN else label(question, names)
    return Line(question.label, item_label(question, table), words, share)


def summary(lines: Sequence[Line]) -> str:
    """How often the peers answer alike, and where they do it least; "" when nothing can be told."""
    told = [one for one in lines if one.share is not None]
    if not told:
        return ""
    least = min(told, key=lambda one: one.share or 0)
    alike = sum((one.share or 0) >= HALF for one in told)
    what = f"«{NBSP}{least.row or least.question}{NBSP}»"
    return (
        f"À {count(alike, 'réponse')} sur {len(told)}, au moins la moitié de vos pairs répondent comme "
        f"vous. Vous en différez le plus ici{NARROW}: {what}, {least.shown} comme vous."
    )


def chosen(names: tuple[str, ...]) -> str:
    return "Non" if set(names) & {"non", "non-cite"} else "Oui"


def others(number: int | None, size: int) -> float | None:
    """Per cent of the others who answered alike; none when it would tell fewer than five of them."""
    if number is None or size - 1 < K or 0 < number - 1 < K:
        return None
    return 100 * (number - 1) / (size - 1)
