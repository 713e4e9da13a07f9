"""Answering: on the signed page of a mail, without account, or signed in for one's territory."""

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from partnerships.forms.introduction import AcceptForm, RefuseForm
from partnerships.introductions import gate, proposals, reading, signed
from partnerships.introductions.permissions import Who, parts_of
from partnerships.introductions.states import open_to
from partnerships.introductions.waiting import waited_on
from partnerships.models.introduction import Introduction, Part
from partnerships.views.introduction import visible

TEMPLATE = "partnerships/introduction_answer.html"
ANSWERS = ("acknowledge", "accept", "refuse")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a mailed link: opening it changes nothing, only its buttons do."""
    try:
        token, who = signed.read(key)
    except signing.SignatureExpired:
        return closed_page(request, "expired", 410)
    except signing.BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    found = Introduction.objects.with_names().filter(token=token).first()
    if found is None:
        raise Http404("Cette demande n’existe plus.")
    if who.link != found.round:
        return closed_page(request, "moved", 410)
    if request.method == "POST" and (refused := limited(request, "repondre", "60/h")):
        return refused
    return respond(request, found, who)


@never_cache
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, token) -> HttpResponse:
    """The same page for members of the territory that is asked."""
    found = visible(request, token)
    who = Who(user=request.user)
    if Part.TARGET not in parts_of(who, found):
        raise PermissionDenied("Cette demande est adressée à un autre territoire.")
    return respond(request, found, who)


def respond(request: HttpRequest, introduction: Introduction, who: Who) -> HttpResponse:
    accept, refuse = forms_for(introduction, None, "")
    if request.method != "POST":
        return page(request, introduction, who, accept, refuse)
    transition = request.POST.get("answer", "")
    if transition not in ANSWERS:
        return page(request, introduction, who, accept, refuse, "Choisissez une réponse.", 422)
    accept, refuse = forms_for(introduction, request.POST, transition)
    form = {"accept": accept, "refuse": refuse}.get(transition)
    if form and not form.is_valid():
        return page(request, introduction, who, accept, refuse, status=422)
    try:
        gate.apply(introduction, transition, who, form.said() if form else gate.Said())
    except Refused as problem:
        return page(request, introduction, who, accept, refuse, str(problem), 409)
    return redirect(request.path)


def forms_for(introduction: Introduction, post, bound: str) -> tuple[AcceptForm, RefuseForm]:
    """Both forms, the one that was sent bound to what it sent."""
    return (
        AcceptForm(post if bound == "accept" else None, prefix="oui"),
        RefuseForm(
            post if bound == "refuse" else None, prefix="non", may_stop=bool(introduction.actor_id)
        ),
    )


def page(request, introduction, who, accept, refuse, problem="", status=200) -> HttpResponse:
    introduction.refresh_from_db(fields=["state", "state_since"])
    can = open_to(introduction, parts_of(who, introduction) & {Part.TARGET})
    context = {
        "it": introduction,
        "can": can,
        "facts": reading.facts(introduction),
        "texts": reading.texts(introduction),
        "wait": waited_on(introduction),
        "accept": accept,
        "refuse": refuse,
        "problem": problem,
        "near": [p.name for p in proposals.actors(introduction, [introduction.actor_id or 0])]
        if "refuse" in can
        else [],
        "over": "",
    }
    return private(render(request, TEMPLATE, context, status=status))


def closed_page(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return private(render(request, TEMPLATE, {"over": why}, status=status))


def private(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
