"""Which questions are asked, given the answers so far."""

from surveys.questionnaire.structure import Condition, Kind, Question, Questionnaire, Test

Answers = dict[str, object]


def holds(condition: Condition | Test | None, answers: Answers) -> bool:
    """Whether the condition is met; none is always met."""
    if condition is None:
        return True
    if isinstance(condition, Test):
        return meets(condition, answers.get(condition.question))
    found = (holds(part, answers) for part in condition.parts)
    return all(found) if condition.every else any(found)


def meets(test: Test, value: object) -> bool:
    if isinstance(value, dict):
        value = value.get(test.row)
    given = value if isinstance(value, list) else [value]
    return any(str(one) in test.values for one in given if one is not None)


def asked(questionnaire: Questionnaire, answers: Answers) -> set[str]:
    """The questions these answers open. An answer to a question that is not asked opens nothing."""
    found: set[str] = set()
    kept: Answers = {}
    for question in questionnaire.questions():
        if holds(question.condition, kept):
            found.add(question.id)
            if question.id in answers:
                kept[question.id] = answers[question.id]
    return found


def answered(question: Question, value: object) -> bool:
    """Whether something was said: not an empty text, list or matrix."""
    if question.kind is Kind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return bool(value)
