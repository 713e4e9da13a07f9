"""One reuse: what its authority says of it, on the signed page of a mail or signed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from practices.exchange import signed
from practices.exchange.forms import FollowForm, HideForm
from practices.exchange.models import Part, Reuse
from practices.exchange.reuses import gate
from practices.exchange.reuses.gate import Who, parts_of
from practices.exchange.reuses.states import FOLLOW, TRANSITIONS, open_to

SAID = {
    "withdraw": "La reprise est retirée.",
    "hide": "La reprise est masquée ; la collectivité est prévenue.",
    "show": "La reprise s’affiche de nouveau.",
    "follow": "Merci, c’est noté. L’équipe de la pratique est prévenue.",
}


def visible(request: HttpRequest, token) -> tuple[Reuse, set[Part]]:
    """The reuse, and in what capacities the reader may act on it."""
    found = Reuse.objects.with_names().filter(token=token).first()
    if found is None:
        raise Http404("Cette reprise n’existe pas.")
    parts = parts_of(Who(user=request.user), found)
    if not parts:
        raise PermissionDenied("Cette reprise concerne une autre collectivité.")
    return found, parts


@require_safe
def reuse(request: HttpRequest, token) -> HttpResponse:
    return show(request, *visible(request, token))


def show(request, found: Reuse, parts, forms=None, problem="", status=200) -> HttpResponse:
    can = open_to(found, parts)
    shown: dict[str, FollowForm | HideForm] = {}
    if can & {*FOLLOW}:
        shown["follow"] = FollowForm(reuse=found, initial=told(found))
    if "hide" in can:
        shown["hide"] = HideForm()
    context = {"it": found, "can": can, "forms": shown | (forms or {}), "problem": problem}
    return render(request, "exchange/reuse.html", context, status=status)


def told(found: Reuse) -> dict:
    """What was said of it last time, as the form's own values."""
    last = next((name for name in FOLLOW if TRANSITIONS[name].target == found.state), "")
    return {"outcome": last, "sentence": found.sentence, "child": found.child and found.child.slug}


@require_POST
def change(request: HttpRequest, token, transition: str) -> HttpResponse:
    found, parts = visible(request, token)
    if transition not in SAID:
        raise Http404("Ce geste n’existe pas.")
    form = form_of(found, transition, request.POST)
    if form and not form.is_valid():
        return show(request, found, parts, {transition: form}, status=422)
    try:
        act(found, transition, Who(user=request.user), form)
    except Refused as refused:
        forms = {transition: form} if form else {}
        return show(request, found, parts, forms, str(refused), 409)
    messages.success(request, SAID[transition])
    return redirect(found)


def form_of(found: Reuse, transition: str, post) -> FollowForm | HideForm | None:
    if transition == "follow":
        return FollowForm(post, reuse=found)
    return HideForm(post) if transition == "hide" else None


def act(found: Reuse, transition: str, who: Who, form) -> None:
    """« follow » is one of three transitions: the one that was chosen."""
    name = form.cleaned_data["outcome"] if transition == "follow" else transition
    gate.apply(found, name, who, form.said() if form else gate.Said())


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest, key: str) -> HttpResponse:
    """The page of the mail sent after six and twelve months: only its button changes something."""
    try:
        token = signed.read_follow(key)
    except signing.SignatureExpired:
        return follow_page(request, {"over": True}, 410)
    except signing.BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    found = Reuse.objects.kept().with_names().filter(token=token).first()
    if found is None:
        return follow_page(request, {"over": True}, 410)
    if request.method == "POST" and (refused := limited(request, "repondre", "60/h")):
        return refused
    return respond(request, found)


def respond(request: HttpRequest, found: Reuse) -> HttpResponse:
    sent = request.method == "POST"
    form = FollowForm(request.POST if sent else None, reuse=found, initial=told(found))
    context = {"over": False, "it": found, "form": form, "problem": "", "done": False}
    if not sent or not form.is_valid():
        return follow_page(request, context, 422 if sent else 200)
    try:
        act(found, "follow", Who(link=True), form)
    except Refused as problem:
        return follow_page(request, context | {"problem": str(problem)}, 409)
    return follow_page(request, context | {"done": True})


def follow_page(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    response = render(request, "exchange/follow.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
