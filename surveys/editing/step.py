"""The questionnaire as one of the things to do of a survey."""

from aict.ui.numbers import count
from surveys.models import Survey
from surveys.steps import ALL, Step


def told(survey: Survey) -> str:
    return count(sum(1 for _ in survey.form.questions()), "question")


QUESTIONNAIRE = Step(
    label="Questionnaire",
    address="surveys:questionnaire",
    states=ALL,
    order=10,
    told=told,
    help="Les questions, leur ordre, ce qui sera proposé à la publication.",
)
