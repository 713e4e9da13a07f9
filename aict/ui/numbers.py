"""Numbers and amounts as French readers expect them."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from aict.ui.typography import NARROW, NBSP


class Scale(NamedTuple):
    floor: int
    divisor: int
    unit: str


# 999 950 € rounds to a million: floors stand where rounding changes the unit.
SCALES = (
    Scale(999_950_000, 1_000_000_000, "Md€"),
    Scale(999_950, 1_000_000, "M€"),
    Scale(10_000, 1_000, "k€"),
)


def number(value: int | float | Decimal, decimals: int = 0) -> str:
    """1204 → « 1 204 »; with decimals, trailing zeros are dropped: 2.10 → « 2,1 »."""
    if isinstance(value, int):  # most numbers of a page, twenty times faster
        return f"{value:,}".replace(",", NARROW).replace("-", "−")
    exact = half_up(value, decimals)
    text = f"{abs(exact):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "−" if exact < 0 else ""
    return sign + text.replace(",", NARROW).replace(".", ",")


def half_up(value: int | float | Decimal, decimals: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def money(value: int | float | Decimal) -> str:
    """Amounts one can say aloud: 8 400 €, 120 k€, 2,1 M€."""
    amount = abs(Decimal(str(value)))
    for scale in SCALES:
        if amount >= scale.floor:
            decimals = 1 if amount / scale.divisor < 100 else 0
            return f"{number(Decimal(str(value)) / scale.divisor, decimals)}{NBSP}{scale.unit}"
    return f"{number(value)}{NBSP}€"


def money_exact(value: int | float | Decimal) -> str:
    """The whole amount, to the euro: 2 134 500 €."""
    return f"{number(value)}{NBSP}€"


def percent(value: int | float | Decimal, decimals: int = 0) -> str:
    """A share already out of one hundred: 40 → « 40 % »."""
    return f"{number(value, decimals)}{NARROW}%"


def is_plural(n: int | float | Decimal) -> bool:
    """French counts from two: 0, 1 and 1,5 are singular."""
    return n >= 2 or n <= -2


def count(n: int | float, singular: str, plural: str = "") -> str:
    """« 0 pratique », « 1 pratique », « 1 204 pratiques ». A plural is given when it is not +s."""
    word = (plural or french_plural(singular)) if is_plural(n) else singular
    return f"{number(n, 1 if isinstance(n, float) else 0)}{NBSP}{word}"


def french_plural(words: str) -> str:
    """Regular plural of each word of a short noun phrase: « fiche publiée » → « fiches publiées »,
    « retour d’expérience » → « retours d’expérience »."""
    return " ".join(
        w if w[-1:] in "sxz" or w.startswith("d’") else f"{w}s" for w in words.split(" ")
    )


def file_size(size: int) -> str:
    """Bytes as « 840 o », « 12 ko », « 3,4 Mo »."""
    for divisor, unit in ((1_000_000, "Mo"), (1_000, "ko")):
        if size >= divisor:
            return f"{number(size / divisor, 1 if size < 10 * divisor else 0)}{NBSP}{unit}"
    return f"{size}{NBSP}o"
