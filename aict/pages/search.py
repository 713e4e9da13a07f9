"""Search over everything: the first answers of each list, and the way to all of them."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.listing import presentation
from aict.listing.page import first_of
from aict.listing.registry import Section, sections
from aict.listing.selection import BadParameterError, Selection, read_query
from aict.pages.surveys import answering
from aict.territories.suggestions import EVERYWHERE, suggest
from aict.ui.numbers import count

SHOWN, MOST_PLACES = 5, 4


def answers(section: Section, q: str) -> dict:
    """What the page shows of a list for `q`."""
    page = first_of(section.listing, Selection(q=q), SHOWN)
    return {
        "title": section.title,
        "count_words": count(page.total, section.noun),
        "total": page.total,
        "more": page.total > SHOWN,
        "entries": presentation.entries(section.listing, section.cards, page),
        "url": f"{section.address}{page.selection.query()}",
        "used": page.answer.used if page.answer.corrected else "",
    }


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    try:
        q = read_query(request.GET.get("q", ""))
    except BadParameterError as error:
        return presentation.refused(request, error)
    shown = [answers(section, q) for section in sections()] if q else []
    found = sum(section["total"] for section in shown)
    places = [place for place in suggest(q, EVERYWHERE, MOST_PLACES) if place.exact] if q else []
    others = answering(q) if q else []
    context = {
        "q": q,
        "sections": shown,
        "found": found + len(others),
        "places": places,
        "others": others,
    }
    return render(request, "pages/search.html", context)
