"""An earlier poll: what it was, then its figures, typed or read in a file."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from aict.imports.lines import UnreadableError
from aict.imports.sending import content_of
from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from aict.ui.fields import area
from aict.ui.numbers import number
from aict.ui.transfer import csv_response
from surveys import gate
from surveys.models import Survey
from surveys.questionnaire.structure import Question, Questionnaire
from surveys.results.models import EarlierPoll
from surveys.results.waves import figures as kept
from surveys.results.waves.measures import comparable, meaning, measures


class PollForm(forms.ModelForm):
    class Meta:
        model = EarlierPoll
        fields = ("title", "year", "source", "n", "notes", "shown")
        widgets = {"notes": area(3)}
        help_texts = {
            "source": "Qui l’a mené, où le lire.",
            "n": "Laissez vide si vous ne le savez pas.",
            "notes": "Questions posées autrement, autres personnes interrogées…",
            "shown": "Avec les résultats publiés, une fois ceux-ci en ligne.",
        }


@coordinators_only
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, pk: int | None = None) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    poll = get_object_or_404(survey.earlier_polls, pk=pk) if pk else EarlierPoll(survey=survey)
    sent = request.POST if request.method == "POST" else None
    form = PollForm(sent, instance=poll)
    if form.is_valid():
        if request.user.is_authenticated and not poll.pk:
            poll.created_by = request.user
        saved = form.save()
        Clock.tick(gate.KIND)
        messages.success(request, "Le sondage est gardé. Vérifiez maintenant ses chiffres.")
        return redirect("results:poll_figures", slug, saved.pk)
    status = 422 if form.errors else 200
    context = {"survey": survey, "form": form, "poll": poll}
    return render(request, "results/poll.html", context, status=status)


@coordinators_only
@require_http_methods(["GET", "POST"])
def figures(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    poll = get_object_or_404(EarlierPoll.objects.select_related("survey"), pk=pk, survey__slug=slug)
    form = poll.survey.form
    typed = known(poll)
    if request.GET.get("format") == "csv":
        return csv_response(f"{slug}-sondage-{pk}.csv", kept.HEADER, kept.rows(form, typed))
    if request.method == "GET":
        return shown(request, poll, form, typed, {})
    typed = kept.typed_in(form, request.POST)
    return save(request, poll, form, typed, version_of(request.POST.get("version", "")), [])


@coordinators_only
@require_POST
def file(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The figures of a file, kept when every line is right; shown with what is wrong otherwise."""
    poll = get_object_or_404(EarlierPoll.objects.select_related("survey"), pk=pk, survey__slug=slug)
    form, sent = poll.survey.form, request.FILES.get("file")
    typed, wrong = known(poll), ["Choisissez un fichier."]
    if sent:
        try:
            typed, wrong = kept.read_file(form, content_of(sent), sent.name)
        except UnreadableError as why:
            wrong = [str(why)]
    return save(request, poll, form, typed, version_of(request.POST.get("version", "")), wrong)


def save(request, poll: EarlierPoll, form: Questionnaire, typed, version: int, wrong: list[str]):
    found, errors = kept.checked(form, typed)
    status = 422
    if not errors and not wrong:
        try:
            kept.keep(poll, found, version)
        except Refused as why:
            wrong, status = [str(why)], 409
            poll.refresh_from_db()
        else:
            messages.success(request, "Les chiffres sont gardés.")
            return redirect("results:poll_figures", poll.survey.slug, poll.pk)
    return shown(request, poll, form, typed, errors, wrong, status)


def known(poll: EarlierPoll) -> kept.Typed:
    return {(f.question, f.item): number(f.share, 1) for f in poll.figures.all()}


def version_of(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def shown(request, poll, form, typed, errors, wrong=(), status=200) -> HttpResponse:
    context = {
        "survey": poll.survey,
        "poll": poll,
        "questions": [asked(question, typed, errors) for question in comparable(form)],
        "problems": list(errors.items()),
        "wrong": wrong,
    }
    return render(request, "results/poll_figures.html", context, status=status)


def asked(question: Question, typed: kept.Typed, errors: dict[str, str]) -> dict:
    """A question with a field for each of its measures."""
    named = [(one, kept.field(question.id, one.id)) for one in measures(question)]
    lines = [
        {
            "name": name,
            "label": one.label,
            "value": typed.get((question.id, one.id), ""),
            "error": errors.get(name, ""),
        }
        for one, name in named
    ]
    return {"label": question.label, "meaning": meaning(question), "lines": lines}


@coordinators_only
@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    EarlierPoll.objects.filter(pk=pk, survey__slug=slug).delete()
    Clock.tick(gate.KIND)
    messages.success(request, "Le sondage est supprimé.")
    return redirect("results:compare", slug)
