"""One's alerts: with an account, or by a signed link; and the way out of all of them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.alerts import readers, signed, subjects, subscribing
from aict.alerts.models import Bookmark, Reader, Subscription
from aict.alerts.readers import reader_of
from aict.alerts.rhythms import PERIODIC
from aict.moderation.kinds import title_on_line


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    reader = Reader.objects.filter(user=request.user).first()
    memberships = request.user.memberships.confirmed().select_related("territory")
    places = {row.territory.key: row.territory for row in memberships}
    context = {"alerts": rows(reader), "places": places.values(), "key": ""}
    return render(request, "alerts/manage.html", context)


@require_POST
def change(request: HttpRequest, token) -> HttpResponse:
    alert = get_object_or_404(Subscription, token=token, reader=reader_of(request.user))
    carry_out(request, alert)
    return redirect("alerts:mine")


@login_not_required
@never_cache
@require_safe
def manage(request: HttpRequest, key: str) -> HttpResponse:
    """The same page without account. Its address is in mails: it is kept out of search engines."""
    reader = held(key)
    if reader and reader.user_id:
        return redirect("alerts:mine")
    return render(request, "alerts/manage.html", {"alerts": rows(reader), "places": (), "key": key})


@login_not_required
@require_POST
def change_by_link(request: HttpRequest, key: str, token) -> HttpResponse:
    reader = held(key)
    alert = reader and reader.subscriptions.filter(token=token).first()
    if alert:
        carry_out(request, alert)
    return redirect("alerts:manage", key)


def held(key: str) -> Reader | None:
    try:
        return Reader.objects.filter(pk=signed.managed_pk(key)).first()
    except BadSignature as error:
        raise Http404(_("Ce lien n’est pas valable.")) from error


def rows(reader: Reader | None) -> list[dict]:
    """Each alert in words, and the choices of its rhythm."""
    alerts = reader.subscriptions.confirmed().with_subjects().order_by("pk") if reader else ()
    pages = subjects.pages_of(row.contribution for row in alerts if row.contribution)
    return [shown(alert, pages.get(alert.contribution_id)) for alert in alerts]


def shown(alert: Subscription, page) -> dict:
    """`page` is the row on line of the page it follows, if it follows one."""
    listed = "" if alert.contribution_id else subjects.address(alert)
    return {
        "alert": alert,
        "title": str(page) if page else subjects.title(alert),
        "url": page.get_absolute_url() if page else listed,
        "rhythms": () if alert.contribution_id else PERIODIC,
    }


def carry_out(request: HttpRequest, alert: Subscription) -> None:
    """What the button pressed asks; a button that does not exist changes nothing."""
    match request.POST.get("faire", ""):
        case "pause":
            subscribing.pause(alert)
            messages.success(request, _("Cette alerte est en pause."))
        case "reprendre":
            subscribing.start(alert)
            messages.success(request, _("Cette alerte reprend à partir d’aujourd’hui."))
        case "supprimer":
            readers.remove(alert)
            messages.success(request, _("Cette alerte est supprimée."))
        case rhythm if rhythm in PERIODIC:
            subscribing.change_rhythm(alert, rhythm)
            messages.success(request, _("Le rythme de cette alerte est changé."))


@login_not_required
@never_cache
@csrf_exempt  # mail programs press the button without a cookie (RFC 8058); the key is signed
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """The page of the link in mails: one button, no account."""
    try:
        row = signed.stopped(key)
    except BadSignature as error:
        raise Http404(_("Ce lien n’est pas valable.")) from error
    if request.method == "POST" and row:
        stop_telling(row)
    context = {"what": what(row), "done": request.method == "POST" or row is None}
    return render(request, "alerts/stop.html", context)


def stop_telling(row: signed.Stopped) -> None:
    if isinstance(row, Reader):
        readers.stop_all(row)
    elif isinstance(row, Subscription):
        readers.remove(row)
    else:
        Bookmark.objects.filter(pk=row.pk).update(told=False)


def what(row: signed.Stopped | None) -> str:
    """What would be stopped; "" for every alert."""
    if isinstance(row, Subscription):
        return subjects.title(row)
    return title_on_line(row.contribution) if isinstance(row, Bookmark) else ""
