"""Search over everything: the first answers of each list, and the way to all of them."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from aict.listing import presentation
from aict.listing.cards import Cards
from aict.listing.listing import Listing
from aict.listing.page import first_of
from aict.listing.selection import BadParameterError, Selection, read_query
from aict.territories.suggestions import EVERYWHERE, suggest
from aict.ui.numbers import count
from partnerships import cards as partnership_cards
from partnerships.actors.cards import CARDS as ACTOR_CARDS
from partnerships.actors.listing import ACTORS
from partnerships.funding import cards as funding_cards
from partnerships.funding.listing import FUNDING
from partnerships.listing import PARTNERSHIPS
from practices.cards import CARDS
from practices.listing import PRACTICES

SHOWN, MOST_PLACES = 5, 4


@dataclass(frozen=True)
class Section:
    """One list among those that are searched."""

    title: str | Promise
    noun: str
    address: str
    listing: Listing
    cards: Cards

    def answers(self, q: str) -> dict:
        """What the page shows of this list for `q`."""
        page = first_of(self.listing, Selection(q=q), SHOWN)
        return {
            "title": self.title,
            "count_words": count(page.total, self.noun),
            "total": page.total,
            "entries": presentation.entries(self.listing, self.cards, page),
            "url": f"{self.address}{page.selection.query()}",
            "used": page.answer.used if page.answer.corrected else "",
        }


SECTIONS = (
    Section(_("Pratiques"), "pratique", "/pratiques/", PRACTICES, CARDS),
    Section(
        _("Partenariats"), "partenariat", "/partenariats/", PARTNERSHIPS, partnership_cards.CARDS
    ),
    Section(_("Acteurs économiques"), "acteur", "/acteurs/", ACTORS, ACTOR_CARDS),
    Section(_("Financements"), "financement", "/financements/", FUNDING, funding_cards.CARDS),
)


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    try:
        q = read_query(request.GET.get("q", ""))
    except BadParameterError as error:
        return presentation.refused(request, error)
    sections = [section.answers(q) for section in SECTIONS] if q else []
    found = sum(section["total"] for section in sections)
    places = [place for place in suggest(q, EVERYWHERE, MOST_PLACES) if place.exact] if q else []
    context = {"q": q, "sections": sections, "found": found, "places": places}
    return render(request, "pages/search.html", context)
