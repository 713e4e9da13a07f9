"""The links of mails. Each is the signed number of an invitation: nothing of it is stored."""

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.campaign.models import Invitation
from surveys.models import Survey

ANSWER, STOP = "campaign.answer", "campaign.stop"
DAYS = 120


def token_of(invitation: Invitation, salt: str = ANSWER) -> str:
    return signing.Signer(salt=salt).sign_object(invitation.pk)


def invitation_of(survey: Survey, token: str, salt: str = ANSWER) -> Invitation:
    """Raises Http404 when the link is not one of this survey, or its invitation was removed."""
    try:
        pk = signing.Signer(salt=salt).unsign_object(token)
    except signing.BadSignature as error:
        raise Http404(_("Ce lien n’est pas valable.")) from error
    found = Invitation.objects.with_names().filter(survey=survey, pk=pk).first()
    if found is None:
        raise Http404(_("Ce lien n’est plus valable."))
    return found


def address(invitation: Invitation) -> str:
    return whole("campaign:invitation", invitation, ANSWER)


def stop_address(invitation: Invitation) -> str:
    return whole("campaign:stop", invitation, STOP)


def whole(name: str, invitation: Invitation, salt: str) -> str:
    path = reverse(name, args=[invitation.survey.slug, token_of(invitation, salt)])
    return settings.SITE_URL + path


def stop_headers(invitation: Invitation) -> dict[str, str]:
    """One click in the mail program (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{stop_address(invitation)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def cookie_name(survey: Survey) -> str:
    return f"invitation-{survey.slug}"


def hold(answer: HttpResponse, invitation: Invitation) -> None:
    """This device may say later that the response was sent."""
    survey = invitation.survey
    answer.set_cookie(
        cookie_name(survey),
        token_of(invitation),
        max_age=DAYS * 86_400,
        path=survey.get_absolute_url(),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def held(request: HttpRequest, survey: Survey) -> int | None:
    """The number of the invitation this device came with."""
    try:
        token = request.COOKIES.get(cookie_name(survey), "")
        return signing.Signer(salt=ANSWER).unsign_object(token)
    except signing.BadSignature:
        return None


def forget(answer: HttpResponse, survey: Survey) -> None:
    answer.delete_cookie(cookie_name(survey), path=survey.get_absolute_url(), samesite="Lax")
