"""One French sentence for each kind of chart, computed from what it shows."""

from collections.abc import Sequence

from django.utils.text import Truncator

from aict.ui.numbers import count, number, percent
from aict.ui.typography import NARROW, NBSP

# Signs of a label within a sentence.
MOST = 90
EMPTY = "Aucun chiffre à montrer pour l’instant."
Told = tuple[str, float]


def quoted(words: str) -> str:
    """In guillemets; what would fill a paragraph is cut."""
    return f"«{NBSP}{Truncator(words).chars(MOST)}{NBSP}»"


def per_cent(share: float) -> str:
    return percent(round(share))


def over(n: int | None) -> str:
    return f", sur {count(n, 'réponse')}" if n is not None else ""


def either(words: Sequence[str]) -> str:
    return " ou ".join(quoted(one) for one in words)


def bars(rows: Sequence[Told], n: int | None) -> str:
    """rows: (label, share), those that are told."""
    if not rows:
        return EMPTY
    first, *others = sorted(rows, key=lambda row: -row[1])
    words = f"Réponse la plus fréquente{NARROW}: {quoted(first[0])}, {per_cent(first[1])}"
    if others:
        words += f"{NARROW}; puis {quoted(others[0][0])}, {per_cent(others[0][1])}"
    return f"{words}{over(n)}."


def several(rows: Sequence[Told], n: int | None) -> str:
    if not rows:
        return EMPTY
    first, *others = sorted(rows, key=lambda row: -row[1])
    words = f"Le plus souvent cité{NARROW}: {quoted(first[0])}, {per_cent(first[1])}"
    if others:
        words += f"{NARROW}; le moins souvent{NARROW}: {quoted(others[-1][0])}, {per_cent(others[-1][1])}"
    return f"{words}{over(n)}. Plusieurs réponses étaient possibles."


def ranking(rows: Sequence[Told], most: int, n: int | None) -> str:
    """rows: from the first to the last."""
    if not rows:
        return EMPTY
    first, *others = rows
    words = (
        f"{quoted(first[0])} vient en tête{NARROW}: {per_cent(first[1])} des réponses la placent "
        f"parmi leurs {most} premiers choix"
    )
    if others:
        words += f", devant {quoted(others[0][0])} ({per_cent(others[0][1])})"
    return f"{words}{over(n)}."


def scale(average: float | None, low: float | None, high: float | None, ends, n) -> str:
    """ends: the labels of the two lowest and of the two highest steps."""
    if average is None and high is None:
        return EMPTY
    told = []
    if average is not None:
        told.append(f"moyenne de {number(average, 1)}")
    if high is not None:
        told.append(f"{per_cent(high)} répondent {ends[1]}")
    if low is not None:
        told.append(f"{per_cent(low)} répondent {ends[0]}")
    words = f"{NARROW}; ".join(told)
    return f"{words[0].upper()}{words[1:]}{over(n)}."


def ordered(rows: Sequence[Told], wanted: Sequence[str], n: int | None) -> str:
    """rows: (label, share of the steps `wanted`)."""
    if not rows:
        return EMPTY
    first, *others = sorted(rows, key=lambda row: -row[1])
    words = (
        f"En tête{NARROW}: {quoted(first[0])}, où {per_cent(first[1])} répondent {either(wanted)}"
    )
    if others:
        words += f"{NARROW}; en dernier{NARROW}: {quoted(others[-1][0])}, {per_cent(others[-1][1])}"
    return f"{words}{over(n)}."


def gap(rows: Sequence[tuple[str, float, float]], keys: tuple[str, str], n: int | None) -> str:
    """rows: (label, before, after); keys: what each is the share of."""
    if not rows:
        return EMPTY
    label, before, after = max(rows, key=lambda row: abs(round(row[2]) - round(row[1])))
    distance = round(after) - round(before)
    more = f"{count(abs(distance), 'point')} de {'plus' if distance > 0 else 'moins'}"
    if not distance:
        return f"Les deux parts sont les mêmes partout, au point près{over(n)}."
    return (
        f"Plus grand écart{NARROW}: {quoted(label)}. {per_cent(before)} pour {quoted(keys[0])}, "
        f"{per_cent(after)} pour {quoted(keys[1])}, soit {more}{over(n)}."
    )


def funnel(rows: Sequence[tuple[str, float, float]], words: tuple[str, str], n: int | None) -> str:
    """rows: (label, share of the widest stage, share of the last); words: what these two are called."""
    if not rows:
        return EMPTY
    known = max(rows, key=lambda row: row[1])
    won = max(rows, key=lambda row: row[2])
    first = f"Plus grande part de {quoted(words[0])} ou au-delà{NARROW}: {quoted(known[0])}, "
    if known[0] == won[0]:
        return f"{first}{per_cent(known[1])}{NARROW}; aussi de {quoted(words[1])}, {per_cent(won[2])}{over(n)}."
    return (
        f"{first}{per_cent(known[1])}{NARROW}; de {quoted(words[1])}{NARROW}: {quoted(won[0])}, "
        f"{per_cent(won[2])}{over(n)}."
    )


def heat(rows: Sequence[tuple[str, str, float]], n: int | None) -> str:
    """rows: (row, option, share)."""
    if not rows:
        return EMPTY
    label, option, share = max(rows, key=lambda row: row[2])
    return (
        f"Réponse la plus partagée{NARROW}: {quoted(option)} pour {quoted(label)}, "
        f"{per_cent(share)}{over(n)}."
    )


def quadrant(points: Sequence[tuple[str, float, float]], n: int | None) -> str:
    """points: (label, share satisfied, share for whom it matters)."""
    if not points:
        return EMPTY
    label, satisfied, matters = max(points, key=lambda point: point[2] - point[1])
    return (
        f"Besoin le moins couvert{NARROW}: {quoted(label)}, important pour {per_cent(matters)} "
        f"des réponses et satisfaisant pour {per_cent(satisfied)}{over(n)}."
    )


def groups(rows: Sequence[tuple[str, str, float]], n: int | None) -> str:
    """rows: (what, group, share), groups too small left out."""
    found: dict[str, list[tuple[float, str]]] = {}
    for what, group, share in rows:
        found.setdefault(what, []).append((share, group))
    spread = {what: (min(s), max(s)) for what, s in found.items() if len(s) > 1}
    if not spread:
        return "Trop peu de réponses par groupe pour comparer."
    what, (low, high) = max(spread.items(), key=lambda item: item[1][1][0] - item[1][0][0])
    return (
        f"Plus grande différence{NARROW}: {quoted(what)}, de {per_cent(low[0])} ({low[1]}) "
        f"à {per_cent(high[0])} ({high[1]}){over(n)}."
    )


def waves(rows: Sequence[tuple[str, float, float]], keys: tuple[str, str]) -> str:
    """rows: (label, before, after)."""
    if not rows:
        return "Aucun chiffre commun aux deux."
    label, before, after = max(rows, key=lambda row: abs(round(row[2]) - round(row[1])))
    distance = round(after) - round(before)
    if not distance:
        return f"Les parts sont les mêmes{NARROW}: {keys[0]} et {keys[1]}, au point près."
    more = f"{count(abs(distance), 'point')} de {'plus' if distance > 0 else 'moins'}"
    return (
        f"Plus grand écart{NARROW}: {quoted(label)}, {per_cent(before)} ({keys[0]}), "
        f"puis {per_cent(after)} ({keys[1]}), soit {more}."
    )
