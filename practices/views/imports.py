"""Bringing a spreadsheet, step by step: the file, its columns, the try, the import, the report."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.imports.lines import UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.progress import progress, progress_context
from aict.imports.sending import ask_for
from aict.people.gates import coordinators_only
from practices.forms.imports import ColumnsForm, UploadForm, WordsForm
from practices.imports import report, sending
from practices.imports.mapping import Mapping, proposed, remember
from practices.imports.sending import KIND

State = ImportRun.State
BEFORE_IMPORT = {State.SENT, State.CHECKED, State.REFUSED}


@require_http_methods(["GET", "POST"])
@coordinators_only
def home(request):
    """Send a spreadsheet; find again those that were sent."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        told = form.cleaned_data
        try:
            run = sending.receive(told["file"], told["source"], request.user)
        except UnreadableError as error:
            form.add_error("file", str(error))
        else:
            return redirect("practices:import_columns", token=run.token)
    runs = ImportRun.objects.filter(kind=KIND).select_related("by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    status = 422 if form.errors else 200
    return render(
        request, "practices/import_home.html", {"form": form, "page": page}, status=status
    )


@require_http_methods(["GET", "POST"])
@coordinators_only
def columns(request, token):
    """What each column is; then the try."""
    run = get_object_or_404(ImportRun, token=token, kind=KIND)
    if run.state not in BEFORE_IMPORT:
        return redirect(run)
    lines, mapping = sending.first_lines(run), Mapping.from_json(run.mapping)
    if request.method == "POST" and "reread" in request.POST:
        mapping = proposed(lines, header=number(request.POST.get("header")))
        run.mapping = mapping.as_json()
        run.save(update_fields=["mapping"])
        return redirect("practices:import_columns", token=token)
    sent = request.POST if request.method == "POST" else None
    form = ColumnsForm(mapping, sent, initial=ColumnsForm.start(mapping, run.source))
    if form.is_valid():
        return try_it(run, form.chosen(form.cleaned_data), form.cleaned_data["source"])
    named = zip(form.columns(), mapping.headings, sending.samples(lines, mapping), strict=True)
    context = {"run": run, "form": form, "columns": [c for c in named if c[1] or c[2]]}
    status = 422 if form.errors else 200
    return render(request, "practices/import_columns.html", context, status=status)


def try_it(run: ImportRun, mapping: Mapping, source: str):
    run.mapping, run.source = mapping.as_json(), source
    run.save(update_fields=["mapping", "source"])
    remember(mapping, source)
    ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return redirect(run)


def number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0


@require_safe
@coordinators_only
def run(request, token):
    """How far it is, then what became of each row."""
    run = get_object_or_404(ImportRun.objects.select_related("by"), token=token, kind=KIND)
    if "avancement" in request.GET:
        return progress(request, run)
    if run.state == State.SENT:
        return redirect("practices:import_columns", token=token)
    return report_page(request, run)


def report_page(request, run: ImportRun, status: int = 200):
    asked = request.GET.get("sort", "")
    rows = run.rows.select_related("contribution")
    if asked in ImportRow.Status.values:
        rows = rows.filter(status=asked)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    context = progress_context(run) | {
        "figures": report.figures(run),
        "lacking": report.lacking(run),
        "lacking_headers": ("Réponse", "Brouillons"),
        "words": WordsForm(run.report.get("unknown", {})) if run.state == State.CHECKED else None,
        "tabs": report.tabs(run, asked),
        "page": page,
        "rows": [report.shown(row, run) for row in page],
        "new": run.report.get("counts", {}).get("added", 0),
        "refused": run.report.get("counts", {}).get("refused", 0),
    }
    return render(request, "practices/import_run.html", context, status=status)


@require_POST
@coordinators_only
def words(request, token):
    """What the file's own words mean; then the try again."""
    run = get_object_or_404(ImportRun, token=token, kind=KIND)
    form = WordsForm(run.report.get("unknown", {}), request.POST)
    if run.state != State.CHECKED or not form.is_valid():
        return redirect(run)
    return try_it(run, form.added_to(Mapping.from_json(run.mapping)), run.source)


@require_POST
@coordinators_only
def again(request, token):
    """The try that a worker left behind."""
    run = get_object_or_404(ImportRun, token=token, kind=KIND)
    ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return redirect(run)


@require_POST
@coordinators_only
def confirm(request, token):
    """Store the drafts; pressed twice, it is done once."""
    run = get_object_or_404(ImportRun, token=token, kind=KIND)
    ask_for(run, State.IMPORTING, {State.CHECKED})
    return redirect(run)


@require_safe
@coordinators_only
def report_csv(request, token):
    run = get_object_or_404(ImportRun, token=token, kind=KIND)
    lines = report.as_csv(run, settings.SITE_URL)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{run.at:%Y-%m-%d}.csv"'
    return response
