"""XLSX: values as they are shown, formulas told apart, archives that unfold too far refused."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import BinaryIO
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from aict.imports.reading import MAX_COLUMNS, Line, UnreadableError
from aict.moderation.files import XLSX, from_signature

TROUBLE = (
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    SyntaxError,
)


def workbook_lines(file: BinaryIO, most: int) -> Iterator[Line]:
    """The first lines of the first sheet. A formula gives its last result, and says so."""
    try:
        if from_signature(file) is not XLSX:
            raise UnreadableError("Ce fichier n’est ni un CSV ni un classeur XLSX.")
        formulas = formula_cells(file, most)
        for number, cells in sheet_rows(file, most, results=True):
            yield line_of(number, cells, formulas.get(number, ()))
    except ValidationError as error:
        raise UnreadableError(error.messages[0]) from error
    except TROUBLE as error:
        raise UnreadableError("Ce classeur est abîmé : enregistrez-le de nouveau.") from error


def sheet_rows(file: BinaryIO, most: int, results: bool) -> Iterator[tuple[int, tuple]]:
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(file, read_only=True, data_only=results, keep_links=False)
        try:
            sheet = next((s for s in book.worksheets if s.sheet_state == "visible"), None)
            if sheet is None:
                raise UnreadableError("Ce classeur n’a aucune feuille.")
            # What a file says of its size may be wrong.
            sheet.reset_dimensions()
            yield from enumerate(sheet.iter_rows(max_row=most), start=1)
        finally:
            book.close()


def formula_cells(file: BinaryIO, most: int) -> dict[int, set[int]]:
    """{row: columns} of the cells that hold a formula."""
    found: dict[int, set[int]] = {}
    for number, cells in sheet_rows(file, most, results=False):
        columns = {place for place, cell in enumerate(cells) if cell.data_type == "f"}
        if columns:
            found[number] = columns
    return found


def line_of(number: int, cells: tuple, formulas) -> Line:
    line = Line(number, [shown(cell.value) for cell in cells])
    for place, cell in enumerate(cells[: MAX_COLUMNS + 1]):
        where = f"cellule {get_column_letter(place + 1)}{number}"
        if cell.data_type == "e":
            line.cells[place] = ""
            line.notes.append(f"{where} : erreur de calcul ({cell.value}), non reprise")
        elif place in formulas:
            line.notes.append(
                f"{where} : formule, son résultat est repris"
                if line.cells[place]
                else f"{where} : formule sans résultat enregistré, non reprise"
            )
    return line


def shown(value) -> str:
    """A value as its author sees it: whole numbers without decimals, dates in the ISO order."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
