"""The bar of a montage: where each piece begins, how wide it is, in per cent of the drawing."""

from decimal import Decimal
from typing import NamedTuple

from partnerships.montage import Plan

SHADES = 5


class Piece(NamedTuple):
    """`shade` names its look; `start` and `width` have a point whatever the language."""

    shade: str
    name: str
    amount: Decimal
    percent: Decimal
    start: str
    width: str


class Drawn(NamedTuple):
    """`full` is where the cost ends when the plan goes beyond it; empty otherwise."""

    pieces: list[Piece]
    full: str


def drawn(plan: Plan) -> Drawn:
    """The pieces side by side; beyond the cost, the whole is scaled to what is brought."""
    whole = plan.total + plan.excess
    pieces: list[Piece] = []
    begun = Decimal(0)
    lines = 0
    for part in plan.parts:
        shade = part.kind
        if part.kind == "ligne":
            shade, lines = f"ligne-{lines % SHADES + 1}", lines + 1
        start, width = (place(value, whole) for value in (begun, part.amount))
        pieces.append(Piece(shade, part.name, part.amount, part.percent, start, width))
        begun += part.amount
    return Drawn(pieces, place(plan.total, whole) if plan.excess else "")


def place(value: Decimal, whole: Decimal) -> str:
    return f"{100 * float(value) / float(whole):.3f}"
