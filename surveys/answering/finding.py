"""The survey of an address, and the response whose key this device holds."""

from functools import wraps
from hashlib import sha256

from django.http import Http404, HttpRequest
from django.utils.cache import patch_cache_control

from surveys.answering.device import held
from surveys.answering.keys import digest
from surveys.models import Respondent, Response, State, Survey
from surveys.questionnaire.conditions import Answers


def survey_at(slug: str) -> Survey:
    """Whatever its state: who has a response is told what becomes of it."""
    if found := Survey.objects.filter(slug=slug).first():
        return found
    raise Http404


def known_survey(request: HttpRequest, slug: str) -> Survey:
    """A draft is told to nobody, but to whom had begun to answer before it was taken back."""
    found = survey_at(slug)
    if found.state == State.DRAFT and response_of(request, found) is None:
        raise Http404
    return found


def public_survey(slug: str) -> Survey:
    found = survey_at(slug)
    if found.state == State.DRAFT:
        raise Http404
    return found


def response_of(request: HttpRequest, survey: Survey, lock: bool = False) -> Response | None:
    """`lock`: until the end of the transaction."""
    if not (key := held(request, survey)):
        return None
    rows = Response.objects.select_for_update() if lock else Response.objects
    return rows.filter(survey=survey, key_hash=digest(key)).first()


def typed_in(response: Response) -> Answers:
    """What is typed so far; what was sent when nothing was typed since."""
    return response.draft or response.answers or {}


def waiting(response: Response) -> bool:
    """Whether something was typed and not sent."""
    return typed_in(response) != response.answers


def who_answers(response: Response) -> str:
    """The authority and the service; "" in anonymous surveys."""
    found = Respondent.objects.filter(response=response).select_related("territory", "service")
    said = [str(part) for one in found for part in (one.territory, one.service) if part]
    return ", ".join(said)


def owner_of(response: Response) -> str:
    """What tells this response from others in the storage of a shared device."""
    return sha256(b"device" + bytes(response.key_hash or b"")).hexdigest()[:16]


def kept_private(view):
    """The page of one person: no cache keeps it."""

    @wraps(view)
    def answered(request, *args, **kwargs):
        answer = view(request, *args, **kwargs)
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    return answered
