"""Where the free words of a survey stand, on the page of the survey."""

from aict.ui.numbers import count, number
from surveys.models import State, Survey
from surveys.steps import Step
from surveys.texts import reading
from surveys.texts.models import Quote


def told(survey: Survey) -> str:
    found = reading.progress(survey, reading.questions(survey))
    texts, coded = sum(one.texts for one in found), sum(one.coded for one in found)
    if not texts:
        return "Aucun texte"
    waiting = survey.quotes.filter(state=Quote.State.PROPOSED).count()
    told = f"{number(coded)} sur {number(texts)}"
    return f"{told}, {count(waiting, 'citation')} à relire" if waiting else told


STEP = Step(
    "Lire les réponses libres et les classer",
    "texts:board",
    frozenset({State.CLOSED, State.PUBLISHED}),
    50,
    told,
    "Un texte à la fois, sans les autres réponses de la personne ; des citations relues à deux.",
)
