"""The report of an import of answers, as a page and as a file."""

from collections.abc import Iterator

from aict.imports.models import ImportRow, ImportRun
from aict.ui.numbers import count, number
from aict.ui.transfer import csv_lines

Status = ImportRow.Status
TONES = {
    Status.ADDED: "success",
    Status.KNOWN: "neutral",
    Status.DUPLICATE: "warning",
    Status.REFUSED: "error",
}
WORDS = {
    Status.ADDED: ("Réponse ajoutée", "Réponses ajoutées"),
    Status.KNOWN: ("Déjà là", "Déjà là"),
    Status.DUPLICATE: ("Ligne en double", "Lignes en double"),
    Status.REFUSED: ("Ligne refusée", "Lignes refusées"),
}
TO_COME = ("Réponse à ajouter", "Réponses à ajouter")


def said(status: str, run: ImportRun, n: int = 1) -> str:
    """The fate of a line, or of several; as something to come while nothing is imported."""
    coming = status == Status.ADDED and run.state != ImportRun.State.DONE
    one, several = TO_COME if coming else WORDS[Status(status)]
    return several if n > 1 else one


def figures(run: ImportRun) -> list[tuple[str, str]]:
    counts = run.report.get("counts", {})
    return [(number(counts[s]), said(s, run, counts[s])) for s in WORDS if counts.get(s)]


def sentences(run: ImportRun) -> list[str]:
    """What else is to know before deciding."""
    told = run.report
    found = []
    if told.get("ours"):
        found.append(
            "Ses colonnes sont celles des fichiers de ce site : vérifiez que ces réponses ne sont pas déjà dans l’enquête."
        )
    if n := changed_perhaps(told):
        found.append(
            f"{count(n, 'réponse')} d’un fichier précédent ne se retrouve"
            f"{'nt' if n > 1 else ''} pas dans celui-ci : ce qui a été changé depuis compterait deux fois."
        )
    if n := told.get("incomplete"):
        found.append(
            f"{count(n, 'réponse')} sans toutes les questions obligatoires, comptées quand même. "
            f"Ce qui manque le plus : {most_lacking(told['lacking'])}."
        )
    if n := told.get("unasked"):
        found.append(
            f"{count(n, 'réponse')} à une question qui n’était pas posée, d’après les réponses précédentes : laissées de côté."
        )
    if n := told.get("personal"):
        found.append(
            f"{count(n, 'texte')} où l’on reconnaît peut-être quelqu’un : à relire avant de citer."
        )
    return found


def changed_perhaps(told: dict) -> int:
    """Responses of earlier files that this one lacks, though it brings some of them and others."""
    counts = told.get("counts", {})
    return told.get("absent", 0) if {Status.KNOWN, Status.ADDED} <= counts.keys() else 0


def most_lacking(told: list) -> str:
    return ", ".join(f"« {name} » ({number(n)} fois)" for name, n in told)


def dropped(run: ImportRun) -> list[tuple[str, str]]:
    """(heading, why) of the columns that tell who answered."""
    told = run.mapping
    both = zip(told["headings"], told["identity"], told["columns"], strict=True)
    return [(heading, reason) for heading, reason, key in both if reason and not key]


def tabs(run: ImportRun, asked: str, told: dict[str, int]) -> list[dict]:
    """`told`: {fate: lines of which there is something to say}."""
    every = {"label": "Toutes", "url": "?", "current": not asked, "count": sum(told.values())}
    return [every] + [
        {
            "label": said(status, run, told[status]),
            "url": f"?sort={status}",
            "current": asked == status,
            "count": told[status],
        }
        for status in WORDS
        if told.get(status)
    ]


def shown(row: ImportRow, run: ImportRun) -> dict:
    return {"row": row, "status": said(row.status, run), "tone": TONES[Status(row.status)]}


def as_csv(run: ImportRun) -> Iterator[str]:
    rows = run.rows.iterator(chunk_size=1000)
    lines = ([row.number, said(row.status, run), " ; ".join(row.remarks)] for row in rows)
    return csv_lines(("ligne", "sort", "remarques"), lines)
