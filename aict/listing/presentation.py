"""What the templates of a list show: pieces of safe HTML, each one cheap to make."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from aict.listing.cards import NOTHING, Cards, Why, joined
from aict.listing.listing import Listing
from aict.listing.page import PER_PAGE, Page, better_filters
from aict.listing.panel import panel
from aict.listing.registry import section_of
from aict.listing.selection import BadParameterError, Selection
from aict.search.extracts import MEMORY, Marker
from aict.search.query import wanted
from aict.ui.numbers import count
from aict.ui.remembered import marked, piece
from aict.ui.typography import french


def pieces(listing: Listing, cards: Cards, page: Page, noun: str) -> Mapping[str, str]:
    """Everything a list page shows but its heading, for templates/listing/list.html."""
    selection = page.selection
    query = selection.query()
    return {
        "subject": format_html("{} – ", selection.q) if selection.q else "",
        "q": escape(selection.q),
        "tri": hidden_tri(selection),
        "chips": chips(listing, selection) if query else "",
        "panel": panel(listing, page),
        "toolbar": toolbar(listing, page, noun),
        "results": results(listing, cards, page, noun),
        "feed_query": escape(query),
        "in_force": in_force(selection),
    }


def in_force(selection: Selection) -> str:
    """« (2) » beside the button that unfolds the filters on a phone."""
    number = len(replace(selection, tri="").pairs())
    return f" ({number})" if number else ""


def hidden_tri(selection: Selection) -> str:
    if not selection.tri:
        return ""
    return format_html('<input type="hidden" name="tri" value="{}">', selection.tri)


def chips(listing: Listing, selection: Selection) -> str:
    """Each filter in force, and the list without it."""
    found = [
        (str(listing.words(name, value)), selection.without(name, value).query() or "?")
        for name, values in selection.values.items()
        for value in values
    ]
    if selection.q:
        found.insert(0, (french(f"« {selection.q} »"), selection.without("q").query() or "?"))
    holes = {}
    for number, (words, url) in enumerate(found):
        holes |= {f"words{number}": escape(words), f"url{number}": escape(url)}
    marks = marked(holes)
    chips = [(marks[f"words{n}"], marks[f"url{n}"]) for n in range(len(found))]
    context = {"chips": chips, "clear_url": "?"}
    return piece("components/chips.html", len(found), context, holes)


def toolbar(listing: Listing, page: Page, noun: str) -> str:
    """How many, the ways to sort ("pertinence" only when something is searched), to take away."""
    orders = [
        {"label": order.title, "tri": tri, "current": tri == page.tri}
        for tri, order in listing.orders.items()
        if page.answer.node or tri != "pertinence"
    ]
    unsorted = replace(page.selection, tri="").query()
    holes = {
        "count_words": count(page.total, noun),
        "unsorted": escape(f"{unsorted}&" if unsorted else "?"),
        "query": escape(page.selection.query(format="csv")),
        "feed_query": escape(page.selection.query()),
    }
    section = section_of(listing.kind)
    if section:
        followed = [("liste", section.slug), *replace(page.selection, tri="").pairs()]
        holes["alert_query"] = escape(urlencode(followed))
    key = (listing.kind, page.tri, bool(page.answer.node), bool(section))
    context = {"orders": orders, "kind": listing.kind, "followed": bool(section)}
    return piece("listing/toolbar.html", key, context, holes)


def results(listing: Listing, cards: Cards, page: Page, noun: str) -> str:
    """The rows and the pages around this one; or what to do when there is none."""
    if not page.total:
        return render_to_string("listing/empty.html", empty(listing, page, noun))
    holes = {"entries": entries(listing, cards, page), "pages": pages(page), **correction(page)}
    corrected = page.answer.corrected
    return piece("listing/results.html", corrected, {"corrected": corrected}, holes)


def pages(page: Page) -> str:
    if page.last == 1:
        return ""
    number = page.selection.page
    shown = Paginator(range(page.total), PER_PAGE).page(number)
    query = urlencode(page.selection.pairs())
    return piece("components/pagination.html", (number, page.last), {"page": shown}, {}, query)


def correction(page: Page) -> dict[str, str]:
    """Said above the results when they answer another spelling than the one typed."""
    answered = replace(page.selection, q=page.answer.used, page=1).query()
    return {
        "asked": escape(page.answer.asked),
        "used": escape(page.answer.used),
        "used_query": escape(answered),
    }


def entries(listing: Listing, cards: Cards, page: Page) -> str:
    """The page's rows as list items, with the words searched marked."""
    found = cards.of(page.rows)
    words = wanted(page.answer.node)
    if not words:
        return joined(f"<li>{card.html()}</li>" for card in found.values())
    marker = Marker(words)
    silent = [row_id for row_id, card in found.items() if not marker.shows(card.words())]
    why = reasons(listing, silent, words) if silent else {}
    marker = Marker(words) if silent else marker
    return joined(
        f"<li>{card.html(marker, why.get(row_id, NOTHING))}</li>" for row_id, card in found.items()
    )


def reasons(listing: Listing, silent: list[int], words: Collection[str]) -> dict[int, Why]:
    """Why rows answer whose card shows none of the words: a passage of the text, else names."""
    texts = list(listing.texts(silent))
    MEMORY.learn(f"{text} {names}" for _, text, names in texts)
    marker = Marker(words)
    return {
        row_id: Why(
            french(marker.passage(text)),
            () if marker.shows(text) else tuple(filter(marker.shows, names.split(" · "))),
        )
        for row_id, text, names in texts
    }


def empty(listing: Listing, page: Page, noun: str) -> dict:
    """The next best steps: what to take away, and what that gives."""
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
