"""Where coordinators prepare the results of a survey, comment them, look at them and publish them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from aict.people.gates import coordinators_only
from surveys import gate
from surveys.models import Survey
from surveys.questionnaire.structure import Question
from surveys.results import desk as table
from surveys.results import releasing, settings
from surveys.results.edition import Edition, edition

# A comment that is far too long is shown again up to there.
ENOUGH = 20_000
ALL = {
    "oui": "Toutes les questions sont à publier.",
    "non": "Plus aucune question n’est à publier, ni aucun thème, ni aucune citation.",
}


@coordinators_only
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    if "avancement" in request.GET:
        return render(request, "results/parts/progress.html", table.progress(survey))
    return render(request, "results/publication.html", table.context(survey))


@coordinators_only
@require_POST
def prepare(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    try:
        releasing.prepare(survey, request.user)
    except Refused as why:
        messages.error(request, str(why))
    return redirect("results:publication", slug)


@coordinators_only
@require_POST
def settings_of_all(request: HttpRequest, slug: str) -> HttpResponse:
    """Every question at once: `publier` is « oui » or « non »."""
    survey = get_object_or_404(Survey, slug=slug)
    shown = request.POST.get("publier")
    if shown in {"oui", "non"}:
        settings.show_all(survey, shown == "oui")
        messages.success(request, ALL[shown])
    return redirect(f"{reverse('results:publication', args=[slug])}#questions")


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def setting(request: HttpRequest, slug: str, question: str) -> HttpResponse:
    """One question: its chart, its switch (`publier`, of a `partie` when it is free words), its comment."""
    survey = get_object_or_404(Survey, slug=slug)
    asked = next((one for one in survey.form.questions() if one.id == question), None)
    if asked is None:
        raise Http404("Cette question n’existe pas.")
    if request.method != "POST":
        return render(request, "results/setting.html", table.one(survey, asked))
    if "publier" in request.POST:
        return switch(request, survey, asked)
    return keep(request, survey, asked)


def switch(request: HttpRequest, survey: Survey, asked: Question) -> HttpResponse:
    """Back to where the switch was pressed: the page of the question (`ici`), or the desk."""
    shown = request.POST["publier"] == "oui"
    part = settings.PARTS.get(request.POST.get("partie", ""), "shown")
    settings.show(survey, asked.id, shown, part)
    name = f"« {asked.short or asked.label} »"
    messages.success(request, f"{name} : {'à publier' if shown else 'écarté de la publication'}.")
    desk = reverse("results:publication", args=[survey.slug])
    return redirect(request.path if "ici" in request.POST else f"{desk}#reglage-{asked.id}")


def keep(request: HttpRequest, survey: Survey, asked: Question) -> HttpResponse:
    """The comment is kept; too long or stale, it comes back in its field, with the one that is kept."""
    words = typed(request.POST, "commentaire", ENOUGH).replace("\r\n", "\n")
    if len(words) > settings.LONGEST:
        return refused(request, survey, asked, words, 422)
    try:
        settings.comment(survey, asked.id, words, request.POST.get("lu", ""))
    except settings.StaleError as error:
        return refused(request, survey, asked, words, 409, error.current)
    messages.success(request, "Le commentaire est enregistré.")
    return redirect(request.path)


def refused(
    request, survey: Survey, asked: Question, words: str, status: int, current=""
) -> HttpResponse:
    """The page of the question again, with what was typed in its field."""
    told = table.one(survey, asked) | {
        "typed": {"words": words, "status": status, "current": current}
    }
    return render(request, "results/setting.html", told, status=status)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """What will be visible, in full; then one button."""
    survey = get_object_or_404(Survey, slug=slug)
    found, problem = edition(survey, preview=True), ""
    if request.method == "POST":
        try:
            same_as_read(found, request.POST.get("calcul", ""))
            something(found)
            gate.apply(survey, "publish", request.user)
        except Refused as why:
            problem = str(why)
            survey.refresh_from_db()
        else:
            messages.success(request, "Les résultats sont en ligne.")
            return redirect("results:page", slug)
    context = {"survey": survey, "problem": problem, **table.summary(survey, found)}
    return render(request, "results/publish.html", context, status=409 if problem else 200)


def same_as_read(found: Edition | None, read: str) -> None:
    """What is published is what was read. Raises Refused."""
    if found and read and read != str(found.release.pk):
        raise Refused("Les tableaux ont été calculés de nouveau depuis : relisez-les.")


def something(found: Edition | None) -> None:
    """A page of results shows at least one. Raises Refused."""
    if found and not found.questions:
        raise Refused("Aucune question n’est à publier : choisissez-en une au moins.")


@coordinators_only
@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    try:
        gate.apply(survey, "withdraw", request.user, typed(request.POST, "pourquoi", 1000))
        messages.success(request, "Les résultats ne sont plus en ligne.")
    except Refused as why:
        messages.error(request, str(why))
    return redirect("results:publication", slug)
