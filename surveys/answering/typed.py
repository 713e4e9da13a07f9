"""What a page of the questionnaire posts, in the shape of answers, right or wrong."""

from django.core.exceptions import ValidationError
from django.http import QueryDict

from aict.territories.forms import TerritoryField
from aict.territories.widgets import Combobox
from surveys.questionnaire.layout import most
from surveys.questionnaire.structure import Kind, Question

# A text longer than this is shown again, never stored.
MOST_KEPT = 20_000
MOST_CODE = 200


def name_of(question: Question, item: str | int = "") -> str:
    """The name of its control in the page; of one row, of one rank."""
    return f"r-{question.id}" + (f".{item}" if item != "" else "")


def given(question: Question, data: QueryDict) -> object:
    """What was answered: "" or an empty list or dict when nothing was."""
    name = name_of(question)
    if question.kind is Kind.MULTIPLE:
        return [code(value) for value in data.getlist(name) if value][: len(question.options) + 1]
    if question.kind is Kind.MATRIX:
        found = {row.id: code(data.get(name_of(question, row.id), "")) for row in question.rows}
        return {row: value for row, value in found.items() if value}
    if question.kind is Kind.RANKING:
        ranks = range(1, most(question) + 1)
        return [code(one) for n in ranks if (one := data.get(name_of(question, n), ""))]
    if question.kind is Kind.TERRITORY:
        return territory(Combobox().value_from_datadict(data, {}, name))
    if question.kind is Kind.TEXT:
        words = bare(data.get(name, "")).replace("\r\n", "\n")
        return words if words.strip() else ""
    value = code(data.get(name, ""))
    return number(value) if question.kind is Kind.NUMBER else value


def bare(text: str) -> str:
    return text.replace("\0", "")


def code(text: str) -> str:
    return bare(text[:MOST_CODE])


def number(text: str) -> int | float | str:
    """« 1 200,5 » → 1200.5; the words themselves when they are no number."""
    try:
        found = float("".join(text.split()).replace(",", "."))
    except ValueError:
        return text
    if found - found != 0:  # infinite, or nothing that JSON keeps
        return text
    return int(found) if found.is_integer() else found


def territory(value: str) -> str:
    try:
        found = TerritoryField(required=False).clean(value)
    except ValidationError:
        return code(value)
    return found.key if found else ""


def storable(value: object) -> bool:
    return not isinstance(value, str) or len(value) <= MOST_KEPT


def present(question: Question, data: QueryDict) -> bool:
    """Whether the page that was posted held this question."""
    name = name_of(question)
    alike = {name, f"{name}_texte", f"{name}_choix"}
    return any(key in alike or key.startswith(f"{name}.") for key in data)
