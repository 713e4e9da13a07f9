"""Bringing answers collected elsewhere: the file, its columns, the try, its words, the import."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.imports.lines import UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.progress import progress, progress_context
from aict.imports.sending import ask_for
from aict.people.gates import coordinators_only
from surveys.intake import choosing, report, sending
from surveys.intake.mapping import Mapping, proposed, remember, remember_values
from surveys.intake.running import KIND, closed_to_imports
from surveys.intake.targets import targets
from surveys.models import Survey

State = ImportRun.State
BEFORE_IMPORT = {State.SENT, State.CHECKED, State.REFUSED}


@require_http_methods(["GET", "POST"])
@coordinators_only
def home(request, slug):
    """Send a file; find again those that were sent."""
    survey = get_object_or_404(Survey, slug=slug)
    problem = closed_to_imports(survey)
    form = choosing.UploadForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if form.is_valid() and not problem:
        try:
            run = sending.receive(survey, form.cleaned_data["file"], request.user)
        except UnreadableError as error:
            form.add_error("file", str(error))
        else:
            return redirect("intake:columns", token=run.token)
    runs = ImportRun.objects.filter(kind=KIND, source=survey.slug).select_related("by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    told = {"survey": survey, "form": form, "page": page, "problem": problem}
    status = 422 if request.method == "POST" else 200
    return render(request, "intake/home.html", told, status=status)


def run_of(token) -> tuple[ImportRun, Survey]:
    run = get_object_or_404(ImportRun.objects.select_related("by"), token=token, kind=KIND)
    return run, get_object_or_404(Survey, slug=run.source)


@require_http_methods(["GET", "POST"])
@coordinators_only
def columns(request, token):
    """What each column is; then the try."""
    run, survey = run_of(token)
    if run.state not in BEFORE_IMPORT or not run.file:
        return redirect(run)
    mapping = Mapping.from_json(run.mapping)
    if "reread" in request.POST and not mapping.cleaned:
        return read_again(run, survey, request.POST.get("header", ""))
    every = targets(survey.form, not survey.is_anonymous)
    problems: list = []
    if request.method == "POST":
        problems = choosing.unknown(mapping, request.POST, every)
        mapping = choosing.chosen(mapping, request.POST, every)
        problems += mapping.problems(every, survey.is_anonymous)
        if not problems:
            remember(survey, mapping)
            return try_it(run, mapping)
    context = columns_context(request, run, survey, mapping, every, problems)
    return render(request, "intake/columns.html", context, status=422 if problems else 200)


def columns_context(request, run, survey, mapping: Mapping, every, problems) -> dict:
    all_lists = "tout" in request.GET
    samples = sending.samples(sending.first_lines(run), mapping)
    found = choosing.columns(mapping, every, samples, all_lists, problems, request.POST)
    dropped = set(mapping.dropped())
    return {
        "run": run,
        "survey": survey,
        "mapping": mapping,
        "columns": sorted(
            (c for c in found if c.place not in dropped and not c.decided), key=choosing.urgency
        ),
        "recognised": [c for c in found if c.place not in dropped and c.decided],
        "identifying": [column for column in found if column.place in dropped],
        "groups": choosing.groups(survey.form, every),
        "problems": problems,
        "all_lists": all_lists,
        "typed": sum(column.options for column in found) > choosing.LISTS,
        "names": list(choosing.named(every).values()),
    }


def read_again(run: ImportRun, survey: Survey, header: str):
    """The headings are on another line."""
    number = int(header) if header.isdecimal() and len(header) < 4 else 0
    mapping = proposed(survey, sending.first_lines(run), number)
    mapping.digest = run.mapping["digest"]
    run.mapping = mapping.as_json()
    run.save(update_fields=["mapping"])
    return redirect("intake:columns", token=run.token)


def try_it(run: ImportRun, mapping: Mapping):
    run.mapping = mapping.as_json()
    run.save(update_fields=["mapping"])
    ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return redirect(run)


@require_safe
@coordinators_only
def run(request, token):
    """How far it is, then what becomes of the lines."""
    run, survey = run_of(token)
    if "avancement" in request.GET:
        return progress(request, run)
    if run.state == State.SENT:
        return redirect("intake:columns", token=token)
    asked = request.GET.get("sort", "")
    rows = run.rows.all()
    told = dict(rows.order_by().values_list("status").annotate(n=Count("pk")))
    page = Paginator(rows.filter(status=asked) if asked in told else rows, 25)
    page = page.get_page(request.GET.get("page"))
    context = progress_context(run) | {
        "survey": survey,
        "figures": report.figures(run),
        "sentences": report.sentences(run),
        "dropped": report.dropped(run),
        "words": choosing.words(run.report, survey.form) if run.state == State.CHECKED else [],
        "tabs": report.tabs(run, asked, told),
        "page": page,
        "rows": [report.shown(row, run) for row in page],
        "new": run.report.get("counts", {}).get(ImportRow.Status.ADDED, 0),
    }
    return render(request, "intake/run.html", context)


@require_POST
@coordinators_only
def words(request, token):
    """What the file's own words mean; then the try again."""
    run, survey = run_of(token)
    told = choosing.told(choosing.words(run.report, survey.form), request.POST)
    if run.state != State.CHECKED or not told:
        messages.info(request, "Aucun mot n’a été choisi : rien n’a changé.")
        return redirect(run)
    mapping = Mapping.from_json(run.mapping)
    for question, known in told.items():
        mapping.values.setdefault(question, {}).update(known)
    remember_values(survey, told)
    return try_it(run, mapping)


@require_POST
@coordinators_only
def again(request, token):
    """The try that a worker left behind."""
    run, _survey = run_of(token)
    ask_for(run, State.CHECKING, BEFORE_IMPORT)
    return redirect(run)


@require_POST
@coordinators_only
def confirm(request, token):
    """Add the answers; pressed twice, it is done once."""
    run, _survey = run_of(token)
    ask_for(run, State.IMPORTING, {State.CHECKED})
    return redirect(run)


@require_safe
@coordinators_only
def report_csv(request, token):
    run, _survey = run_of(token)
    response = StreamingHttpResponse(report.as_csv(run), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{run.at:%Y-%m-%d}.csv"'
    return response
