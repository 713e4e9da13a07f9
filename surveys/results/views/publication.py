"""Where coordinators prepare the results of a survey, comment them, look at them and publish them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from aict.people.gates import coordinators_only
from surveys import gate
from surveys.models import Survey
from surveys.results import desk as table
from surveys.results import releasing, settings
from surveys.results.edition import Edition, edition

# A comment that is far too long is shown again up to there.
ENOUGH = 20_000


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
def setting(request: HttpRequest, slug: str, question: str) -> HttpResponse:
    """Switch a question (`publier`), or keep its comment; a stale comment comes back with both texts."""
    survey = get_object_or_404(Survey, slug=slug)
    words = typed(request.POST, "commentaire", ENOUGH).replace("\r\n", "\n")
    try:
        if shown := request.POST.get("publier"):
            settings.show(survey, question, shown == "oui")
            messages.success(request, "C’est noté.")
        elif len(words) > settings.LONGEST:
            return refused(request, survey, question, words, 422)
        else:
            settings.comment(survey, question, words, request.POST.get("lu", ""))
            messages.success(request, "Le commentaire est enregistré.")
    except KeyError as error:
        raise Http404("Cette question n’existe pas.") from error
    except settings.StaleError as error:
        return refused(request, survey, question, words, 409, error.current)
    return redirect(f"{request.path.partition('questions/')[0]}#reglage-{question}")


def refused(
    request, survey: Survey, question: str, words: str, status: int, current=""
) -> HttpResponse:
    """The desk again, with what was typed in its field."""
    told = table.context(survey) | {
        "typed": {"question": question, "words": words, "status": status, "current": current}
    }
    return render(request, "results/publication.html", told, status=status)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """What will be visible, in full; then one button."""
    survey = get_object_or_404(Survey, slug=slug)
    found, problem = edition(survey, preview=True), ""
    if request.method == "POST":
        try:
            same_as_read(found, request.POST.get("calcul", ""))
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
