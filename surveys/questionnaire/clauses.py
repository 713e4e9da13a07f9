"""A condition in words, for who answers and for who writes the questionnaire."""

from collections.abc import Callable

from surveys.questionnaire.structure import Condition, Question, Questionnaire, Test

Name = Callable[[Question], str]


def clause(form: Questionnaire, part: Condition | Test, name: Name) -> str:
    """« (« Oui » à « A » et « Non » à « B ») ou « Oui » à « C » »; `name` says how a question is called."""
    if isinstance(part, Test):
        return of_test(form, part, name)
    words = [
        f"({told})" if isinstance(one, Condition) and len(one.parts) > 1 else told
        for one, told in ((one, clause(form, one, name)) for one in part.parts)
    ]
    return (" et " if part.every else " ou ").join(words)


def of_test(form: Questionnaire, test: Test, name: Name) -> str:
    asked = form.question(test.question)
    labels = {option.id: option.label for option in asked.options}
    rows = {row.id: row.label for row in asked.rows}
    line = f", ligne « {rows[test.row]} »" if test.row else ""
    values = " ou ".join(f"« {labels[value]} »" for value in test.values)
    return f"{values} à « {name(asked)} »{line}"
