"""Reading texts one by one and sorting them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from surveys.texts import coding, reading
from surveys.texts.forms import ThemeForm
from surveys.texts.models import Coding, Theme
from surveys.texts.views.finding import question_of, survey_of, text_of

PER_PAGE = 20
UNSORTED = "sans"


@coordinators_only
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    survey = survey_of(slug)
    found = reading.progress(survey, reading.questions(survey))
    context = {"survey": survey, "found": found, "quotes": list(reading.all_quotes(survey))}
    return render(request, "texts/board.html", context)


@coordinators_only
@require_safe
def listing(request: HttpRequest, slug: str, question: str) -> HttpResponse:
    survey = survey_of(slug)
    asked = question_of(survey, question)
    (told,) = reading.progress(survey, [asked])
    wanted = request.GET.get("theme", "")
    rows = filtered(reading.texts(survey, question), question, wanted)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    labels = reading.labels_of([row["pk"] for row in page], question)
    context = {
        "survey": survey,
        "told": told,
        "themes": list(reading.themes(survey, question)),
        "wanted": wanted,
        "page": page,
        "rows": [(row, labels[row["pk"]]) for row in page],
        "first": reading.texts(survey, question).filter(themed=False).first(),
    }
    return render(request, "texts/list.html", context)


def filtered(rows, question: str, wanted: str):
    """Texts without theme, of one theme, or all of them."""
    if wanted == UNSORTED:
        return rows.filter(themed=False)
    if wanted.isdecimal() and len(wanted) < 10:
        # Of this question alone: a theme of another would tell which texts one person wrote.
        mine = Coding.objects.filter(response=OuterRef("pk"), theme=int(wanted))
        mine = mine.filter(theme__question=question)
        return rows.filter(Exists(mine))
    return rows


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, slug: str, question: str, token: str) -> HttpResponse:
    survey = survey_of(slug)
    asked = question_of(survey, question)
    row = text_of(survey, question, token)
    if request.method == "POST":
        chosen = {int(v) for v in request.POST.getlist("theme") if v.isdecimal() and len(v) < 10}
        coding.code(survey, question, row["pk"], chosen)
        return after(request, survey, question, token)
    (told,) = reading.progress(survey, [asked])
    context = {
        "survey": survey,
        "told": told,
        "row": row,
        "themes": list(reading.themes(survey, question)),
        "chosen": set(
            Coding.objects.filter(response=row["pk"], theme__question=question).values_list(
                "theme", flat=True
            )
        ),
    }
    return render(request, "texts/one.html", context | beside(survey, question, token))


def beside(survey, question: str, token: str) -> dict:
    rows = reading.texts(survey, question)
    return {
        "previous": rows.filter(token__lt=token).last(),
        "following": rows.filter(token__gt=token).first(),
    }


def after(request: HttpRequest, survey, question: str, token: str) -> HttpResponse:
    """The next text without theme, from this one on, then from the beginning."""
    left = reading.texts(survey, question).filter(themed=False).exclude(token=token)
    following = left.filter(token__gt=token).first() or left.first()
    if following:
        return redirect("texts:one", survey.slug, question, following["token"])
    messages.success(request, "C’est enregistré. Tous les textes de cette question ont été lus.")
    return redirect("texts:list", survey.slug, question)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, slug: str, question: str, pk: int = 0) -> HttpResponse:
    """Name a theme, change it, or take it away when `retirer` is sent."""
    survey = survey_of(slug)
    asked = question_of(survey, question)
    instance = Theme(survey=survey, question=question)
    if pk:
        instance = get_object_or_404(Theme, pk=pk, survey=survey, question=question)
    if pk and request.method == "POST" and "retirer" in request.POST:
        instance.delete()
        messages.success(request, "Ce thème est retiré ; les textes restent.")
        return redirect("texts:list", slug, question)
    form = ThemeForm(request.POST if request.method == "POST" else None, instance=instance)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, "Le thème est enregistré.")
        return redirect(back_to(request, slug, question))
    context = {"survey": survey, "question": asked, "form": form, "back": text_named(request)}
    return render(request, "texts/theme.html", context, status=422 if form.is_bound else 200)


def text_named(request: HttpRequest) -> str:
    """The token of the text that was being read."""
    found = request.POST.get("texte") or request.GET.get("texte") or ""
    return found if found.isalnum() and len(found) == 32 else ""


def back_to(request: HttpRequest, slug: str, question: str) -> str:
    if token := text_named(request):
        return reverse("texts:one", args=[slug, question, token])
    return reverse("texts:list", args=[slug, question])


@coordinators_only
@require_safe
def theme_file(request: HttpRequest, slug: str, question: str) -> HttpResponseBase:
    survey = survey_of(slug)
    question_of(survey, question)
    found = reading.themes(survey, question)
    rows = ((t.label, t.need.label if t.need else "", t.texts) for t in found)
    return csv_response(f"themes-{slug}-{question}.csv", ("thème", "besoin", "textes"), rows)
