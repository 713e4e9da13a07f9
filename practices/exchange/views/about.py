"""What is asked and taken up about one practice: read by all, written by confirmed officers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from practices.exchange.forms import AskForm, DeclareForm
from practices.exchange.questions import gate as question_gate
from practices.exchange.questions.reading import questions_about
from practices.exchange.reuses import gate as reuse_gate
from practices.exchange.reuses.lineage import chain_of, lineage_of
from practices.views.finding import published_or_404

MOST_SHOWN = 200


@login_not_required
@require_safe
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    practice = published_or_404(slug)
    context = {"practice": practice, "shown": questions_about(practice, MOST_SHOWN)}
    return render(request, "exchange/practice_questions.html", context)


@login_not_required
@require_safe
def reuses(request: HttpRequest, slug: str) -> HttpResponse:
    """The journey of an idea: a tree, and the same as a table."""
    practice = published_or_404(slug)
    context = {
        "practice": practice,
        "lineage": lineage_of(practice),
        "nodes": chain_of(practice),
    }
    return render(request, "exchange/practice_reuses.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """A question to the team; it goes to the coordination first."""
    practice = published_or_404(slug)
    memberships = confirmed(request)
    problem = question_gate.why_not(request.user, practice)
    initial = {"function": request.user.function}
    data = request.POST if request.method == "POST" else None
    form = AskForm(data, memberships=memberships, initial=initial)
    if request.method == "POST":
        if refused := limited(request, "question", "20/h/user"):
            return refused
        if form.is_valid():
            try:
                said = {
                    name: form.cleaned_data[name] for name in ("membership", "function", "text")
                }
                made = question_gate.ask(practice, **said)
                messages.success(request, "Votre question est envoyée à la coordination.")
                return redirect(made)
            except Refused as error:
                problem = str(error)
    context = {"practice": practice, "form": form, "problem": problem}
    return answered(request, "exchange/ask.html", context)


@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, slug: str) -> HttpResponse:
    """« Je m’en inspire »: shown at once, followed up after six and twelve months."""
    practice = published_or_404(slug)
    memberships = confirmed(request)
    problem = "" if memberships else "Votre appartenance attend d’être confirmée."
    data = request.POST if request.method == "POST" else None
    form = DeclareForm(data, memberships=memberships)
    if request.method == "POST":
        if refused := limited(request, "reprise", "20/h/user"):
            return refused
        if form.is_valid():
            try:
                made = reuse_gate.declare(practice, **form.cleaned_data)
                messages.success(request, "C’est noté, et l’équipe de la pratique est prévenue.")
                return redirect(made)
            except Refused as error:
                problem = str(error)
    context = {"practice": practice, "form": form, "problem": problem}
    return answered(request, "exchange/declare.html", context)


def confirmed(request: HttpRequest):
    return request.user.memberships.confirmed().select_related("user", "territory", "service")


def answered(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    """422 for a form that was sent and does not go."""
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)
