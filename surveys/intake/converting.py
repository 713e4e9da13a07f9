"""From a line of the file to answers, with what could not be read told."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aict.imports.lines import Line
from aict.territories.names import normalise
from surveys.intake.identity import named_in
from surveys.intake.mapping import Mapping
from surveys.intake.targets import OTHER, Target
from surveys.intake.words import EMPTY, Ticks, Words, number
from surveys.questionnaire.answers import WrongAnswerError, checked, kept, lacking
from surveys.questionnaire.conditions import Answers
from surveys.questionnaire.structure import Kind, Question, Questionnaire

# Elsewhere a box may have had no limit; longer than this, nobody typed it.
LONGEST = 20_000
SEPARATORS = ("\n", ";", "|", ">", ",", " ")


@dataclass
class Row:
    """`answers` are checked and kept; `who`: {"@collectivite": text …}; `lacks`: required questions that
    are not answered; `unasked`: answers left out because the question was not asked."""

    number: int
    answers: Answers = field(default_factory=dict)
    who: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    refused: str = ""
    twin: int = 0
    lacks: list[str] = field(default_factory=list)
    unasked: int = 0


class Converter:
    """Reads lines with one mapping. `told`: {question or "question?": Counter of (text, guess)} for
    the words that were not known for sure."""

    def __init__(self, form: Questionnaire, every: dict[str, Target], mapping: Mapping):
        self.form, self.mapping = form, mapping
        self.active = [(p, every[key]) for p, key in enumerate(mapping.columns) if key]
        self.told: dict[str, Counter[tuple[str, str]]] = {}
        self.words: dict[str, Words] = {}
        for _place, target in self.active:
            if question := target.question:
                known = mapping.values.get(question.id, {})
                self.words.setdefault(question.id, Words(question.options, known))
                if ticks(target) and target.item:
                    known = mapping.values.get(f"{question.id}?", {})
                    self.words[target.key] = Ticks(target.item, known)

    def __call__(self, both: tuple[Line, int]) -> Row:
        line, twin = both
        row = Row(line.number, twin=twin, remarks=list(line.notes))
        if len(line.cells) > len(self.mapping.headings) and any(
            cell.strip() for cell in line.cells[len(self.mapping.headings) :]
        ):
            row.refused = "elle a plus de cellules que d’intitulés : une virgule ou un point-virgule mal placé ?"
            return row
        raw: dict[str, Any] = {}
        for place, target in self.active:
            cell = line.cells[place].strip() if place < len(line.cells) else ""
            if cell:
                self.take(row, raw, target, cell)
        self.settle(row, raw)
        return row

    def take(self, row: Row, raw: dict, target: Target, cell: str) -> None:
        """Put what the cell says where it goes in `raw`."""
        question = target.question
        if question is None:
            row.who[target.key] = cell
        elif question.kind is Kind.MATRIX and target.item:
            if value := self.option(row, question, cell):
                raw.setdefault(question.id, {})[target.item.id] = value
        elif question.kind is Kind.MULTIPLE:
            raw.setdefault(question.id, set()).update(self.ticked(row, target, cell))
        elif question.kind is Kind.RANKING:
            self.ranked(row, raw.setdefault(question.id, {}), target, cell)
        elif question.kind in {Kind.TEXT, Kind.TERRITORY}:
            self.free(row, raw, question, cell)
        elif question.kind is Kind.NUMBER:
            self.counted(row, raw, question, cell)
        elif value := self.option(row, question, cell):
            raw[question.id] = value

    def option(self, row: Row, question: Question, cell: str) -> str:
        return self.word(row, question, question.id, question.id, cell)

    def word(self, row: Row, question: Question, words: str, told: str, cell: str) -> str:
        """The option that the cell names; what is not sure is told."""
        found = self.words[words].read(cell)
        if found is None:
            return ""
        if found.remark:
            row.remarks.append(f"{name_of(question)} : {found.remark}")
        if not found.sure:
            self.told.setdefault(told, Counter())[normalise(cell)[:80], found.value] += 1
            if not found.value:
                row.remarks.append(f"{name_of(question)} : réponse non reconnue, laissée de côté")
        return found.value

    def ticked(self, row: Row, target: Target, cell: str) -> list[str]:
        question = target.question
        assert question is not None  # noqa: S101 - its caller knows
        if target.item and target.item.id == OTHER and self.specified(row, target, cell):
            return [OTHER]
        if target.item:
            said = self.word(row, question, target.key, f"{question.id}?", cell)
            return [target.item.id] if said == "oui" else []
        return self.several(row, question, cell)

    def specified(self, row: Row, target: Target, cell: str) -> bool:
        """Whether the cell says in words which other answer it is; nobody reads these words."""
        found = self.words[target.key].read(cell)
        if found is None or found.sure or not target.question:
            return False
        row.remarks.append(f"{name_of(target.question)} : précision d’« autre », non reprise")
        return True

    def several(self, row: Row, question: Question, cell: str) -> list[str]:
        """The options of one cell: whole, then cut where it gives known words only."""
        words = self.words[question.id]
        whole = words.read(cell)
        if whole is None or (whole.sure and whole.value):
            return [whole.value] if whole else []
        for mark in SEPARATORS:
            if mark in cell and (found := words.cut(cell, mark)):
                return found
        mark = next((mark for mark in SEPARATORS[:-1] if mark in cell), "\n")
        pieces = [piece.strip() for piece in cell.split(mark) if piece.strip()]
        return [value for piece in pieces if (value := self.option(row, question, piece))]

    def ranked(self, row: Row, ranks: dict[int, str], target: Target, cell: str) -> None:
        """{rank: option}, whether the column is a rank, an option or the whole list."""
        question = target.question
        assert question is not None  # noqa: S101 - its caller knows
        if target.item:
            rank = number(cell.rstrip("erèmᵉʳ"))
            if rank and rank == int(rank) and rank > 0:
                ranks[int(rank)] = target.item.id
            elif normalise(cell) not in EMPTY | {"non cite", "0"}:
                row.remarks.append(f"{name_of(question)} : rang illisible, laissé de côté")
        elif target.rank:
            if value := self.option(row, question, cell):
                ranks[target.rank] = value
        else:
            for place, value in enumerate(self.several(row, question, cell), start=1):
                ranks[place] = value

    def free(self, row: Row, raw: dict, question: Question, cell: str) -> None:
        if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"}:
            cell = cell[1:]
        if normalise(cell) in EMPTY:
            return
        if len(cell) > LONGEST:
            row.remarks.append(
                f"{name_of(question)} : texte de {len(cell)} signes, {LONGEST} au plus, laissé de côté"
            )
            return
        raw[question.id] = cell.replace("\x00", "")
        if question.kind is Kind.TEXT:
            row.remarks += [f"{name_of(question)} : contient {what}" for what in named_in(cell)]

    def counted(self, row: Row, raw: dict, question: Question, cell: str) -> None:
        value = number(cell.removesuffix(question.unit)) if question.unit else number(cell)
        if value is not None:
            raw[question.id] = int(value) if value == int(value) else value
        elif normalise(cell) not in EMPTY:
            row.remarks.append(f"{name_of(question)} : nombre illisible, laissé de côté")

    def settle(self, row: Row, raw: dict) -> None:
        """Check each answer; leave out what cannot be one, and say it."""
        said: Answers = {}
        for question in self.form.questions():
            if question.id not in raw:
                continue
            try:
                said[question.id] = accepted(question, raw[question.id])
            except WrongAnswerError as error:
                sentence = str(error)[:1].lower() + str(error)[1:].rstrip(".")
                row.remarks.append(f"{name_of(question)} : {sentence}, laissé de côté")
        row.answers = kept(self.form, said)
        row.unasked = sum(bool(value) for value in said.values()) - len(row.answers)
        row.lacks = [q.short or q.label for q in lacking(self.form, row.answers)]
        row.remarks = list(dict.fromkeys(row.remarks))
        if not row.answers:
            row.refused = "elle ne contient aucune réponse à ces questions"


def accepted(question: Question, value: Any) -> object:
    """In the shape that is kept. A text may be longer than its box: it was typed elsewhere."""
    if question.kind is Kind.TEXT:
        return value
    if question.kind is Kind.MULTIPLE:
        value = [option.id for option in question.options if option.id in value]
    elif question.kind is Kind.RANKING:
        value = [value[rank] for rank in sorted(value)]
    return checked(question, value)


def ticks(target: Target) -> bool:
    return bool(target.item and target.question and target.question.kind is Kind.MULTIPLE)


def name_of(question: Question) -> str:
    return f"« {question.short or question.label} »"
