"""The try and the import itself: the same reading, the same report; only the second stores partnerships."""

import re
from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from aict.imports.lines import HEAD, UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of
from aict.imports.running import Tell, counted, finish, one_import_at_a_time, refuse
from partnerships.imports.columns import columns_of
from partnerships.imports.countries import country_names
from partnerships.imports.doubts import told_of
from partnerships.imports.links import Link, Reader
from partnerships.imports.remembering import remembered
from partnerships.imports.resolving import Resolved, resolved
from partnerships.imports.storing import New, Pair, known_pairs
from partnerships.imports.storing import store as put_on_line

KIND = "link"
# Imports of links wait for each other whatever their source: they meet on the same pairs.
TURN = "links"
Status = ImportRow.Status
BATCH = 1_000


def carry_out(run: ImportRun, content: bytes, store: bool, tell: Tell | None = None) -> None:
    """Read the file and write the report; with `store`, also the partnerships, all of them or none."""
    try:
        links = read(content, run.file_name)
    except UnreadableError as error:
        refuse(run, str(error))
        return
    chosen, left_out = remembered(links)
    for link, reason in left_out.items():
        link.problem = f"Écartée par la coordination : {reason}"
    found = resolved(links, chosen, lambda items: counted(run, items, len(links), tell))
    run.done = run.total = len(links)
    settle(run, links, found, store)


def read(content: bytes, name: str) -> list[Link]:
    lines = list(lines_of(content, name))
    columns = columns_of(lines[:HEAD])
    reader = Reader(columns, country_names())
    return [reader(line) for line in lines if line.number > columns.header]


@transaction.atomic
def settle(run: ImportRun, links: list[Link], found: list[Resolved], store: bool) -> None:
    """Say what becomes of each row; store the new pairs. One transaction for everything."""
    one_import_at_a_time(TURN)
    paired = by_pair(found)
    known = known_pairs(paired)
    made = put_on_line(merged(paired, known), run.source, run.by) if store else {}
    meant = {one.link: one for one in found}
    report = [row_of(run, link, meant.get(link)) for link in links]
    rows = {row.number: row for row in report}
    for pair, same in paired.items():
        tell_pair([rows[link.number] for link in same], pair in known, (known | made).get(pair))
    run.rows.all().delete()
    ImportRow.objects.bulk_create(report, batch_size=BATCH)
    run.report = summary(report)
    finish(run, store)


def by_pair(found: list[Resolved]) -> dict[Pair, list[Link]]:
    pairs: dict[Pair, list[Link]] = {}
    for one in found:
        if one.pair:
            pairs.setdefault(one.pair, []).append(one.link)
    return pairs


def merged(paired: dict[Pair, list[Link]], known: dict[Pair, int]) -> list[New]:
    """One of each new pair: a year that only a repeated row gives is kept."""
    return [
        New(
            pair,
            year=next((link.year for link in links if link.year), None),
            twinning=any(link.twinning for link in links),
            url=next((link.url for link in links if link.url), ""),
        )
        for pair, links in paired.items()
        if pair not in known
    ]


def row_of(run: ImportRun, link: Link, meant: Resolved | None) -> ImportRow:
    row = ImportRow(
        run=run,
        number=link.number,
        title=link.title,
        remarks=link.remarks,
        digest=link.digest,
        cells=link.cells,
        status=Status.ADDED,
    )
    if meant is None:
        row.status, row.remarks = Status.REFUSED, [link.problem, *link.remarks]
    elif meant.pair is None:
        row.status, row.remarks = Status.AMBIGUOUS, [*meant.doubts, *link.remarks]
        row.found = told_of(meant)
    return row


def tell_pair(rows: list[ImportRow], known: bool, contribution: int | None) -> None:
    """The fate of the rows that tell the same pair."""
    first, *others = rows
    first.status = Status.KNOWN if known else Status.ADDED
    for row in others:
        row.status = Status.DUPLICATE
        again = f"Même paire que la ligne {first.number} : réunies en un seul partenariat"
        row.remarks = [again, *row.remarks]
    for row in rows:
        row.contribution_id = contribution


def summary(rows: list[ImportRow]) -> dict:
    doubtful = [row for row in rows if row.status in {Status.AMBIGUOUS, Status.REFUSED}]
    reasons = Counter(reason_of(row.remarks[0]) for row in doubtful)
    return {"counts": counts_of(row.status for row in rows), "reasons": reasons.most_common()}


def counts_of(statuses: Iterable[str]) -> dict[str, int]:
    """How many rows of each fate; what pages always show is there even when there is none."""
    return {Status.ADDED.value: 0, Status.AMBIGUOUS.value: 0} | Counter(statuses)


def reason_of(remark: str) -> str:
    """The reason without its names: « Pays inconnu : … »."""
    return re.sub(r"\d+ km", "… km", re.sub(r"« .*? »", "« … »", remark)).partition(" : Q")[0]
