"""From the text of a cell to an option: identifiers, labels, numbers, what Excel made of them."""

import re
from dataclasses import dataclass

from aict.territories.names import normalise
from surveys.intake.matching import similarity, trigrams
from surveys.intake.targets import OTHER
from surveys.questionnaire.layout import YES_NO
from surveys.questionnaire.structure import Option

# Cells that say nothing, when no option is called so.
EMPTY = {"", "n a", "na", "nan", "null", "none", "non posee", "sans reponse", "non reponse", "vide"}
YES = {"1", "oui", "o", "y", "yes", "vrai", "true", "x", "coche", "cochee", "selected", "checked"}
NO = {"0", "non", "n", "no", "faux", "false", "not selected", "unchecked", "non coche"}
PLACE = re.compile(r"(?:a|ao|r|choix|option)? ?0*(\d{1,2})")
ISO_DAY = re.compile(r"\d\d(\d\d)-(\d\d)-(\d\d)(?: 00:00:00)?")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(?:\d\d)?(\d\d)")
MONTH_WORD = re.compile(r"(\d{1,2})[- ]([a-zéû]{3,9})\.?|([a-zéû]{3,9})\.?[- ](\d{1,2})")
MONTHS = "jan fev mar avr mai juin juil aou sep oct nov dec".split()
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
LIKE = 0.6


@dataclass(frozen=True)
class Found:
    """An option, or none. `sure` is false for one that was guessed: people are shown it."""

    value: str = ""
    sure: bool = True
    remark: str = ""


UNKNOWN = Found(sure=False)


class Words:
    """How the words of one question are read. `known`: {normalised text: option or ""} told by people."""

    def __init__(self, options: tuple[Option, ...], known: dict[str, str]):
        self.options, self.known = options, known
        self.index = {}
        for name in ("id", "label"):
            for option in options:
                self.index.setdefault(normalise(getattr(option, name)), option.id)
        self.index.pop("", None)
        if OTHER in self.index:  # as LimeSurvey codes it
            self.index.setdefault("oth", OTHER)
        self.numbered = not any(re.search(r"\d", o.id + o.label) for o in options)
        self.cache: dict[str, Found | None] = {}

    def read(self, text: str) -> Found | None:
        """What the text means; None when it says nothing."""
        if text not in self.cache:
            self.cache[text] = self.found(text)
        return self.cache[text]

    def cut(self, cell: str, mark: str) -> list[str]:
        """The options of a cell that is nothing but known words between marks; [] when it is not. A word
        may hold the mark: « Chambres (commerce, métiers), Associations »."""
        pieces = [piece for piece in cell.split(mark) if piece.strip()]
        most = 1 + max(option.label.count(mark) for option in self.options)
        values: list[str] = []
        while pieces:
            told = ((n, self.sure(mark.join(pieces[:n]))) for n in range(most, 0, -1))
            size, value = next(((n, value) for n, value in told if value), (0, ""))
            if not value:
                return []
            values.append(value)
            del pieces[:size]
        return values

    def sure(self, text: str) -> str:
        """The option of that very name; "" when there is none."""
        plain = normalise(text)
        if plain in self.known or plain in self.index:
            return self.known.get(plain, self.index.get(plain, ""))
        found = self.as_number(text.strip()) or self.as_date(text)
        return found.value if found else ""

    def found(self, text: str) -> Found | None:
        plain = normalise(text.lstrip("'"))
        if plain in self.known:
            return Found(self.known[plain]) if self.known[plain] else None
        if plain in self.index:
            return Found(self.index[plain])
        if plain in EMPTY:
            return None
        return self.as_number(text) or self.as_date(text) or self.guessed(plain)

    def as_number(self, text: str) -> Found | None:
        """« 4,0 » is 4."""
        value = number(text)
        if value is None or value != int(value):
            return None
        option = self.index.get(str(int(value)))
        return Found(option) if option else None

    def as_date(self, text: str) -> Found | None:
        """« 1-2 », of which Excel made the first of February."""
        both = {self.index.get(name, "") for name in as_typed(text.strip())} - {""}
        if len(both) != 1:
            return None
        return Found(both.pop(), remark="lu malgré la date qu’Excel en avait faite")

    def guessed(self, plain: str) -> Found:
        place = PLACE.fullmatch(plain)
        if place and self.numbered and 1 <= int(place.group(1)) <= len(self.options):
            return Found(self.options[int(place.group(1)) - 1].id, sure=False)
        asked = trigrams(plain)
        near = sorted((-similarity(asked, trigrams(name)), id) for name, id in self.index.items())
        if near and -near[0][0] >= LIKE:
            return Found(near[0][1], sure=False)
        return UNKNOWN


class Ticks(Words):
    """The words of a column that says whether one option was ticked: `values` are oui and non."""

    def __init__(self, option: Option, known: dict[str, str]):
        super().__init__(YES_NO, known)
        yes, no = (answer.id for answer in YES_NO)
        itself = {normalise(option.id), normalise(option.label)} - {""}
        self.index = dict.fromkeys(YES | itself, yes) | dict.fromkeys(NO, no)
        self.numbered = False


def number(text: str) -> float | None:
    """« 1 234,5 », « 1.234,5 », « 2.5 »."""
    plain = "".join(text.split()).lstrip("'")
    if "," in plain and "." in plain:
        plain = plain.replace("." if plain.rfind(",") > plain.rfind(".") else ",", "")
    return float(plain.replace(",", ".")) if NUMBER.fullmatch(plain) else None


def as_typed(text: str) -> list[str]:
    """What was typed before a spreadsheet took it for a date: « 1 2 » for the first of February, « 5 50 »
    for the first of May 1950."""
    if found := ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := DAY.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := MONTH_WORD.fullmatch(text.lower()):
        start = normalise(found.group(2) or found.group(3))
        months = [place for place, name in enumerate(MONTHS, 1) if start.startswith(name)]
        if not months:
            return []
        day, month, year = int(found.group(1) or found.group(4)), months[0], 0
    else:
        return []
    typed = [f"{day} {month}", f"{month} {day}"]
    return [*typed, f"{month} {year}"] if day == 1 and year else typed
