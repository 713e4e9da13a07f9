"""A question as the page shows it: its controls, what was answered, when it is asked."""

import json
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from aict.territories.widgets import Combobox
from surveys.answering.typed import name_of
from surveys.questionnaire.clauses import clause
from surveys.questionnaire.conditions import Answers, asked, meets
from surveys.questionnaire.layout import most, values_of
from surveys.questionnaire.structure import (
    Condition,
    Kind,
    Option,
    Question,
    Questionnaire,
    Section,
    Test,
)

# A longer list of single choices is a menu.
MOST_CARDS = 12
CHOSEN = {Kind.SINGLE, Kind.BANDS, Kind.SCALE, Kind.MATRIX}
SILENT = Option("", "Sans réponse")
# Signs of a step that fits a fifth of a phone.
STEP = 30


@dataclass(frozen=True)
class Choice:
    id: str
    name: str
    value: str
    label: str
    checked: bool
    exclusive: bool = False

    @property
    def step(self) -> str:
        """« 1 » of « 1 – jamais »: what a scale shows large."""
        return self.label.partition(" – ")[0]

    @property
    def end(self) -> str:
        return self.label.partition(" – ")[2]


@dataclass(frozen=True)
class Line:
    """A row of a matrix, or a rank."""

    id: str
    label: str
    name: str
    choices: list[Choice]


@dataclass(frozen=True)
class Shown:
    """`when` is a condition that depends on this very page, as data-condition takes it; None without."""

    question: Question
    value: object = None
    error: str = ""
    when: object = None
    told: str = ""

    @property
    def name(self) -> str:
        return name_of(self.question)

    @property
    def id(self) -> str:
        return f"q-{self.question.id}"

    @property
    def condition(self) -> str:
        return "" if self.when is None else json.dumps(self.when)

    @property
    def layout(self) -> str:
        """Which template draws it, in surveys/answering/kinds/."""
        kind = self.question.kind
        if kind in {Kind.SINGLE, Kind.BANDS}:
            return "menu" if len(self.question.options) > MOST_CARDS else "cards"
        return "cards" if kind is Kind.MULTIPLE else kind.value

    @property
    def template(self) -> str:
        return f"surveys/answering/kinds/{self.layout}.html"

    @property
    def combobox(self) -> str:
        """The control of a territory."""
        told = {"id": self.control} | (
            {"aria-describedby": self.described} if self.described else {}
        )
        return Combobox().render(self.name, self.value or None, told)

    @property
    def grouped(self) -> bool:
        """Whether it is a group of controls rather than one."""
        return self.layout in {"cards", "scale", "matrix", "ranking"}

    @property
    def control(self) -> str:
        """The id of its first control."""
        first = {"matrix": "-0-0", "ranking": "-1"}.get(self.layout, "-0")
        return self.id + (first if self.grouped else "-c")

    @property
    def described(self) -> str:
        told = (self.question.help, f"{self.id}-help"), (self.error, f"{self.id}-error")
        return " ".join(id for said, id in told if said)

    @property
    def multiple(self) -> bool:
        return self.question.kind is Kind.MULTIPLE

    @property
    def limit(self) -> int:
        """How many may be ticked; 0 without limit."""
        return self.question.most if self.multiple else 0

    @property
    def written(self) -> str:
        """A text or a number as it is typed."""
        if isinstance(self.value, float):
            return f"{self.value:g}".replace(".", ",")
        return str(self.value) if isinstance(self.value, str | int) else ""

    def options(self) -> tuple[Option, ...]:
        """Its options; who need not answer may take an answer back."""
        silent = self.question.kind in CHOSEN and not self.question.required
        return self.question.options + ((SILENT,) if silent else ())

    @cached_property
    def choices(self) -> list[Choice]:
        chosen = self.value if isinstance(self.value, list) else [self.value or ""]
        return self.of(self.options(), self.id, self.name, chosen)

    @cached_property
    def lines(self) -> list[Line]:
        given = self.value if isinstance(self.value, dict) else {}
        return [
            Line(
                id := f"{self.id}-{place}",
                row.label,
                name := name_of(self.question, row.id),
                self.of(self.options(), id, name, [given.get(row.id, "")]),
            )
            for place, row in enumerate(self.question.rows)
        ]

    @property
    def is_scale(self) -> bool:
        """Steps that are numbers, said in a few words, stand side by side, however narrow the page."""
        labels = [option.label for option in self.question.options]
        return all(label[:1].isdigit() and len(label) <= STEP for label in labels)

    @cached_property
    def ranks(self) -> list[Line]:
        given = self.value if isinstance(self.value, list) else []
        found = []
        for n, rank in zip(
            range(1, most(self.question) + 1), values_of(self.question), strict=False
        ):
            chosen = [given[n - 1]] if n <= len(given) else [""]
            name, id = name_of(self.question, n), f"{self.id}-{n}"
            choices = self.of(self.question.options, id, name, chosen)
            found.append(Line(id, rank.label, name, choices))
        return found

    def of(self, options, id: str, name: str, chosen: list) -> list[Choice]:
        return [
            Choice(f"{id}-{n}", name, o.id, o.label, o.id in chosen, o.exclusive)
            for n, o in enumerate(options)
        ]


def shown(
    form: Questionnaire, section: Section, answers: Answers, errors: dict[str, str] | None = None
) -> list[Shown]:
    """The questions of this page: those that earlier pages closed are left out."""
    here = {question.id for question in section.questions}
    open_ = asked(form, answers)
    earlier = {id: value for id, value in answers.items() if id in open_ - here}
    found = []
    for question in section.questions:
        when = reduced(question.condition, here, earlier)
        if when is not False:
            told = in_words(form, question.condition) if when is not True else ""
            found.append(
                Shown(
                    question,
                    answers.get(question.id),
                    (errors or {}).get(question.id, ""),
                    None if when is True else when,
                    told,
                )
            )
    return found


def reduced(condition: Condition | Test | None, here: set[str], earlier: Answers):
    """True or False when earlier pages settle it; otherwise what is left for this page to settle."""
    if condition is None:
        return True
    if isinstance(condition, Test):
        if condition.question not in here:
            return meets(condition, earlier.get(condition.question))
        return {
            "question": name_of_test(condition),
            "in": list(condition.values),
        }
    parts = [reduced(part, here, earlier) for part in condition.parts]
    settling = not condition.every
    if settling in parts:
        return settling
    left = [part for part in parts if part not in (True, False)]
    return {"all" if condition.every else "any": left} if left else condition.every


def name_of_test(test: Test) -> str:
    return f"r-{test.question}" + (f".{test.row}" if test.row else "")


def in_words(form: Questionnaire, condition: Condition | Test | None) -> str:
    """« Si vous avez répondu … »: for who sees the question whatever was answered."""
    if condition is None:
        return ""
    return f"Si vous avez répondu {clause(form, condition, attrgetter('label'))}."
