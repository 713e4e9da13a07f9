"""Practices side by side, as a page or as a file."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from aict.listing import presentation, selection
from aict.ui import remembered
from aict.ui.kept import pieces
from aict.ui.transfer import csv_response
from practices import comparing, comparing_asked
from practices.comparing_asked import Asked
from practices.comparing_reader import ReaderForm

PAGE, HOLES = "practices/compare.html", ("robots", "body")


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponseBase:
    """`p` names a practice, three times at most; `differences` leaves out what is alike; `chez` is the
    reader's authority; `q` looks for one more."""
    try:
        q = selection.read_query(request.GET.get("q", ""))
        asked_format, only = selection.read_format(request.GET), "differences" in request.GET
    except selection.BadParameterError as error:
        return presentation.refused(request, error)
    if version := comparing_asked.version_of(request.GET):
        found = pieces(version, lambda: written(*comparing_asked.read(request.GET), only))
        return remembered.page(request, PAGE, dict(zip(HOLES, found, strict=True)))
    asked, form = comparing_asked.read(request.GET)
    if asked.better:
        return redirect(request.path + asked.better, permanent=True)
    if asked_format == "csv" and asked.status == 200 and asked.practices:
        return spreadsheet(asked, only)
    holes = dict(zip(HOLES, written(asked, form, only, q), strict=True))
    return render(request, PAGE, holes, status=asked.status)


def written(asked: Asked, form: ReaderForm, only: bool, q: str = "") -> list[str]:
    """What fills HOLES."""
    table = comparing.groups(asked.practices, only, asked.reader)
    context = shown(asked, table, only) | {
        "form": form,
        "q": q,
        "proposals": comparing_asked.proposals(asked, q),
    }
    robots = format_html('<meta name="robots" content="{}">', "noindex") if asked.practices else ""
    return [robots, render_to_string("practices/compare_body.html", context)]


def spreadsheet(asked: Asked, only: bool) -> HttpResponseBase:
    table = comparing.groups(asked.practices, only, asked.reader)
    header = ["partie", "question", *(practice.title for practice in asked.practices)]
    return csv_response("comparaison.csv", header, comparing.as_rows(table))


def shown(asked: Asked, table: list, only: bool) -> dict:
    slugs = asked.slugs
    return {
        "asked": asked,
        "groups": table,
        "columns": [
            (practice, asked.address([slug for slug in slugs if slug != practice.slug]))
            for practice in asked.practices
        ],
        "only": only,
        "same": sum(row.same for group in table for row in group.rows),
        "everything": asked.address(),
        "differences": asked.address(differences="1"),
        "csv": asked.address(**({"differences": "1"} if only else {}), format="csv"),
        "room": len(slugs) < comparing.MOST,
    }
