"""How far a run is, as its page asks for it again and again."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from aict.imports import sending
from aict.imports.models import ImportRun


def progress(request, run: ImportRun) -> HttpResponseBase:
    """The fragment, or 304 when nothing moved."""
    etag = f'"{run.state}-{run.done}-{run.beat:%f}"'
    if answer := get_conditional_response(request, etag):
        return answer
    response = render(request, "imports/progress.html", progress_context(run))
    response["ETag"], response["Cache-Control"] = etag, "private, no-cache"
    return response


def progress_context(run: ImportRun) -> dict:
    return {"run": run, "lost": sending.seems_lost(run)}
