"""What the page of a survey says of files of answers."""

from aict.ui.numbers import count
from surveys.models import State, Survey
from surveys.steps import Step


def brought(survey: Survey) -> str:
    n = survey.responses.exclude(mark=None).count()
    return count(n, "réponse importée") if n else "aucune réponse importée"


def taken(survey: Survey) -> str:
    return f"{count(survey.responses.sent().count(), 'réponse')} à télécharger"


IMPORT = Step(
    label="Importer des réponses",
    address="intake:home",
    states=frozenset({State.OPEN, State.CLOSED}),
    order=40,
    told=brought,
    help="Celles qui ont été recueillies ailleurs : LimeSurvey, Kobo, tableur.",
)
EXPORT = Step(
    label="Télécharger les réponses",
    address="intake:files",
    states=frozenset({State.OPEN, State.CLOSED, State.PUBLISHED}),
    order=45,
    told=taken,
    help="Deux tableaux, pour vos propres calculs.",
)
