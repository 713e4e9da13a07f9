"""The try and the import itself: the same reading, the same report; only the second stores drafts."""

from collections import Counter

from django.db import transaction

from aict.imports.lines import Line, UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of
from aict.imports.running import Tell, counted, finish, one_import_at_a_time, refuse
from aict.moderation import drafts
from aict.moderation.models import Contribution
from practices.imports.converting import Converter, Row
from practices.imports.mapping import Mapping
from practices.kind import PRACTICE

Status = ImportRow.Status
MOST_UNKNOWN = 40


def carry_out(run: ImportRun, content: bytes, store: bool, tell: Tell | None = None) -> None:
    """Read the file and write the report; with `store`, also the drafts, all of them or none.

    `tell(done, total)` hears of the progress."""
    mapping = Mapping.from_json(run.mapping)
    try:
        lines = body(list(lines_of(content, run.file_name)), mapping)
        converter = Converter(mapping, run.source, lines)
        rows = list(counted(run, map(converter, lines), len(lines), tell))
        settle(run, rows, converter, store)
    except UnreadableError as error:
        refuse(run, str(error))


def body(lines: list[Line], mapping: Mapping) -> list[Line]:
    return [line for line in lines if line.number > mapping.header]


@transaction.atomic
def settle(run: ImportRun, rows: list[Row], converter: Converter, store: bool) -> None:
    """Say what becomes of each row; store the new ones. One transaction for everything."""
    one_import_at_a_time(run.source)
    known = digests({row.token for row in rows})
    report = reported(run, rows, known)
    refused = sum(told.status == Status.REFUSED for told in report)
    if store and not refused:
        store_new(run, rows, report)
    run.rows.all().delete()
    ImportRow.objects.bulk_create(report, batch_size=drafts.BATCH)
    run.report = summary(report, converter)
    if store and refused:
        refuse(run, refusal(refused))
        return
    finish(run, store)


def store_new(run: ImportRun, rows: list[Row], report: list[ImportRow]) -> None:
    new = [
        (row, told) for row, told in zip(rows, report, strict=True) if told.status == Status.ADDED
    ]
    items = [(row.token, row.data, row.headline) for row, _told in new]
    made = drafts.start_many(PRACTICE, items, run.by)
    for row, told in new:
        told.contribution = made[row.token]


def refusal(refused: int) -> str:
    lines = (
        "Une ligne ne peut pas être reprise"
        if refused == 1
        else f"{refused} lignes ne peuvent pas être reprises"
    )
    return f"{lines} : corrigez le fichier et renvoyez-le. Aucun brouillon n’a été créé."


def digests(tokens: set) -> dict:
    """{token: (contribution, digest of the row it came from, or "")} of what is there already."""
    there = dict(Contribution.objects.filter(token__in=tokens).values_list("token", "pk"))
    came = ImportRow.objects.filter(contribution__in=there.values(), status=Status.ADDED)
    said = dict(came.values_list("contribution_id", "digest"))
    return {token: (pk, said.get(pk, "")) for token, pk in there.items()}


def reported(run: ImportRun, rows: list[Row], known: dict) -> list[ImportRow]:
    first: dict = {}
    found = []
    for row in rows:
        told = ImportRow(
            run=run,
            number=row.number,
            title=row.headline.get("title", "").replace("\x00", ""),
            remarks=row.remarks,
            lacks=row.lacks,
            digest=row.digest,
            cells=row.cells,
        )
        told.status = status_of(row, told, known, first)
        if row.token in known and told.status != Status.REFUSED:
            told.contribution_id = known[row.token][0]
        first.setdefault(row.token, row)
        found.append(told)
    return found


def status_of(row: Row, told: ImportRow, known: dict, first: dict) -> str:
    if row.refused:
        return Status.REFUSED
    if earlier := first.get(row.token):
        other = "" if earlier.digest == row.digest else ", mais elle dit autre chose"
        told.remarks = [f"Même ligne que la ligne {earlier.number}{other}", *told.remarks]
        return Status.DUPLICATE
    if row.token not in known:
        return Status.ADDED
    return Status.KNOWN if known[row.token][1] in {row.digest, ""} else Status.DIFFERENT


def summary(report: list[ImportRow], converter: Converter) -> dict:
    """What the page shows above the rows, most frequent first."""
    lacking = Counter(name for told in report if told.status == Status.ADDED for name in told.lacks)
    return {
        "counts": dict(Counter(told.status for told in report)),
        "lacking": lacking.most_common(),
        "unknown": {
            slug: counted.most_common(MOST_UNKNOWN) for slug, counted in converter.unknown.items()
        },
    }
