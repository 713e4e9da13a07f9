"""Free words for tests."""

from surveys.models import Response, Survey
from surveys.texts import reading
from surveys.texts.models import Quote, Theme
from tests.surveys import making


def written(text: str, survey: Survey | None = None) -> Response:
    survey = survey or making.survey(state="closed")
    return making.sent(survey, {"level": "o1", "words": text})


def token(response: Response) -> str:
    return reading.texts(response.survey, "words").get(pk=response.pk)["token"]


def theme(survey: Survey, label: str = "Trouver un partenaire", **told) -> Theme:
    return Theme.objects.create(survey=survey, question="words", label=label, **told)


def quote(survey: Survey, text: str = "Il faut des exemples.", **told) -> Quote:
    return Quote.objects.create(survey=survey, question="words", text=text, **told)
