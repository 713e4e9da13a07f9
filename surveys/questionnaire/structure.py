"""A questionnaire as plain data: what its JSON file says, once read and checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    SINGLE = "single"  # one option
    BANDS = "bands"  # one range of a number, in order
    SCALE = "scale"  # one step, usually from 1 to 5
    MULTIPLE = "multiple"  # several options
    MATRIX = "matrix"  # one option for each row
    RANKING = "ranking"  # the first options, in order of preference
    NUMBER = "number"  # a number, analysed by bands
    TEXT = "text"  # free words: never published as they are
    TERRITORY = "territory"  # an authority; named surveys only


class Crossing(StrEnum):
    """What answers may be compared by: the question that says it carries the name."""

    LEVEL = "level"
    POPULATION = "population"
    REGION = "region"
    SERVICE = "service"


@dataclass(frozen=True)
class Option:
    """An option, a row of a matrix or a step of a scale. `need` and `category` are slugs of the taxonomies."""

    id: str
    label: str
    need: str = ""
    category: str = ""
    exclusive: bool = False  # « aucun » : not chosen with another


@dataclass(frozen=True)
class Test:
    """True when the answer to `question` (to its `row`) is one of `values`."""

    question: str
    values: tuple[str, ...]
    row: str = ""

    __test__ = False


@dataclass(frozen=True)
class Condition:
    """True when all (or any) of its parts are."""

    parts: tuple["Condition | Test", ...]
    every: bool = True

    def tests(self) -> Iterator[Test]:
        for part in self.parts:
            yield from part.tests() if isinstance(part, Condition) else (part,)


@dataclass(frozen=True)
class Question:
    id: str
    kind: Kind
    label: str
    help: str = ""
    short: str = ""  # title of its chart
    required: bool = False
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    most: int = 0  # options that may be chosen or ranked; 0: no limit
    low: float | None = None
    high: float | None = None
    unit: str = ""
    bands: tuple[float, ...] = ()  # where each band of a number begins, the first excepted
    length: int = 500  # characters of a text
    condition: Condition | None = None
    crossing: Crossing | None = None
    published: bool = True  # proposed at publication; texts never are
    against: str = ""  # the question it is read beside (Q8 against Q7)
    chart: str = ""  # "gap", "quadrant", "heat" or "funnel" when the kind alone does not say

    @property
    def items(self) -> tuple[Option, ...]:
        """What is answered one by one: rows, or options that are ticked or ranked; none otherwise."""
        if self.kind is Kind.MATRIX:
            return self.rows
        return self.options if self.kind in {Kind.MULTIPLE, Kind.RANKING} else ()


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    questions: tuple[Question, ...]
    help: str = ""


@dataclass(frozen=True)
class Questionnaire:
    title: str
    sections: tuple[Section, ...]
    introduction: str = ""
    notice: str = ""  # where it comes from: shown wherever it is
    minutes: int = 0

    def questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    def question(self, id: str) -> Question:
        """Raises KeyError."""
        return {question.id: question for question in self.questions()}[id]

    def crossings(self) -> dict[Crossing, Question]:
        return {q.crossing: q for q in self.questions() if q.crossing}
