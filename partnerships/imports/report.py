"""The report of a run, as a page and as a file."""

from collections.abc import Iterator

from aict.imports.models import ImportRow, ImportRun
from aict.ui.numbers import number
from aict.ui.transfer import csv_lines

Status = ImportRow.Status
# What needs somebody comes second.
ORDER = (Status.ADDED, Status.AMBIGUOUS, Status.KNOWN, Status.DUPLICATE, Status.REFUSED)
TONES = {
    Status.ADDED: "success",
    Status.AMBIGUOUS: "warning",
    Status.KNOWN: "neutral",
    Status.DUPLICATE: "neutral",
    Status.REFUSED: "error",
}
# One, several.
WORDS = {
    Status.ADDED: ("Partenariat ajouté", "Partenariats ajoutés"),
    Status.AMBIGUOUS: ("À départager", "À départager"),
    Status.KNOWN: ("Déjà là", "Déjà là"),
    Status.DUPLICATE: ("Paire répétée", "Paires répétées"),
    Status.REFUSED: ("Rejetée", "Rejetées"),
}
TO_COME = ("Partenariat à ajouter", "Partenariats à ajouter")
HEADER = ("ligne", "sort", "lien", "remarques", "adresse")


def said(status: str, run: ImportRun, count: int = 1) -> str:
    """The fate of a row, or of several; as something to come while nothing is imported."""
    coming = status == Status.ADDED and run.state != ImportRun.State.DONE
    one, several = TO_COME if coming else WORDS[Status(status)]
    return several if count > 1 else one


def figures(run: ImportRun) -> list[tuple[str, str]]:
    counts = run.report.get("counts", {})
    return [(number(counts[s]), said(s, run, counts[s])) for s in ORDER if counts.get(s)]


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
        for status in ORDER
        if counts.get(status)
    ]


def shown(row: ImportRow, run: ImportRun) -> dict:
    status = Status(row.status)
    return {"row": row, "status": said(status, run), "tone": TONES[status]}


def as_csv(run: ImportRun, site: str) -> Iterator[str]:
    rows = run.rows.select_related("contribution__partnership").iterator(chunk_size=1000)
    return csv_lines(HEADER, (line(row, run, site) for row in rows))


def line(row: ImportRow, run: ImportRun, site: str) -> list[object]:
    live = getattr(row.contribution, "partnership", None)
    address = f"{site}{live.get_absolute_url()}" if live else ""
    return [row.number, said(row.status, run), row.title, " ; ".join(row.remarks), address]
