"""The protected channel: telling, checking, approving. Nobody else learns that it exists."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from aict.people.limits import limited
from practices.lessons import drafts, gate
from practices.lessons.forms import ApproveForm, CheckForm, ReasonForm, TellForm
from practices.lessons.models import Part, State, Statement
from practices.lessons.permissions import Who, parts_of, sees
from practices.lessons.reading import page_of
from practices.lessons.states import TRANSITIONS, open_to

FORMS = {"check": CheckForm, "approve": ApproveForm, "send_back": ReasonForm, "refuse": ReasonForm}
SAID = {
    "submit": "C’est confié. Deux personnes vérifient que l’on ne reconnaît personne.",
    "check": "Votre vérification est enregistrée.",
    "send_back": "Le texte est renvoyé à la personne qui raconte.",
    "refuse": "Le texte n’est pas retenu ; la personne est prévenue.",
    "approve": "Votre retour d’expérience est en ligne. Merci pour celles et ceux qui suivront.",
    "take_back": "Le texte est redevenu votre brouillon.",
    "withdraw": "Le texte est retiré, et oublié.",
    "remove": "Le retour d’expérience n’est plus en ligne.",
}


@never_cache
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """The first words: kept as a draft that only its author reads."""
    if request.method == "POST" and (refused := limited(request, "temoignage", "20/h/user")):
        return refused
    return write(request, Statement(author=request.user))


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, token) -> HttpResponse:
    """Its author while it is hers; a coordinator who takes away what would betray somebody."""
    found = visible(request, token)
    can = open_to(found, parts_of(Who(user=request.user), found))
    if not can & {"submit", "rewrite"}:
        raise PermissionDenied("Ce texte ne se modifie pas à cette étape.")
    return write(request, found, rewriting="rewrite" in can)


def write(request, found: Statement, rewriting: bool = False) -> HttpResponse:
    """Drafts may be incomplete; a rewriting goes through the gate. An odd answer loses nothing."""
    data = request.POST if request.method == "POST" else None
    digest = found.digest
    form = TellForm(data, instance=found, strict=rewriting)
    problem = ""
    if data is not None and form.is_valid():
        try:
            save(request, found, form, rewriting, data.get("digest", ""))
            return redirect(found)
        except Refused as refused:
            problem = str(refused)
    context = {"form": form, "it": found, "rewriting": rewriting, "problem": problem}
    context["digest"] = digest
    return render(request, "lessons/tell.html", context, status=422 if form.is_bound else 200)


def save(request, found: Statement, form: TellForm, rewriting: bool, digest: str) -> None:
    told = form.told()
    if not rewriting:
        drafts.keep(found, told)
        messages.success(request, "C’est enregistré : vous seul·e le lisez pour l’instant.")
        return
    found.refresh_from_db()
    gate.apply(found, "rewrite", Who(user=request.user), gate.Said(told=told, digest=digest))
    messages.success(request, "Le texte est repris ; les vérifications recommencent.")


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    rows = Statement.objects.mine(request.user).select_related("published")[:100]
    return render(request, "lessons/mine.html", {"rows": rows})


@never_cache
@coordinators_only
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    rows = Statement.objects.to_check(request.user).prefetch_related("checks")[:100]
    for row in rows:
        row.readers = len({c.by_id for c in row.checks.all() if c.digest == row.digest and c.by_id})
    return render(request, "lessons/board.html", {"rows": rows})


def visible(request: HttpRequest, token) -> Statement:
    """404 for anybody else: whether there is one is nobody's business."""
    found = Statement.objects.select_related("author", "modality", "published").filter(token=token)
    if not (statement := found.first()) or not sees(request.user, statement):
        raise Http404("Cette page n’existe pas.")
    return statement


@never_cache
@require_safe
def statement(request: HttpRequest, token) -> HttpResponse:
    return show(request, visible(request, token))


def show(request, found: Statement, forms=None, problem="", status=200) -> HttpResponse:
    parts = parts_of(Who(user=request.user), found)
    can = open_to(found, parts)
    initial = {"digest": found.digest}
    shown = {name: form(initial=initial) for name, form in FORMS.items() if name in can}
    if "remove" in can and Part.COORDINATION in parts:
        shown["remove"] = ReasonForm()
    context = {
        **page_of(found, request.user, Part.COORDINATION in parts),
        "can": can,
        "forms": shown | (forms or {}),
        "problem": problem,
    }
    return render(request, "lessons/statement.html", context, status=status)


@require_POST
def change(request: HttpRequest, token, transition: str) -> HttpResponse:
    found, who = visible(request, token), Who(user=request.user)
    if transition not in SAID:
        raise Http404("Ce geste n’existe pas.")
    if not TRANSITIONS[transition].parts & (parts := parts_of(who, found)):
        raise PermissionDenied("Vous ne pouvez pas faire cela sur ce témoignage.")
    asks_why = transition == "remove" and Part.COORDINATION in parts
    kind = ReasonForm if asks_why else FORMS.get(transition)
    form = kind(request.POST) if kind else None
    if form and not form.is_valid():
        return show(request, found, {transition: form}, status=422)
    try:
        gate.apply(found, transition, who, form.said() if form else gate.Said())
    except Refused as refused:
        return show(request, found, problem=str(refused), status=409)
    messages.success(request, SAID[transition])
    return redirect(found if found.state != State.WITHDRAWN else "lessons:list")
