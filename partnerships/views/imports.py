"""Bringing a list of real links: the file, the try, the import, then the rows left in doubt."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.imports import sending
from aict.imports.lines import HEAD, UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.progress import progress, progress_context
from aict.imports.reading import lines_of
from aict.people.gates import coordinators_only
from partnerships.forms.imports import LeaveOutForm, SettleForm, UploadForm
from partnerships.imports import doubts, reconciling, report
from partnerships.imports.columns import columns_of
from partnerships.imports.running import KIND

State, Status = ImportRun.State, ImportRow.Status
BEFORE_IMPORT = {State.SENT, State.CHECKED, State.REFUSED}


@require_http_methods(["GET", "POST"])
@coordinators_only
def home(request):
    """Send a list; find again those that were sent."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            run = received(form.cleaned_data["file"], form.cleaned_data["source"], request.user)
        except UnreadableError as error:
            form.add_error("file", str(error))
        else:
            return redirect(run)
    runs = ImportRun.objects.filter(kind=KIND).select_related("by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    context = {"form": form, "page": page}
    status = 422 if form.errors else 200
    return render(request, "partnerships/import_home.html", context, status=status)


def received(upload, source: str, by) -> ImportRun:
    """The run of this file, its try asked for. Raises UnreadableError; then nothing is kept."""
    content = sending.content_of(upload)
    columns_of(list(lines_of(content, upload.name, HEAD)))
    run = sending.keep(KIND, upload.name, content, source, by, {})
    sending.ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return run


def run_of(token) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("by"), token=token, kind=KIND)


@require_safe
@coordinators_only
def run(request, token):
    """How far it is, then what became of each row."""
    run = run_of(token)
    if "avancement" in request.GET:
        return progress(request, run)
    asked = request.GET.get("sort", "")
    rows = run.rows.select_related("contribution__partnership")
    if asked in Status.values:
        rows = rows.filter(status=asked)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    context = progress_context(run) | {
        "figures": report.figures(run),
        "reasons": run.report.get("reasons", []),
        "tabs": report.tabs(run, asked),
        "page": page,
        "rows": [report.shown(row, run) for row in page],
        "counts": run.report.get("counts"),
        "first_doubt": reconciling.next_doubt(run, 0),
    }
    return render(request, "partnerships/import_run.html", context)


@require_POST
@coordinators_only
def again(request, token):
    """The try that a worker left behind."""
    run = run_of(token)
    sending.ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return redirect(run)


@require_POST
@coordinators_only
def confirm(request, token):
    """Put the links on line; pressed twice, it is done once."""
    run = run_of(token)
    sending.ask_for(run, State.IMPORTING, {State.CHECKED})
    return redirect(run)


@require_safe
@coordinators_only
def report_csv(request, token):
    run = run_of(token)
    lines = report.as_csv(run, settings.SITE_URL)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="liens-{run.at:%Y-%m-%d}.csv"'
    return response


@require_http_methods(["GET", "POST"])
@coordinators_only
def settle(request, token, number):
    """Who is meant on a row left in doubt."""
    run = run_of(token)
    row = get_object_or_404(run.rows, number=number)
    if row.status != Status.AMBIGUOUS or run.state != State.DONE:
        return settled_already(request, run, row)
    both = doubts.doubts_of(row)
    sent = request.POST if request.method == "POST" else None
    leaving = sent is not None and "leave_out" in sent
    form = SettleForm(both, None if leaving else sent)
    out = LeaveOutForm(sent if leaving else None)
    if leaving and out.is_valid():
        reason = out.cleaned_data["reason"]
        return done(request, run, *reconciling.leave_out(run, number, reason, request.user))
    if form.is_valid():
        return done(request, run, *reconciling.choose(run, number, form.chosen, request.user))
    context = row_context(run, row, both) | {"form": form, "leave_out": out}
    status = 422 if form.errors or out.errors else 200
    return render(request, "partnerships/import_row.html", context, status=status)


def row_context(run: ImportRun, row: ImportRow, both: list[doubts.Doubt]) -> dict:
    return {
        "run": run,
        "row": row,
        "settled": [doubt for doubt in both if doubt.settled],
        "left": run.report.get("counts", {}).get(Status.AMBIGUOUS, 0),
        "next": reconciling.next_doubt(run, row.number),
    }


def settled_already(request, run: ImportRun, row: ImportRow):
    if request.method == "POST":
        messages.info(request, "Cette ligne avait déjà été départagée\u202f: rien n’a changé.")
    return redirect(run)


def done(request, run: ImportRun, row: ImportRow, changed: bool):
    """On to the next row in doubt, saying what was done."""
    if not changed:
        return settled_already(request, run, row)
    words = {
        Status.ADDED: "Partenariat mis en ligne, à vérifier\u202f: {}.",
        Status.KNOWN: "Ce partenariat était déjà en ligne\u202f: {}.",
        Status.REFUSED: "Ligne écartée\u202f: {}.",
    }
    title = row.contribution.title if row.contribution else row.title
    messages.success(request, words[Status(row.status)].format(title))
    following = reconciling.next_doubt(run, row.number)
    if following is None:
        return redirect(run)
    return redirect("partnerships:import_row", token=run.token, number=following)
