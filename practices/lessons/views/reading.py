"""Lessons as everybody reads them."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.listing.views import list_page
from practices.lessons.cards import CARDS
from practices.lessons.exports import csv
from practices.lessons.listing import LESSONS
from practices.lessons.models import Lesson
from practices.lessons.models.lesson import marks_of


@login_not_required
@require_safe
def lesson_list(request: HttpRequest) -> HttpResponseBase:
    return list_page(request, LESSONS, CARDS, "retour", "lessons/lesson_list.html", csv)


@login_not_required
@require_safe
def lesson(request: HttpRequest, slug: str) -> HttpResponse:
    """One lesson; one that was taken back leaves nothing, not even its absence."""
    found = Lesson.objects.published().select_related("modality").filter(slug=slug).first()
    if found is None:
        raise Http404("Ce retour d’expérience n’existe pas.")
    marks = [mark for mark in marks_of(found) if mark != found.get_category_display()]
    return render(request, "lessons/lesson.html", {"lesson": found, "marks": marks})
