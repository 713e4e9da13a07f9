"""A response is sent: it becomes an answer that is counted."""

from django.db import transaction
from django.utils import timezone

from aict.moderation.readiness import Refused
from surveys.answering.checking import final, missing, wrong
from surveys.answering.finding import typed_in
from surveys.answering.hooks import tell_erased
from surveys.models import CodedResponse, Response, Survey
from surveys.questionnaire.conditions import Answers
from surveys.questionnaire.layout import encode

CLOSED = "Cette enquête est close : votre réponse ne peut plus être envoyée ni changée."
GONE = "Cette réponse vient d’être effacée."
EMPTY = "Répondez à une question au moins avant d’envoyer."


class IncompleteError(Refused):
    """`problems`: {question: one French sentence}."""

    def __init__(self, problems: dict[str, str]):
        super().__init__("Des réponses manquent ou sont à reprendre.")
        self.problems = problems


@transaction.atomic
def send(response: Response, answers: Answers) -> Response:
    """Count these answers, in place of those sent before. Sending twice is sending once.

    Raises IncompleteError, or Refused when the survey is not open."""
    return counted(locked(response), response, answers)


def counted(survey: Survey, response: Response, answers: Answers) -> Response:
    form = survey.form
    if problems := missing(form, answers) | wrong(form, answers):
        raise IncompleteError(problems)
    said = final(form, answers)
    if not said:
        raise Refused(EMPTY)
    day = None if survey.is_anonymous else timezone.localdate()
    sent = Response.objects.filter(pk=response.pk).update(answers=said, draft=said, day=day)
    if not sent:
        raise Refused(GONE)
    CodedResponse.objects.update_or_create(
        response=response, defaults={"survey": survey, "codes": encode(form, said)}
    )
    response.refresh_from_db()
    return response


@transaction.atomic
def send_typed(response: Response) -> Response:
    """Send the draft as it stands once nothing else writes it. Raises as `send` does."""
    survey = locked(response)
    mine = Response.objects.select_for_update().filter(pk=response.pk).first()
    if mine is None:
        raise Refused(GONE)
    return counted(survey, mine, typed_in(mine))


@transaction.atomic
def erase(response: Response) -> None:
    """Nothing remains of it. Raises Refused once the survey is closed."""
    locked(response)
    tell_erased(response)
    response.delete()


def locked(response: Response) -> Survey:
    """Its survey, which cannot close meanwhile."""
    survey = Survey.objects.select_for_update(no_key=True).get(pk=response.survey_id)
    if not survey.is_open:
        raise Refused(CLOSED)
    return survey
