"""Asking to be put in touch, and following one's requests."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from aict.people.limits import limited
from partnerships.forms.introduction import CloseForm, FileForm, NeedForm
from partnerships.introductions import gate, reading
from partnerships.introductions.permissions import Who, parts_of, sees
from partnerships.introductions.prefill import origin_of
from partnerships.introductions.states import TRANSITIONS, open_to
from partnerships.introductions.waiting import waited_on
from partnerships.models.introduction import Introduction, State

# What each bare button or small form of the page sends.
FORMS = {"close": CloseForm, "file": FileForm}
BUTTONS = {"hold", "withdraw", "hand_back"}
SAID = {
    "hold": "C’est noté. Dites maintenant ce que l’échange a donné.",
    "withdraw": "Votre demande est retirée. Qui l’avait reçue est prévenu.",
    "hand_back": "La coordination prend la suite ; elle est prévenue.",
    "close": "Merci : votre demande est close, et votre interlocuteur remercié.",
    "file": "La demande est close ; les personnes concernées sont prévenues.",
}


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """One's own requests, and those waiting for an answer of one's territory."""
    rows = Introduction.objects.mine(request.user).with_names()
    page = Paginator(rows, 20).get_page(request.GET.get("page"))
    asked = Introduction.objects.asked_to(request.user).exclude(requester=request.user)
    context = {
        "page": page,
        "rows": [reading.line(row, request.user) for row in page],
        "to_answer": [reading.line(row) for row in asked.with_names().order_by("sent_at")[:30]],
    }
    return render(request, "partnerships/introduction_list.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The need, prefilled from the page she comes from; kept as a draft, then somebody is chosen."""
    origin = origin_of(request.GET)
    need = Introduction(
        requester=request.user, actor=origin.actor, peer=origin.peer, about=origin.about
    )
    if request.method == "POST" and (refused := limited(request, "introduction", "30/h/user")):
        return refused
    return write(request, need, origin.initial, origin.words)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, token) -> HttpResponse:
    """The same form, until it is sent."""
    need = get_object_or_404(Introduction.objects.mine(request.user), token=token)
    if need.state != State.DRAFT:
        return redirect(need)
    return write(request, need, {}, "")


def write(request, need: Introduction, initial: dict, about: str) -> HttpResponse:
    memberships = request.user.memberships.confirmed().select_related("territory", "service")
    data = request.POST if request.method == "POST" else None
    form = NeedForm(data, instance=need, initial=initial, memberships=memberships)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        return redirect("introduction_choose", token=saved.token)
    context = {"form": form, "about": about, "confirmed": bool(memberships), "need": need}
    status = 422 if form.is_bound else 200
    return render(request, "partnerships/introduction_ask.html", context, status=status)


@require_safe
def detail(request: HttpRequest, token) -> HttpResponse:
    return show(request, visible(request, token))


def visible(request: HttpRequest, token) -> Introduction:
    found = Introduction.objects.with_names().filter(token=token).first()
    if found is None:
        raise Http404("Cette demande n’existe pas.")
    if not sees(request.user, found):
        raise PermissionDenied("Cette demande concerne d’autres personnes.")
    return found


def show(request, introduction: Introduction, forms=None, problem="", status=200) -> HttpResponse:
    parts = parts_of(Who(user=request.user), introduction)
    mine = introduction.requester_id == request.user.pk
    can = open_to(introduction, parts)
    shown = {name: form() for name, form in FORMS.items() if name in can}
    context = {
        "line": reading.line(introduction, request.user),
        "it": introduction,
        "mine": mine,
        "can": can,
        "choose": can & {"send", "retry", "reassign"},
        "answers": can & {"accept"},
        "facts": reading.facts(introduction),
        "texts": reading.texts(introduction),
        "events": reading.events(introduction),
        "wait": waited_on(introduction, mine),
        "forms": shown | (forms or {}),
        "problem": problem,
    }
    return render(request, "partnerships/introduction_detail.html", context, status=status)


@require_POST
def change(request: HttpRequest, token, transition: str) -> HttpResponse:
    """The requester's and the coordination's own gestures."""
    introduction = visible(request, token)
    if transition not in BUTTONS | FORMS.keys():
        raise Http404("Ce geste n’existe pas.")
    said = gate.Said(comment=typed(request.POST, "comment", 300))
    who = Who(user=request.user)
    if not parts_of(who, introduction) & TRANSITIONS[transition].parts:
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette demande.")
    if transition in FORMS:
        form = FORMS[transition](request.POST)
        if not form.is_valid():
            return show(request, introduction, {transition: form}, status=422)
        said = form.said()
    try:
        gate.apply(introduction, transition, who, said)
    except Refused as refused:
        return show(request, introduction, problem=str(refused), status=409)
    messages.success(request, SAID[transition])
    return redirect(introduction)
