"""The try and the import itself: the same reading, the same report; only the second stores answers."""

import json
from collections import Counter
from hashlib import sha256
from random import SystemRandom

from django.core.files.base import ContentFile
from django.db import transaction

from aict.imports.lines import UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of, rows_of
from aict.imports.running import Tell, counted, finish, one_import_at_a_time, refuse
from surveys.intake import who
from surveys.intake.cleaning import cleaned, read_back
from surveys.intake.converting import Converter, Row
from surveys.intake.exports import headings, questions_of
from surveys.intake.mapping import Mapping
from surveys.intake.storing import store_new
from surveys.intake.targets import targets
from surveys.models import State, Survey

KIND = "survey"
Status = ImportRow.Status
TAKES = {State.OPEN, State.CLOSED}
MOST_TOLD = 40
BATCH = 1000
PUBLISHED = "Les résultats de cette enquête sont publiés : retirez-les d’abord, puis importez."
DRAFT = "Cette enquête est en préparation : ouvrez-la d’abord."


def closed_to_imports(survey: Survey) -> str:
    """Why answers cannot be added now; "" when they can."""
    if survey.state in TAKES:
        return ""
    return DRAFT if survey.state == State.DRAFT else PUBLISHED


def carry_out(run: ImportRun, content: bytes, store: bool, tell: Tell | None = None) -> None:
    """Read the file and write the report; with `store`, also the answers, all of them or none.

    `tell(done, total)` hears of the progress."""
    survey = Survey.objects.get(slug=run.source)
    mapping = Mapping.from_json(run.mapping)
    try:
        if not mapping.cleaned:
            content = keep_copy(run, mapping, content, tell)
        lines = read_back(content)
        form = survey.form
        converter = Converter(form, targets(form, not survey.is_anonymous), mapping)
        rows = list(counted(run, map(converter, lines), len(lines), tell))
        if not survey.is_anonymous:
            who.resolve(rows, form)
        settle(run, survey, rows, converter, store)
        if run.state == ImportRun.State.DONE:
            run.file.delete(save=True)
    except UnreadableError as error:
        refuse(run, str(error))


def keep_copy(run: ImportRun, mapping: Mapping, content: bytes, tell: Tell | None) -> bytes:
    """Replace the file received by a copy without the columns that tell who answered."""
    lines = lines_of(content, run.file_name)
    copy = cleaned(counted(run, lines, rows_of(content), tell), mapping)
    old, storage = run.file.name, run.file.storage
    mapping.cleaned = True
    run.mapping = mapping.as_json()
    run.file.save("copie.csv", ContentFile(copy), save=False)
    run.save(update_fields=["file", "mapping"])
    if old:
        storage.delete(old)
    return copy


@transaction.atomic
def settle(run: ImportRun, survey: Survey, rows: list[Row], converter: Converter, store: bool):
    """Say what becomes of each row; store the new ones. One transaction for everything."""
    one_import_at_a_time(f"{KIND} {survey.slug}")
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if problem := closed_to_imports(survey):
        refuse(run, problem)
        return
    known = marks_of(survey)
    marked, fates = sorted_out(survey, rows, known)
    run.report = summary(rows, fates, converter) | {
        "ours": ours(survey, converter.mapping),
        "absent": len(known.difference(marked.values())),
    }
    write_rows(run, rows, fates)
    if problem := counted_twice(run):
        refuse(run, problem)
        return
    if store:
        # Words that nobody recognised may tell of somebody: they were there to be decided.
        run.report["words"] = {}
        new = [(marked[row.number], row) for row in rows if fates[row.number] == Status.ADDED]
        SystemRandom().shuffle(new)
        store_new(survey, new)
    finish(run, store)


def marks_of(survey: Survey) -> set[bytes]:
    """Of the responses that came from files."""
    there = survey.responses.exclude(mark=None).values_list("mark", flat=True)
    return {bytes(mark) for mark in there if mark}


def sorted_out(
    survey: Survey, rows: list[Row], known: set[bytes]
) -> tuple[dict[int, bytes], dict[int, str]]:
    """({line: mark}, {line: fate}). Equal answers of different people are told apart by their rank."""
    ranks: Counter[str] = Counter()
    marked: dict[int, bytes] = {}
    fates: dict[int, str] = {}
    for row in rows:
        if row.refused:
            fates[row.number] = Status.REFUSED
        elif row.twin:
            fates[row.number] = Status.DUPLICATE
        else:
            said = json.dumps([row.answers, row.who], sort_keys=True, ensure_ascii=False)
            ranks[said] += 1
            mark = sha256(f"{survey.salt}\x1f{said}\x1f{ranks[said]}".encode()).digest()
            marked[row.number] = mark
            fates[row.number] = Status.KNOWN if mark in known else Status.ADDED
    return marked, fates


def write_rows(run: ImportRun, rows: list[Row], fates: dict[int, str]) -> None:
    """Only the lines of which there is something to say, and nothing of what they say."""
    told = []
    for row in rows:
        fate, remarks = fates[row.number], list(row.remarks)
        if fate == Status.REFUSED:
            remarks.insert(0, f"Refusée : {row.refused}")
        elif fate == Status.DUPLICATE:
            remarks.insert(0, f"Identique en tout à la ligne {row.twin} : comptée une fois")
        if remarks:
            told.append(ImportRow(run=run, number=row.number, status=fate, remarks=remarks))
    run.rows.all().delete()
    ImportRow.objects.bulk_create(told, batch_size=BATCH)


def summary(rows: list[Row], fates: dict[int, str], converter: Converter) -> dict:
    new = [row for row in rows if fates[row.number] == Status.ADDED]
    return {
        "counts": dict(Counter(fates.values())),
        "incomplete": sum(bool(row.lacks) for row in new),
        "lacking": Counter(name for row in new for name in row.lacks).most_common(3),
        "unasked": sum(row.unasked for row in new),
        "personal": sum(any(": contient " in said for said in row.remarks) for row in new),
        "words": {
            name: [[text, guess, count] for (text, guess), count in found.most_common(MOST_TOLD)]
            for name, found in converter.told.items()
        },
    }


def ours(survey: Survey, mapping: Mapping) -> bool:
    """Whether the file looks like one of those that exports.py makes."""
    found = set(headings(survey, questions_of(survey)))
    taken = [h for h, key in zip(mapping.headings, mapping.columns, strict=True) if key]
    return len(taken) > 1 and found.issuperset(taken)


def counted_twice(run: ImportRun) -> str:
    """Why this file may not come again: already there, and read otherwise, it would double people."""
    digest = run.mapping.get("digest")
    before = ImportRun.objects.filter(
        kind=KIND, source=run.source, state=ImportRun.State.DONE, mapping__digest=digest
    ).exclude(pk=run.pk)
    counts = run.report["counts"]
    done = before.first()
    if not digest or done is None:
        return ""
    already = sum(done.report["counts"].get(fate, 0) for fate in (Status.ADDED, Status.KNOWN))
    if counts.get(Status.KNOWN, 0) >= already:
        return ""
    return (
        "Ce fichier a déjà été importé avec d’autres choix : ses réponses compteraient deux fois."
    )
