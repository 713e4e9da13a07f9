"""What is wrong, or still lacks, in what was typed."""

from collections.abc import Iterable

from aict.territories.lookup import TERRITORY_KEY
from surveys.questionnaire.answers import WrongAnswerError, checked, kept, lacking
from surveys.questionnaire.conditions import Answers, asked
from surveys.questionnaire.structure import Kind, Question, Questionnaire

NOTHING: tuple[object, ...] = (None, "", [], {})
LACKS = "Il manque votre réponse."
LACKS_ROWS = "Il manque une réponse sur une ligne au moins."


def wrong(form: Questionnaire, answers: Answers, among: Iterable[Question] = ()) -> dict[str, str]:
    """{question: one French sentence}, for questions that are asked and were answered."""
    open_ = asked(form, answers)
    found = {}
    for question in among or form.questions():
        value = answers.get(question.id)
        said = question.id in open_ and value not in NOTHING
        if said and (problem := wrong_with(question, value)):
            found[question.id] = problem
    return found


def wrong_with(question: Question, value: object) -> str:
    twice = isinstance(value, list) and len(set(map(str, value))) != len(value)
    if question.kind is Kind.RANKING and twice:
        return "Vous avez choisi deux fois la même réponse."
    if question.kind is Kind.TERRITORY and not TERRITORY_KEY.fullmatch(str(value)):
        return "Choisissez une collectivité de la liste."
    try:
        checked(question, value)
    except WrongAnswerError as error:
        return str(error)
    except TypeError:
        return "Cette réponse n’a pas la forme attendue."
    return ""


def missing(form: Questionnaire, answers: Answers) -> dict[str, str]:
    """{required question without its answer: the sentence}."""
    return {
        question.id: LACKS_ROWS if question.kind is Kind.MATRIX else LACKS
        for question in lacking(form, answers)
    }


def final(form: Questionnaire, answers: Answers) -> Answers:
    """Checked answers in the shape that is counted; call it when nothing is wrong."""
    by_id = {question.id: question for question in form.questions()}
    said = kept(form, answers)
    return kept(form, {id: checked(by_id[id], value) for id, value in said.items()})
