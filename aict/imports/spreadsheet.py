"""XLSX: values as they are shown, formulas told apart, archives that unfold too far refused."""

import codecs
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from aict.imports.lines import HEAD, MAX_COLUMNS, Line, UnreadableError
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
# Of the element <f>, under whatever prefix; not to be seen in UTF-16.
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FORMULA = re.compile(rb"<(?:\w{1,30}:)?f[\s/>]")


def workbook_lines(file: BinaryIO, most: int) -> Iterator[Line]:
    """The first lines of the first sheet that holds a table. A formula gives its last result, and says so."""
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
            sheet = sheet_of(book)
            yield from enumerate(sheet.iter_rows(max_row=most), start=1)
        finally:
            book.close()


def sheet_of(book):
    """The first visible sheet that holds a table: the one before may only say what the file is."""
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        raise UnreadableError("Ce classeur n’a aucune feuille.")
    for sheet in visible:
        # What a file says of its size may be wrong.
        sheet.reset_dimensions()
    return next(filter(is_table, visible), visible[0]) if len(visible) > 1 else visible[0]


def is_table(sheet) -> bool:
    """Whether two of its first lines have two cells."""
    first = sheet.iter_rows(max_row=HEAD, values_only=True)
    return sum(sum(value is not None for value in row) > 1 for row in first) > 1


def formula_cells(file: BinaryIO, most: int) -> dict[int, set[int]]:
    """{row: columns} of the cells that hold a formula. Most workbooks have none: not read twice."""
    found: dict[int, set[int]] = {}
    if not holds_formulas(file):
        return found
    for number, cells in sheet_rows(file, most, results=False):
        columns = {place for place, cell in enumerate(cells) if cell.data_type == "f"}
        if columns:
            found[number] = columns
    return found


def holds_formulas(file: BinaryIO) -> bool:
    """Whether any sheet has the mark of one: never wrong when it says no."""
    file.seek(0)
    with ZipFile(file) as archive:
        for name in archive.namelist():
            if "/worksheets/" in name:
                with archive.open(name) as sheet:
                    before = sheet.read(2)
                    if before in UTF_16:
                        return True
                    while piece := sheet.read(1 << 20):
                        if FORMULA.search(before + piece):
                            return True
                        before = piece[-40:]
    return False


def rows_of(file: BinaryIO) -> int:
    """About how many lines the largest sheet has; 0 when the archive is broken."""
    try:
        with ZipFile(file) as archive:
            sheets = [name for name in archive.namelist() if "/worksheets/sheet" in name]
            return max((pieces(archive, name) for name in sheets), default=0)
    except TROUBLE:
        return 0


def pieces(archive: ZipFile, name: str) -> int:
    with archive.open(name) as sheet:
        return sum(part.count(b"<row ") for part in iter(lambda: sheet.read(1 << 20), b""))


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
