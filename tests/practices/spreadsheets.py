"""Spreadsheets of the tests, made here; the dirtiest one is data/releve-sale.csv (Windows-1252,
semicolons, two heading lines, cells of several lines, duplicates, namesakes, formulas, empty columns)."""

import io
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from aict.imports.lines import HEAD
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of
from practices.imports import running
from practices.imports.mapping import proposed
from tests.people import factories as people
from tests.practices import workflow

DIRTY = Path(__file__).parent / "data" / "releve-sale.csv"
HEADINGS = ["Identifiant", "Titre", "Résumé", "Collectivité"]


def references():
    """What the dirty file names, and two communes of the same name."""
    workflow.references()
    people.country("SN", "Sénégal")
    for number, name in (("21", "Côte-d’Or"), ("91", "Essonne")):
        departement = people.territory(level="departement", code=number, name=name)
        code = f"{number}538"
        people.territory("commune", code, "Saint-Aubin", departement=departement)


def csv_of(*rows, headings=HEADINGS, mark=";", encoding="utf-8") -> bytes:
    lines = [mark.join(f'"{cell}"' for cell in row) for row in (headings, *rows)]
    return "\r\n".join(lines).encode(encoding)


def many(count: int, text="Une action fictive, racontée en quelques mots.") -> bytes:
    return csv_of(*([f"id-{n}", f"Action fictive {n}", text, "Nulle Part"] for n in range(count)))


def workbook(*rows) -> bytes:
    book, target = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def workbook_with_everything() -> bytes:
    return workbook(
        [*HEADINGS, "Début", "Budget"],
        ["1", "Une action datée", "Texte\nsur deux lignes", None, date(2024, 3, 1), 12000.0],
        ["2", "=1+1", "=CONCATENATE(A1)", None, None, True],
    )


def replaced(archive: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with another content for one of its parts."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return target.getvalue()


def run_of(content: bytes, by=None, source="Essai", name="essai.csv", **mapping) -> ImportRun:
    told = proposed(list(lines_of(content, name, HEAD))).as_json() | mapping
    return ImportRun.objects.create(
        kind="practice",
        state=ImportRun.State.IMPORTING,
        file_name=name,
        source=source,
        mapping=told,
        by=by,
    )


def imported(content: bytes, by=None, store=True, **more) -> ImportRun:
    run = run_of(content, by, **more)
    running.carry_out(run, content, store)
    run.refresh_from_db()
    return run


def fates(run: ImportRun) -> dict[int, str]:
    return dict(run.rows.values_list("number", "status"))


def row(run: ImportRun, number: int) -> ImportRow:
    return run.rows.select_related("contribution").get(number=number)


def data(run: ImportRun, number: int) -> dict:
    return row(run, number).contribution.revisions.get().data
