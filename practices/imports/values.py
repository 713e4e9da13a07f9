"""From the text of a cell to what a form holds. Pure: a text in, (value, remark) out.

A text that cannot be read is kept as it is where its field can show it, and told."""

import re
from decimal import Decimal, InvalidOperation

from aict.territories.names import normalise

MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS.split(), start=1)}
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?(?:[ T]\d{1,2}:.*)?")
MONTH_FIRST = re.compile(r"(\d{1,2})[/-](\d{4})")
IN_WORDS = re.compile(r"(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})")
UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "millions": 1_000_000, "million": 1_000_000}
AMOUNT = re.compile(r"(-?\d+(?:[.,]\d+)?)(k|m|millions?)?(?:€|eur|euros?)?", re.IGNORECASE)
SEPARATORS = re.compile(r"[;|\n]")


def month(text: str) -> tuple[str, str]:
    """« mars 2021 », 03/2021, 2021-03-01, 2021 → 2021-03 (January when there is only a year)."""
    found = date_parts(text)
    if not found:
        return text, "date illisible, par exemple 03/2024"
    return f"{found[0]:04}-{found[1]:02}", ""


def day(text: str) -> tuple[str, str]:
    found = date_parts(text)
    if not found:
        return text, "date illisible, par exemple 12/03/2024"
    return f"{found[0]:04}-{found[1]:02}-{found[2]:02}", ""


def date_parts(text: str) -> tuple[int, int, int] | None:
    plain = " ".join(text.split())
    if found := DAY_FIRST.fullmatch(plain):
        parts = found.group(3, 2, 1)
    elif found := YEAR_FIRST.fullmatch(plain):
        parts = found.group(1, 2, 3)
    elif found := MONTH_FIRST.fullmatch(plain):
        parts = (found.group(2), found.group(1), None)
    elif (found := IN_WORDS.fullmatch(normalise(plain))) and found.group(2) in MONTH_NUMBERS:
        parts = (found.group(3), MONTH_NUMBERS[found.group(2)], found.group(1))
    else:
        return None
    year, month_number, day_number = (int(part or 1) for part in parts)
    right = 1900 <= year <= 2100 and 1 <= month_number <= 12 and 1 <= day_number <= 31
    return (year, month_number, day_number) if right else None


def amount(text: str) -> tuple[str, str]:
    """« 12 000 € », « 1,5 M€ » → 12000, 1500000."""
    found = AMOUNT.fullmatch("".join(text.split()))
    try:
        value = Decimal(found.group(1).replace(",", ".")) if found else None
    except InvalidOperation:
        value = None
    if found is None or value is None:
        return text, "nombre illisible"
    value *= UNITS[(found.group(2) or "").lower()]
    if value != value.to_integral_value():
        return str(round(value)), f"{text} arrondi à l’unité"
    return str(int(value)), ""


def matched(text: str, known: dict[str, str]) -> str:
    """The value whose label, code or chosen equivalent is `text`; "" without one."""
    return known.get(text.strip()) or known.get(normalise(text), "")


def several(text: str, known: dict[str, str]) -> tuple[list[str], list[str]]:
    """(values, texts that match nothing): cut at ; | and line ends, then at commas."""
    if found := matched(text, known):
        return [found], []
    values, strange = [], []
    for piece in filter(None, (part.strip() for part in SEPARATORS.split(text))):
        if found := matched(piece, known):
            values.append(found)
            continue
        for word in filter(None, (part.strip() for part in piece.split(","))):
            if found := matched(word, known):
                values.append(found)
            else:
                strange.append(word)
    return list(dict.fromkeys(values)), strange


def names_of_options(options: dict[str, str]) -> dict[str, str]:
    """{text: value} under which each option is recognised: its value, its label, normalised too."""
    found = {}
    for value, label in options.items():
        for name in (value, normalise(value), normalise(label)):
            found.setdefault(name, value)
    return found
