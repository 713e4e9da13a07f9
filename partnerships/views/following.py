"""Following a line before it closes, and the deadlines in one's calendar."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.listing import selection
from partnerships.funding import following
from partnerships.funding.calendar import MOST, calendar_of, written
from partnerships.funding.cards import card
from partnerships.funding.listing import FUNDING
from partnerships.models import Following, Funding


@require_POST
def follow(request, slug: str):
    """One button: to be told 30 and 7 days before closing; `arreter` takes it back."""
    funding = get_object_or_404(Funding.objects.published(), slug=slug)
    if request.POST.get("arreter"):
        Following.objects.filter(user=request.user, funding=funding).delete()
        messages.success(request, "Vous ne suivez plus ce financement.")
    else:
        Following.objects.get_or_create(
            user=request.user, funding=funding, defaults={"since": timezone.localdate()}
        )
        messages.success(
            request, "C’est noté : un message vous parviendra 30 jours et 7 jours avant la clôture."
        )
    return redirect(funding)


@login_not_required
@csrf_exempt  # mail programs press the button without a cookie (RFC 8058); the key is signed
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, key: str):
    """The page of the link in mails: one button, no account."""
    try:
        pk = following.pk_of(key)
    except BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    found = Following.objects.filter(pk=pk).select_related("funding").first()
    if request.method == "POST" and found:
        found.delete()
    context = {"funding": found.funding if found else None, "done": request.method == "POST"}
    return render(request, "partnerships/following_stop.html", context)


@login_not_required
@require_safe
def deadlines(request):
    """The closing days of the lines that answer the querystring, for a calendar."""
    try:
        selection.read(FUNDING, request.GET)
    except selection.BadParameterError as error:
        raise BadRequest(str(error)) from error
    return as_calendar(calendar_of(request.GET, timezone.localdate()))


@login_not_required
@require_safe
def deadline(request, slug: str):
    """The days of one line."""
    found = Funding.objects.published().select_related("contribution")
    funding = get_object_or_404(found, slug=slug)
    return as_calendar(written([funding], timezone.localdate()))


def as_calendar(content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'inline; filename="echeances.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@require_safe
def mine(request):
    """The lines one follows, the nearest closing first."""
    today = timezone.localdate()
    rows = Funding.objects.published().filter(followings__user=request.user)
    found = FUNDING.ordered(rows, "echeance", None).select_related("contribution")
    context = {"cards": [card(funding, today).html() for funding in found[:MOST]]}
    return render(request, "partnerships/following_mine.html", context)
