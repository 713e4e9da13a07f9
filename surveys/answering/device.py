"""The key on the respondent's device: a cookie that scripts do not read and that only this survey receives."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from surveys.answering.keys import normalise
from surveys.models import Survey

DAYS = 120


def cookie_name(survey: Survey) -> str:
    return f"reponse-{survey.slug}"


def held(request: HttpRequest, survey: Survey) -> str:
    """The key this device holds, or ""."""
    return normalise(request.COOKIES.get(cookie_name(survey), ""))


def hold(answer: HttpResponse, survey: Survey, key: str) -> None:
    answer.set_cookie(
        cookie_name(survey),
        key,
        max_age=DAYS * 86_400,
        path=survey.get_absolute_url(),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(answer: HttpResponse, survey: Survey) -> None:
    answer.delete_cookie(cookie_name(survey), path=survey.get_absolute_url(), samesite="Lax")
