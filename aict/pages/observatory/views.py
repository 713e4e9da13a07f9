"""The observatory, and each of its tables as a spreadsheet."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aict.listing import presentation
from aict.listing.selection import BadParameterError
from aict.pages.observatory import tables
from aict.pages.observatory.headline import headline
from aict.pages.observatory.state import State, choices, state_of
from aict.territories.scenes import FRANCE, WORLD
from aict.ui import remembered
from aict.ui.kept import pieces
from aict.ui.numbers import count
from aict.ui.transfer import csv_response
from practices.listing import PRACTICES

SHORT = {"modalites": 12, "pays": 15}


@login_not_required
@require_safe
def observatory(request: HttpRequest) -> HttpResponseBase:
    """What is done where; any filter of the list of practices narrows it."""
    try:
        state = state_of(request.GET)
    except BadParameterError as error:
        return presentation.refused(request, error)
    [body] = pieces(state.version, lambda: [drawn(state)])
    return remembered.page(request, "pages/observatory.html", {"body": body})


def drawn(state: State) -> str:
    """What everybody reads of that state."""
    made = state.tables()
    context = {
        "query": state.selection.query(),
        "chips": presentation.chips(PRACTICES, state.selection),
        "choices": choices(state.selection, state.counted),
        "total": state.counted.total,
        "counted": count(state.counted.total, "pratique comptée"),
        "headline": headline(state, made),
        "tables": {slug: tables.ranked(t, SHORT[slug]) if slug in SHORT else t for slug, t in made.items()},
        "france": state.map_of(FRANCE),
        "world": state.map_of(WORLD),
        "covered": state.covered(),
        "limits": state.limits(),
    }  # fmt: skip
    return render_to_string("pages/observatory/body.html", context)


@login_not_required
@require_safe
def table(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One table, whole, for a spreadsheet."""
    try:
        state = state_of(request.GET)
    except BadParameterError as error:
        return presentation.refused(request, error)
    if slug == "couverture":
        rows = [[line.label, line.there, line.carrying] for line in state.covered()]
        return csv_response(
            "couverture.csv", [_("Niveau"), _("Collectivités"), _("En portent")], rows
        )
    if not (found := state.tables().get(slug)):
        raise Http404(_("Cette table n’existe pas."))
    return csv_response(f"{slug}.csv", [found.what, *found.headings], tables.rows_of(found))
