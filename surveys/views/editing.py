"""The questionnaire as coordinators write it: one form for each question, and nothing else needed."""

from functools import partial
from typing import cast

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from surveys.editing import acts, changes
from surveys.editing.files import questionnaire_of
from surveys.editing.forms import QuestionForm, SectionForm, WholeForm
from surveys.editing.keeping import StaleError, keep
from surveys.editing.words import sections_of
from surveys.models import State, Survey
from surveys.questionnaire.reading import UnreadableError, read
from surveys.questionnaire.structure import Section

STALE = (
    "Une autre personne a changé ce questionnaire depuis que vous l’avez ouvert : "
    "rien n’est enregistré, votre texte est gardé ci-dessous."
)


@coordinators_only
@require_safe
def questionnaire(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    return page(request, survey, opened=request.GET.get("ouverte", ""))


def page(
    request, survey: Survey, opened="", bound=None, problem="", file_problem="", status=200
) -> HttpResponse:
    """Every question, and the form of the one that is `opened`; `bound`: what was sent and not kept."""
    draft, form = survey.state == State.DRAFT, survey.form
    context = {
        "survey": survey,
        "form": form,
        "draft": draft,
        "sections": [
            (section, heading(section, bound), [row(told, opened, bound, draft) for told in asked])
            for section, asked in sections_of(form)
        ],
        "count": sum(1 for _ in form.questions()),
        "problem": problem,
        "file_problem": file_problem,
        "bound": bound,
        "whole": bound if isinstance(bound, WholeForm) else WholeForm(form),
    }
    return render(request, "surveys/edit.html", context, status=status)


def heading(section: Section, bound: Form | None) -> SectionForm:
    mine = isinstance(bound, SectionForm) and bound.section.id == section.id
    return cast(SectionForm, bound) if mine else SectionForm(section)


def row(told, opened: str, bound: Form | None, draft: bool) -> dict:
    """One question of the page; its form when it is opened, with the words that were sent and not kept."""
    q = told.question
    mine = bound if isinstance(bound, QuestionForm) and bound.question.id == q.id else None
    shown = mine or (QuestionForm(q) if opened == q.id else None)
    return {"told": told, "form": shown if draft else None}


@coordinators_only
@require_POST
def edit_question(request: HttpRequest, slug: str, question: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    asked = {one.id: one for one in survey.form.questions()}.get(question)
    if asked is None:
        return page(request, survey, problem=gone(request), status=409)
    do = request.POST.get("do", "save")
    typed = QuestionForm(asked, request.POST) if "label" in request.POST else None
    if typed and not typed.is_valid():
        return page(request, survey, bound=typed, status=422)
    change = (
        partial(acts.changed, typed=typed, do=do)
        if typed
        else partial(acts.bare, id=question, do=do)
    )
    refused = tried(request, survey, change, bound=typed)
    return refused or back(survey, "" if typed is None else question, question)


def gone(request: HttpRequest) -> str:
    told = " ".join(filter(None, (request.POST.get(name, "") for name in ("label", "help"))))
    words = f" Vous aviez écrit : « {told[:2000]} »" if told else ""
    return f"Cette question a été retirée par une autre personne.{words}"


def tried(request, survey: Survey, change, **shown) -> HttpResponse | None:
    """Nothing when the change is kept; otherwise the page that says why it is not."""
    try:
        keep(survey, request.POST.get("version", ""), change, request.user)
    except (Refused, StaleError) as why:
        survey.refresh_from_db()
        problem = STALE if isinstance(why, StaleError) else str(why)
        return page(request, survey, problem=problem, status=409, **shown)
    return None


def back(survey: Survey, opened: str = "", anchor: str = "") -> HttpResponse:
    query = f"?ouverte={opened}" if opened else ""
    address = reverse("surveys:questionnaire", args=[survey.slug])
    return redirect(f"{address}{query}{f'#q-{anchor}' if anchor else ''}")


@coordinators_only
@require_POST
def edit_whole(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    typed = WholeForm(survey.form, request.POST)
    if not typed.is_valid():
        return page(request, survey, bound=typed, status=422)
    change = partial(changes.retell_whole, told=typed.cleaned_data)
    return tried(request, survey, change, bound=typed) or back(survey)


@coordinators_only
@require_POST
def edit_section(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    found = {one.id: one for one in survey.form.sections}.get(section)
    if found is None:
        raise Http404("Cette section n’existe plus.")
    typed = SectionForm(found, request.POST)
    if not typed.is_valid():
        return page(request, survey, bound=typed, status=422)
    change = partial(changes.retell_section, id=section, **typed.cleaned_data)
    return tried(request, survey, change, bound=typed) or back(survey)


@coordinators_only
@require_POST
def replace(request: HttpRequest, slug: str) -> HttpResponse:
    """Another questionnaire takes the place of this one, from a file."""
    survey = get_object_or_404(Survey, slug=slug)
    try:
        made = read(questionnaire_of(request.FILES.get("file")))
    except UnreadableError as why:
        return page(request, survey, file_problem=str(why), status=422)
    refused = tried(request, survey, lambda _before: made)
    if not refused:
        messages.success(request, "Le questionnaire du fichier a remplacé l’ancien.")
    return refused or back(survey)
