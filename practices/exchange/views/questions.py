"""Following one's questions, answering as a team, relaying as a coordinator."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from aict.people.limits import limited
from practices.exchange import exports, signed
from practices.exchange.forms import AnswerForm, RefuseForm, ReturnForm
from practices.exchange.models import Question, Reuse
from practices.exchange.questions import gate
from practices.exchange.questions.permissions import Who, parts_of, sees
from practices.exchange.questions.reading import events, line
from practices.exchange.questions.states import TRANSITIONS, open_to

# What each bare button or small form of the page sends.
FORMS = {"answer": AnswerForm, "refuse": RefuseForm, "return": ReturnForm}
SAID = {
    "forward": "La question est transmise à l’équipe.",
    "answer": "Merci : votre réponse part en relecture.",
    "return": "L’équipe est prévenue de ce qui est à reprendre.",
    "publish": "La question et sa réponse sont en ligne.",
    "refuse": "La question ne paraîtra pas ; les personnes concernées sont prévenues.",
    "withdraw": "Votre question est retirée.",
}


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What one asked, what one's teams are asked, what one's authorities take up."""
    page = Paginator(Question.objects.mine(request.user).with_names(), 20).get_page(
        request.GET.get("page")
    )
    to_answer = Question.objects.to_answer(request.user).with_names()[:30]
    reuses = Reuse.objects.kept().editable_by(request.user).with_names()[:50]
    context = {
        "page": page,
        "rows": [line(row) for row in page],
        "to_answer": [line(row) for row in to_answer],
        "reuses": reuses,
    }
    return render(request, "exchange/mine.html", context)


@coordinators_only
@require_safe
def board(request: HttpRequest) -> HttpResponseBase:
    """Questions that wait, theirs first; the latest reuses, and all of them as a spreadsheet."""
    if request.GET.get("format") == "csv":
        return exports.csv()
    page = Paginator(Question.objects.board(), 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [line(row) for row in page],
        "reuses": Reuse.objects.kept().with_names()[:20],
        "tally": Reuse.objects.kept().tally(),
    }
    return render(request, "exchange/board.html", context)


def visible(request: HttpRequest, token) -> Question:
    found = Question.objects.with_names().filter(token=token).first()
    if found is None:
        raise Http404("Cette question n’existe pas.")
    if not sees(request.user, found):
        raise PermissionDenied("Cette question concerne d’autres personnes.")
    return found


@require_safe
def question(request: HttpRequest, token) -> HttpResponse:
    return show(request, visible(request, token))


def show(request, found: Question, forms=None, problem="", status=200) -> HttpResponse:
    can = open_to(found, parts_of(Who(user=request.user), found))
    context = {
        **line(found),
        "mine": found.asker_id == request.user.pk,
        "can": can,
        "events": events(found),
        "forms": {name: form() for name, form in FORMS.items() if name in can} | (forms or {}),
        "problem": problem,
    }
    return render(request, "exchange/question.html", context, status=status)


@require_POST
def change(request: HttpRequest, token, transition: str) -> HttpResponse:
    found, who = visible(request, token), Who(user=request.user)
    if transition not in SAID:
        raise Http404("Ce geste n’existe pas.")
    if TRANSITIONS[transition].part not in parts_of(who, found):
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette question.")
    form = FORMS[transition](request.POST) if transition in FORMS else None
    if form and not form.is_valid():
        return show(request, found, {transition: form}, status=422)
    try:
        gate.apply(found, transition, who, form.said() if form else gate.Said())
    except Refused as refused:
        return show(request, found, problem=str(refused), status=409)
    messages.success(request, SAID[transition])
    return redirect(found)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a mailed link: opening it changes nothing, only its button does."""
    try:
        token, who = signed.read_answer(key)
    except signing.SignatureExpired:
        return answer_page(request, {"over": "expired"}, 410)
    except signing.BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    found = Question.objects.with_names().filter(token=token).first()
    if found is None or not parts_of(who, found):
        return answer_page(request, {"over": "moved"}, 410)
    if request.method == "POST" and (refused := limited(request, "repondre", "60/h")):
        return refused
    return respond(request, found, who)


def respond(request: HttpRequest, found: Question, who: Who) -> HttpResponse:
    sent = request.method == "POST"
    form = AnswerForm(request.POST if sent else None, initial={"answer": found.answer})
    context = {"over": "", "it": found, "form": form, "problem": ""}
    if not sent or not form.is_valid():
        return answer_page(request, context, 422 if sent else 200)
    try:
        gate.apply(found, "answer", who, form.said())
    except Refused as problem:
        return answer_page(request, context | {"problem": str(problem)}, 409)
    return redirect(request.path)


def answer_page(request: HttpRequest, context: dict, status: int) -> HttpResponse:
    if found := context.get("it"):
        found.refresh_from_db(fields=["state", "answer"])
        context["waiting"] = found.state == "forwarded"
    response = render(request, "exchange/answer.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
