"""What the templates of a list show, ready to print."""

from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from aict.listing.cards import Cards, joined
from aict.listing.listing import Listing
from aict.listing.page import PER_PAGE, Page, better_filters
from aict.listing.panel import panel
from aict.listing.selection import BadParameterError, Selection
from aict.search.extracts import passage, shows, stems, words_of
from aict.search.query import wanted
from aict.ui.numbers import count
from aict.ui.typography import french


def context(listing: Listing, cards: Cards, page: Page, noun: str) -> dict:
    """Everything a list page shows but its heading."""
    selection = page.selection
    return {
        "selection": selection,
        "page": Paginator(range(page.total), PER_PAGE).page(selection.page),
        "entries": entries(listing, cards, page),
        "count_words": count(page.total, noun),
        "panel": panel(listing, page),
        "chips": chips(listing, selection),
        "clear_url": "?",
        "orders": orders(listing, page),
        "csv_url": selection.query(format="csv"),
        "feed_query": selection.query(),
        "correction": correction(page),
        "empty": empty(listing, page, noun) if not page.total else None,
    }


def entries(listing: Listing, cards: Cards, page: Page) -> str:
    """The page's rows as list items, with the words searched marked."""
    found = cards.of(page.rows)
    words = frozenset(wanted(page.answer.node))
    extracts = extracts_of(listing, found, words) if words else {}
    return joined(
        f"<li>{card.html(words, extracts.get(row_id, ''))}</li>" for row_id, card in found.items()
    )


def extracts_of(listing: Listing, found, words: frozenset[str]) -> dict[int, str]:
    """For rows whose card shows none of the words: a passage of their text that does."""
    seen = {row_id: f"{card.title} {card.teaser}".lower() for row_id, card in found.items()}
    stems(words_of(" ".join(seen.values())))
    silent = [row_id for row_id, text in seen.items() if not shows(text, words)]
    if not silent:
        return {}
    texts = listing.texts(silent)
    return {row_id: passage(text, words) for row_id, text in texts}


def chips(listing: Listing, selection: Selection) -> list[tuple[str, str]]:
    """(words, address without it) of each filter in force."""
    found = [
        (str(listing.words(name, value)), selection.without(name, value).query() or "?")
        for name, values in selection.values.items()
        for value in values
    ]
    if selection.q:
        found.insert(0, (french(f"« {selection.q} »"), selection.without("q").query() or "?"))
    return found


def orders(listing: Listing, page: Page) -> list[dict]:
    """The ways to sort, "pertinence" only when something is searched."""
    selection = page.selection
    return [
        {"label": order.title, "url": sorted_by(selection, tri), "current": tri == page.tri}
        for tri, order in listing.orders.items()
        if page.answer.node or tri != "pertinence"
    ]


def sorted_by(selection: Selection, tri: str) -> str:
    pairs = [pair for pair in selection.pairs() if pair[0] != "tri"]
    return f"?{urlencode([*pairs, ('tri', tri)])}"


def correction(page: Page) -> dict | None:
    """Said above the results when they answer another spelling than the one typed."""
    if not page.answer.corrected:
        return None
    answered = replace(page.selection, q=page.answer.used, page=1)
    return {"asked": page.answer.asked, "used": page.answer.used, "url": answered.query()}


def empty(listing: Listing, page: Page, noun: str) -> dict:
    """Why nothing is shown, and the next best steps: what to take away, and what that gives."""
    actions = [
        {
            "label": french(
                _("Sans %(what)s : %(count)s")
                % {"what": filter_words(listing, name), "count": count(total, noun)}
            ),
            "url": page.selection.without(name).query() or "?",
            "primary": False,
        }
        for name, total in better_filters(page)[:3]
    ]
    if not actions and page.selection.pairs():
        actions = [{"label": _("Tout effacer"), "url": "?", "primary": False}]
    if actions:
        actions[0]["primary"] = True
    return {"actions": actions}


def filter_words(listing: Listing, name: str) -> str:
    if name == "q":
        return _("la recherche")
    return _("le filtre « %s »") % listing.facet(name).title


def refused(request: HttpRequest, error: BadParameterError) -> HttpResponse:
    """400: says which parameter asks for what does not exist, and links to the list without it."""
    left = request.GET.copy()
    left.pop(error.name, None)
    shown = {"message": french(str(error)), "url": f"?{left.urlencode()}", "name": error.name}
    return render(request, "listing/bad_parameter.html", shown, status=400)
