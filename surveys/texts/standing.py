"""Where the free words of a survey stand, on the page of the survey."""

from aict.ui.numbers import count, number
from surveys.duties import Duty, at
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
    told = f"{count(coded, 'texte classé', 'textes classés')} sur {number(texts)}"
    return f"{told}, {count(waiting, 'citation')} à relire" if waiting else told


STEP = Step(
    "Lire les réponses libres et les classer",
    "texts:board",
    frozenset({State.CLOSED, State.PUBLISHED}),
    50,
    told,
    "Un texte à la fois, sans les autres réponses de la personne ; des citations relues à deux.",
)


def sort(survey: Survey) -> Duty | None:
    left = sum(one.left for one in reading.progress(survey, reading.questions(survey)))
    if not left:
        return None
    told = count(left, "réponse libre n’a pas de thème", "réponses libres n’ont pas de thème")
    return Duty(
        f"{told} : tant qu’il en reste, les thèmes ne peuvent pas paraître.",
        "Lire et classer",
        at("texts:board", survey),
    )


def read_again(survey: Survey) -> Duty | None:
    waiting = survey.quotes.filter(state=Quote.State.PROPOSED).count()
    if not waiting:
        return None
    told = count(waiting, "citation attend", "citations attendent")
    return Duty(
        f"{told} une seconde lecture, par une autre personne que son auteur ou autrice.",
        "Relire",
        at("texts:board", survey),
    )
