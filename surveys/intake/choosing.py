"""What a coordinator chooses on screen: the question of each column, the meaning of each word."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django import forms
from django.http import QueryDict

from aict.imports.reading import MAX_ROWS, MAX_SIZE, MEGABYTE
from aict.ui.numbers import number
from surveys.intake.mapping import Mapping
from surveys.intake.targets import Target
from surveys.questionnaire.layout import YES_NO
from surveys.questionnaire.structure import Option, Questionnaire

LEFT_OUT = "-"
# Beyond, one list of questions serves every column: a list in each would make a page of several megabytes.
LISTS = 60


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Fichier de réponses",
        help_text=f"CSV ou XLSX, une réponse par ligne, {number(MAX_ROWS)} lignes et {MAX_SIZE // MEGABYTE} Mo au plus.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx", "data-max-size": MAX_SIZE}),
    )


@dataclass
class Column:
    """One line of the screen. `options`: whether its list is there: what is recognised, or erased because
    it tells who answered, has none until somebody asks."""

    place: int
    heading: str
    key: str
    label: str
    guessed: bool
    reason: str
    samples: list[str]
    options: bool
    errors: list[str] = field(default_factory=list)
    # What its field says, where it is typed: what was refused, or the name of its target.
    shown: str = ""

    @property
    def decided(self) -> bool:
        """Recognised, and nothing to say of it."""
        return bool(self.key) and not self.guessed and not self.errors

    @property
    def name(self) -> str:
        return f"column-{self.place}"


def urgency(column: Column) -> tuple[bool, bool, int]:
    """What is refused first, then what was only guessed, then the rest in the order of the file."""
    return not column.errors, not column.guessed, column.place


def columns(
    mapping: Mapping,
    every: dict[str, Target],
    samples: list[list[str]],
    all_lists: bool,
    problems: list[tuple[int | None, str]],
    sent: QueryDict,
) -> list[Column]:
    """The columns that have a heading or hold something."""
    found, names = [], named(every)
    for place, heading in enumerate(mapping.headings):
        key, reason = mapping.columns[place], mapping.identity[place]
        if not heading and not samples[place]:
            continue
        errors = [words for where, words in problems if where == place]
        column = Column(
            place=place,
            heading=heading,
            key=key,
            label=every[key].label if key in every else "",
            guessed=mapping.guessed[place],
            reason=reason,
            samples=samples[place],
            options=all_lists or not (key or reason) or mapping.guessed[place] or bool(errors),
            errors=errors,
            shown=sent.get(f"column-{place}", "") if errors else names.get(key, ""),
        )
        found.append(column)
    return found


def groups(form: Questionnaire, every: dict[str, Target]) -> list[tuple[str, list[Target]]]:
    """Targets under the title of their section, for the lists."""
    who = [target for target in every.values() if target.question is None]
    found = [("Qui répond", who)] if who else []
    for section in form.sections:
        ids = {question.id for question in section.questions}
        inside = [t for t in every.values() if t.question and t.question.id in ids]
        found.append((section.title, inside))
    return found


def chosen(mapping: Mapping, sent: QueryDict, every: dict[str, Target]) -> Mapping:
    """The mapping with the columns of the form; what is no target is left as it was."""
    keys = list(mapping.columns)
    typed = {name: key for key, name in named(every).items()}
    for place in range(len(keys)):
        key = sent.get(f"column-{place}")
        key = typed.get(key.strip(), key) if key else key
        if key is not None and (not key or key in every):
            keys[place] = key
    return replace(mapping, columns=keys)


def named(every: dict[str, Target]) -> dict[str, str]:
    """{target: what is typed for it}: its label, and its key where two have the same."""
    times = Counter(target.label for target in every.values())
    return {
        key: target.label if times[target.label] == 1 else f"{target.label} ({key})"
        for key, target in every.items()
    }


def unknown(mapping: Mapping, sent: QueryDict, every: dict[str, Target]) -> list[tuple[int, str]]:
    """(column, sentence) for what was typed and is no question."""
    known = {"", *every, *named(every).values()}
    typed = [sent.get(f"column-{place}", "").strip() for place in range(len(mapping.columns))]
    return [
        (
            place,
            f"« {text[:80]} » n’est pas une question de cette enquête : prenez-en une de la liste.",
        )
        for place, text in enumerate(typed)
        if text not in known
    ]


@dataclass(frozen=True)
class Word:
    """A word of the file that no option is for sure; `guess`: what it was taken for, or ""."""

    name: str
    question: str
    text: str
    count: int
    guess: str
    options: tuple[Option, ...]


def words(report: dict, form: Questionnaire) -> list[Word]:
    found = []
    for name, told in report.get("words", {}).items():
        question = form.question(name.removesuffix("?"))
        options = YES_NO if name.endswith("?") else question.options
        for place, (text, guess, count) in enumerate(told):
            label = question.short or question.label
            found.append(Word(f"{name}|{place}", label, text, count, guess, options))
    return found


def told(asked: list[Word], sent: QueryDict) -> dict[str, dict[str, str]]:
    """{question: {text: option, or "" to leave out}} for the words that were decided."""
    found: dict[str, dict[str, str]] = {}
    for word in asked:
        value = sent.get(word.name, "")
        if value == LEFT_OUT or value in {option.id for option in word.options}:
            question = word.name.rsplit("|", 1)[0]
            found.setdefault(question, {})[word.text] = "" if value == LEFT_OUT else value
    return found
