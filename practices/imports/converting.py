"""From a line of a file to the text of a draft, with all there is to say about it."""

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.exceptions import ValidationError

from aict.imports.lines import Line
from aict.moderation.binding import check_storable
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Service
from aict.territories.lookup import FREE
from aict.territories.names import normalise
from aict.territories.places import Place, find_places, shortened
from practices.imports import values
from practices.imports.lacks import Requirements
from practices.imports.mapping import Mapping
from practices.imports.targets import IDENTITY, PARTNERS, Target, targets

# PostgreSQL stores neither.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Codes that European institutions use beside the ISO ones.
COUNTRY_ALIASES = {"EL": "GR", "UK": "GB"}


@dataclass
class Row:
    number: int
    token: UUID
    data: dict
    headline: dict
    cells: dict[str, str]
    remarks: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    refused: bool = False

    @property
    def digest(self) -> str:
        told = json.dumps(self.data, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(told.encode()).hexdigest()


class Converter:
    """Prepared once for a file: what its columns name is looked up in a few queries."""

    def __init__(self, mapping: Mapping, source: str, lines: list[Line]):
        self.mapping, self.source = mapping, source
        self.targets = [targets().get(slug) for slug in mapping.columns]
        self.constants = {targets()[slug]: text for slug, text in mapping.constants.items() if text}
        used = {t for t in (*self.targets, *self.constants) if t and t.is_choice}
        self.known = {target.slug: known_values(target, mapping) for target in used}
        self.places = find_places(self.texts_of("territory", lines))
        self.services = dict(Service.objects.values_list("slug", "pk"))
        self.requirements = Requirements()
        # Texts that no answer matches, by target: people say once what each means.
        self.unknown: dict[str, Counter[str]] = {}

    def texts_of(self, slug: str, lines: list[Line]) -> set[str]:
        columns = [place for place, name in enumerate(self.mapping.columns) if name == slug]
        found = {line.cells[c].strip() for line in lines for c in columns if c < len(line.cells)}
        return {text for text in found | {self.mapping.constants.get(slug, "")} if text}

    def __call__(self, line: Line) -> Row:
        given = self.given(line)
        row = Row(line.number, self.token_of(given), {}, {}, self.cells_of(line), [*line.notes])
        if problem := self.problem_of(line, given):
            row.remarks.insert(0, problem)
            row.refused = True
            return row
        for target, text in given.items():
            self.put(row, target, text)
        try:
            check_storable(row.data)
        except ValidationError as error:
            row.remarks.insert(0, error.messages[0])
            row.refused = True
        self.finish(row)
        return row

    def given(self, line: Line) -> dict[Target, str]:
        """What the line says of each target; columns that go together are joined."""
        found: dict[Target, list[str]] = {}
        for target, cell in zip(self.targets, line.cells, strict=False):
            text = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()
            if target and text:
                found.setdefault(target, []).append(text)
        told = {
            target: (";" if target.is_choice or target.converter == "keywords" else "\n\n").join(
                texts
            )
            for target, texts in found.items()
        }
        return told | {t: text for t, text in self.constants.items() if t not in told}

    def token_of(self, given: dict[Target, str]) -> UUID:
        told = {target.slug: text for target, text in given.items()}
        own = (
            told.get(IDENTITY) or f"{normalise(told.get('title', ''))}|{told.get('territory', '')}"
        )
        clean = UNSTORABLE.sub("", own)
        return uuid5(NAMESPACE_URL, f"aict-eco:import:{self.source}:{clean}")

    def cells_of(self, line: Line) -> dict[str, str]:
        """The line as it was, for whoever checks it."""
        headings = self.mapping.headings
        named = (
            (
                headings[place]
                if place < len(headings) and headings[place]
                else f"colonne {place + 1}",
                cell,
            )
            for place, cell in enumerate(line.cells)
            if cell
        )
        return {UNSTORABLE.sub("�", name): UNSTORABLE.sub("�", cell) for name, cell in named}

    def problem_of(self, line: Line, given: dict[Target, str]) -> str:
        """Why nothing can be made of this line."""
        if any(cell.strip() for cell in line.cells[len(self.mapping.columns) :]):
            return "Cette ligne a plus de cellules que la ligne des intitulés"
        if any(UNSTORABLE.search(text) for text in given.values()):
            return "Un caractère invisible interdit (NUL) est dans cette ligne"
        if not {IDENTITY, "title"} & {target.slug for target in given}:
            return "Ni titre ni identifiant"
        return ""

    def put(self, row: Row, target: Target, text: str) -> None:
        if target.slug == IDENTITY:
            return
        if target.slug in PARTNERS:
            side = PARTNERS[target.slug][0]
            names = filter(None, (part.strip() for part in values.SEPARATORS.split(text)))
            row.data.setdefault("partners", []).extend({"name": n, "side": side} for n in names)
        elif target.converter == "place":
            self.put_place(row, text)
        elif target.is_choice:
            self.put_choice(row, target, text)
        elif target.converter in {"month", "day", "amount"}:
            row.data[target.slug], remark = getattr(values, target.converter)(text)
            self.remark(row, target, remark and f"« {shortened(text)} », {remark}")
        elif target.converter == "keywords":
            words = (word.strip() for word in re.split(r"[;,|\n]", text))
            row.data[target.slug] = ", ".join(dict.fromkeys(filter(None, words)))
        else:
            row.data[target.slug] = " ".join(text.split()) if target.slug == "title" else text

    def put_place(self, row: Row, text: str) -> None:
        place = self.places.get(text, Place())
        if place.key:
            row.data["territory"], row.headline["territory_id"] = place.key, place.pk
        else:
            row.data["territory"] = f"{FREE}{text}"
            row.remarks.append(place.remark)

    def put_choice(self, row: Row, target: Target, text: str) -> None:
        found, strange = self.chosen(target, text)
        strange = [word for word in strange if not self.left_out(target, word)]
        for word in strange:
            self.unknown.setdefault(target.slug, Counter())[word] += 1
            self.remark(row, target, f"« {shortened(word)} » ne correspond à aucune réponse")
        if found:
            row.data[target.slug] = found

    def chosen(self, target: Target, text: str) -> tuple[str | list[str], list[str]]:
        """What the text means, and its words that mean nothing to us."""
        known = self.known[target.slug]
        if target.converter != "choice":
            return values.several(text, known)
        found = values.matched(text, known)
        return found, [] if found else [text]

    def left_out(self, target: Target, text: str) -> bool:
        return self.mapping.values.get(target.slug, {}).get(text) == ""

    def remark(self, row: Row, target: Target, text: str) -> None:
        if text:
            row.remarks.append(f"{target.label} : {text}")

    def finish(self, row: Row) -> None:
        data = row.data
        category = data.get("category", "")
        row.headline |= {
            "title": str(data.get("title", ""))[:200],
            "category": category if category in Category.values else "",
            "service_id": self.services.get(str(data.get("service"))),
        }
        row.lacks = self.requirements.lacks(data)
        for name, length, limit in self.requirements.too_long(data):
            label = targets()[name].label
            row.remarks.append(f"{label} : {length} caractères, {limit} au plus (gardé entier)")


def known_values(target: Target, mapping: Mapping) -> dict[str, str]:
    """{text: value} under which an answer is recognised, those chosen by people first."""
    known = values.names_of_options(target.options())
    if target.converter == "countries":
        known = {**COUNTRY_ALIASES, **other_country_names(), **known}
    chosen = mapping.values.get(target.slug, {})
    return known | {text: value for text, value in chosen.items() if value}


def other_country_names() -> dict[str, str]:
    from aict.territories.models import Country

    found = {}
    rows = Country.objects.foreign().values_list("code", "iso3", "name_en", "other_names")
    for code, iso3, name_en, others in rows:
        for name in (iso3, name_en, *others):
            if name:
                found.setdefault(normalise(name), code)
    return found
