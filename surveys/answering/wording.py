"""Answers in words, for the summary and for the document one keeps."""

from aict.territories.lookup import labels_of
from surveys.answering.asking import Shown
from surveys.questionnaire.conditions import Answers, answered, asked
from surveys.questionnaire.structure import Kind, Question, Questionnaire

NOTHING = "Sans réponse"


def words(question: Question, value: object) -> list[tuple[str, str]]:
    """[(row or rank or "", what was answered)]; empty when nothing was."""
    if not answered(question, value):
        return []
    labels = {option.id: option.label for option in question.options}
    if isinstance(value, dict):
        return [
            (row.label, labels.get(str(value[row.id]), str(value[row.id])))
            for row in question.rows
            if row.id in value
        ]
    if question.kind is Kind.RANKING and isinstance(value, list):
        ranks = [line.label for line in Shown(question, value).ranks]
        return [
            (rank, labels.get(str(id), str(id))) for rank, id in zip(ranks, value, strict=False)
        ]
    if isinstance(value, list):
        return [("", labels.get(str(id), str(id))) for id in value]
    return [("", one_word(question, value, labels))]


def one_word(question: Question, value: object, labels: dict[str, str]) -> str:
    if question.kind is Kind.TERRITORY:
        return labels_of([str(value)])[str(value)]
    if question.kind is Kind.NUMBER:
        unit = f" {question.unit}" if question.unit else ""
        return Shown(question, value).written + unit
    return labels.get(str(value), str(value))


def told(form: Questionnaire, answers: Answers, problems: dict[str, str] | None = None) -> list:
    """Each section with what was asked in it: the label, the answers, what is wrong."""
    open_ = asked(form, answers)
    found = []
    for section in form.sections:
        lines = [
            {
                "id": f"q-{question.id}",
                "label": question.label,
                "answers": words(question, answers.get(question.id)),
                "problem": (problems or {}).get(question.id, ""),
            }
            for question in section.questions
            if question.id in open_
        ]
        found.append({"id": section.id, "title": section.title, "lines": lines})
    return [section for section in found if section["lines"]]
