"""Proposing a quote, reading it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from aict.people.gates import coordinators_only
from surveys.texts import hints, quoting
from surveys.texts.forms import QuoteForm
from surveys.texts.models import Quote
from surveys.texts.views.finding import question_of, survey_of, text_of

SAID = "La citation est proposée : une autre personne de la coordination la relit."


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, slug: str, question: str, token: str) -> HttpResponse:
    """The original stands beside what is written, and is kept nowhere with it."""
    survey = survey_of(slug)
    asked = question_of(survey, question)
    row = text_of(survey, question, token)
    new = Quote(survey=survey, question=question)
    start = {"text": row["text"][:400]}
    form = QuoteForm(
        request.POST if request.method == "POST" else None, instance=new, initial=start
    )
    if request.method == "POST" and form.is_valid():
        quote = quoting.propose(form.instance, request.user)
        messages.success(request, SAID)
        return redirect("texts:quote", slug, quote.pk)
    context = {"survey": survey, "question": asked, "form": form, "row": row}
    context["parts"] = hints.parts(row["text"])
    return render(request, "texts/propose.html", context, status=422 if form.is_bound else 200)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Read it again: approve (`valider`) or send back. Never by who wrote it."""
    survey = survey_of(slug)
    found = get_object_or_404(Quote.objects.select_related("written_by"), pk=pk, survey=survey)
    status = 200
    if request.method == "POST":
        try:
            judged(request, found)
        except Refused as why:
            messages.error(request, str(why))
            status = 409
        else:
            return redirect("texts:board", slug)
        found.refresh_from_db()
    context = {"survey": survey, "quote": found, "parts": hints.parts(found.text)}
    context["mine"] = found.written_by_id == request.user.pk
    return render(request, "texts/quote.html", context, status=status)


def judged(request: HttpRequest, found: Quote) -> None:
    version = request.POST.get("version", "")
    number = int(version) if version.isdecimal() and len(version) < 10 else 0
    approved = "valider" in request.POST
    quoting.judge(found, number, approved, typed(request.POST, "raison", 300), request.user)
    said = "La citation est validée." if approved else "La citation est renvoyée."
    messages.success(request, said)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def rewrite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words for a quote; who writes them is the one who may not approve them."""
    survey = survey_of(slug)
    found = get_object_or_404(Quote, pk=pk, survey=survey)
    started = found.version
    form = QuoteForm(request.POST if request.method == "POST" else None, instance=found)
    status = 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["version"] == started:
            quoting.propose(form.instance, request.user)
            messages.success(request, SAID)
            return redirect("texts:quote", slug, pk)
        messages.error(request, "Quelqu’un a changé cette citation : votre texte est ci-dessous.")
        status = 409
    context = {"survey": survey, "question": question_of(survey, found.question), "form": form}
    context |= {"row": None, "parts": hints.parts(form.initial["text"])}
    return render(request, "texts/propose.html", context, status=status)
