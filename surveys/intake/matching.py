"""Which target a heading names, as LimeSurvey, Kobo or somebody's spreadsheet writes it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from aict.imports.lines import Line
from aict.territories.names import normalise

# A heading nearer than this to a known name is proposed, when no other name is nearly as near.
NEAR, CLEARLY = 0.55, 0.05
NUMBERS = re.compile(r"\d+")
CODED = re.compile(r"\S*[\d\[/#]\S*")


def exact(heading: str, names: dict[str, str]) -> str:
    """« q7[promotion] », « q7/promotion », « q7_promotion. Que faites-vous ? [Promotion] », a label."""
    found = (names.get(normalise(name)) for name in readings(heading))
    return next(filter(None, found), "")


def headings(lines: list[Line], start: int, names: dict[str, str]) -> tuple[int, list[str]]:
    """(place of the last line of headings, headings). Merged cells make two lines: the question, then its
    rows below; they are read together when more is recognised so."""
    cells = [[" ".join(cell.split()) for cell in line.cells] for line in lines]
    found = [(start, cells[start])]
    for above in (start, start - 1):
        if 0 <= above < len(lines) - 1 and (both := together(cells[above], cells[above + 1])):
            found.append((above + 1, both))
    return max(found, key=lambda told: len({exact(heading, names) for heading in told[1]}))


def together(above: list[str], below: list[str]) -> list[str]:
    """« Question [Row] » for each column; [] when no question stands over several columns."""
    if len(below) > len(above):
        above = above + [""] * (len(below) - len(above))
    found, over, wide = [], "", 0
    for place, question in enumerate(above):
        row = below[place] if place < len(below) else ""
        wide += bool(row and not question and over)
        over = question or (over if row else "")
        found.append(f"{over} [{row}]" if over and row else over or row)
    return found if wide else []


def readings(heading: str) -> Iterator[str]:
    """The heading, then what stands for it: what comes before the wording, after the groups of Kobo."""
    heading = heading.strip()
    yield heading
    for mark in (". ", " – ", " - ", " : "):
        if mark in heading:
            yield heading.split(mark)[0]
            yield heading.split(mark, 1)[1]
    first = heading.split(" ", 1)[0]
    if CODED.fullmatch(first):
        yield first
    parts = heading.split("/")
    if len(parts) > 2:
        yield "/".join(parts[-2:])
    if len(parts) > 1:
        yield parts[-1]


def nearest(heading: str, names: dict[str, str]) -> str:
    """The target whose name shares most trigrams with the heading; "" when none is near, or two are."""
    plain = normalise(heading)
    asked, numbers = trigrams(plain), NUMBERS.findall(plain)
    if len(asked) < 6:
        return ""
    best: dict[str, float] = {}
    for name, key in names.items():
        if NUMBERS.findall(name) != numbers:  # another question, another rank
            continue
        likeness = similarity(asked, trigrams(name))
        if likeness > best.get(key, 0):
            best[key] = likeness
    first, second = ([*sorted(best, key=lambda key: -best[key]), "", ""])[:2]
    near = best.get(first, 0) >= NEAR and best[first] - best.get(second, 0) >= CLEARLY
    return first if near else ""


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0


@lru_cache(maxsize=8192)
def trigrams(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2)) if text else NO


NO: frozenset[str] = frozenset()
