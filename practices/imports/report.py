"""The report of a run, as a page and as a file."""

from collections.abc import Iterator

from aict.imports.models import ImportRow, ImportRun
from aict.ui.numbers import number
from aict.ui.transfer import csv_lines
from practices.imports.lacks import label_of

Status = ImportRow.Status
TONES = {
    Status.ADDED: "success",
    Status.KNOWN: "neutral",
    Status.DIFFERENT: "warning",
    Status.DUPLICATE: "warning",
    Status.REFUSED: "error",
}
# One, several; for what is new, also before it is done.
WORDS = {
    Status.ADDED: ("Brouillon créé", "Brouillons créés"),
    Status.KNOWN: ("Déjà là", "Déjà là"),
    Status.DIFFERENT: ("Différente, non modifiée", "Différentes, non modifiées"),
    Status.DUPLICATE: ("Doublon dans le fichier", "Doublons dans le fichier"),
    Status.REFUSED: ("Refusée", "Refusées"),
}
TO_COME = ("Brouillon à créer", "Brouillons à créer")
HEADER = ("ligne", "sort", "titre", "remarques", "il manque", "adresse du brouillon")


def said(status: str, run: ImportRun, count: int = 1) -> str:
    """The fate of a row, or of several; as something to come while nothing is imported."""
    coming = status == Status.ADDED and run.state != ImportRun.State.DONE
    one, several = TO_COME if coming else WORDS[Status(status)]
    return several if count > 1 else one


def figures(run: ImportRun) -> list[tuple[str, str]]:
    counts = run.report.get("counts", {})
    return [
        (number(counts[status]), said(status, run, counts[status]))
        for status in Status.values
        if counts.get(status)
    ]


def lacking(run: ImportRun) -> list[tuple[str, int, str, str]]:
    """Rows of the chart: what the new drafts lack, most frequent first."""
    return [
        (label_of(name), count, number(count), "") for name, count in run.report.get("lacking", [])
    ]


def tabs(run: ImportRun, asked: str) -> list[dict]:
    counts = run.report.get("counts", {})
    every = {"label": "Toutes", "url": "?", "current": not asked, "count": sum(counts.values())}
    return [every] + [
        {
            "label": said(status, run, counts[status]),
            "url": f"?sort={status}",
            "current": asked == status,
            "count": counts[status],
        }
        for status in Status.values
        if counts.get(status)
    ]


def shown(row: ImportRow, run: ImportRun) -> dict:
    return {
        "row": row,
        "status": said(row.status, run),
        "tone": TONES[Status(row.status)],
        "lacks": [label_of(name) for name in row.lacks] if row.status == Status.ADDED else [],
    }


def as_csv(run: ImportRun, site: str) -> Iterator[str]:
    rows = run.rows.select_related("contribution").iterator(chunk_size=1000)
    return csv_lines(HEADER, (line(row, run, site) for row in rows))


def line(row: ImportRow, run: ImportRun, site: str) -> list[object]:
    address = f"{site}/contributions/{row.contribution.token}/" if row.contribution else ""
    lacks = " ; ".join(label_of(name) for name in row.lacks)
    return [row.number, said(row.status, run), row.title, " ; ".join(row.remarks), lacks, address]
