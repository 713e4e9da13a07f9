"""From the bytes of a spreadsheet to lines of text cells, whatever programme wrote it."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from itertools import islice
from pathlib import PurePath

from aict.imports.lines import HEAD, MAX_COLUMNS, Line, UnreadableError
from aict.territories.names import normalise

MEGABYTE = 1024 * 1024
MAX_SIZE = 20 * MEGABYTE
MAX_ROWS, MAX_CELL = 20_000, 200_000
DELIMITERS = ",;\t|"
SAMPLE = 40
# « é », « à », « ’ », written as UTF-8 then read as what Windows writes: nobody types it.
TWICE = re.compile(r"Ã[©¨ª«®´§]|â€[™œ]")


def lines_of(content: bytes, name: str, most: int = MAX_ROWS + HEAD) -> Iterator[Line]:
    """The first `most` lines of the file, empty ones left out; all of them unless asked otherwise.

    Raises UnreadableError, at once or on the way."""
    if len(content) > MAX_SIZE:
        raise UnreadableError(f"Ce fichier dépasse {MAX_SIZE // MEGABYTE} Mo.")
    if not content.strip():
        raise UnreadableError("Ce fichier est vide.")
    if content.startswith(b"PK\x03\x04"):
        from aict.imports.spreadsheet import workbook_lines

        found = workbook_lines(BytesIO(content), most + 1)
    elif PurePath(name.lower()).suffix in {".csv", ".tsv", ".txt"}:
        found = text_lines(decoded(content))
    else:
        raise UnreadableError("Ce fichier n’est ni un CSV ni un classeur XLSX.")
    return bounded(found, most)


def rows_of(content: bytes) -> int:
    """About how many lines the file has, without reading them: for a progress bar."""
    if content.startswith(b"PK\x03\x04"):
        from aict.imports.spreadsheet import rows_of as rows_of_book

        return rows_of_book(BytesIO(content))
    return content.count(b"\n")


def bounded(lines: Iterable[Line], most: int) -> Iterator[Line]:
    for count, line in enumerate((line for line in lines if not line.empty), start=1):
        if count > most < MAX_ROWS:
            return
        if count > most:
            raise UnreadableError(f"Ce fichier a plus de {MAX_ROWS} lignes : coupez-le en deux.")
        if len(line.cells) > MAX_COLUMNS:
            line.cells = [*trimmed(line.cells)]
        if len(line.cells) > MAX_COLUMNS:
            raise UnreadableError(f"Ce fichier a plus de {MAX_COLUMNS} colonnes.")
        yield line


def trimmed(cells: list[str]) -> list[str]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 or what Windows writes, told by the bytes themselves."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return strictly(content, encoding)
    head = content[:4000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 20 and head[first::2].count(0) > len(head) * 0.4:
            return strictly(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = strictly(content, "cp1252")
    if found := TWICE.search(text):
        raise UnreadableError(
            f"Les accents de ce fichier sont abîmés (« {found[0]} »), comme ceux d’un fichier ouvert puis "
            "réenregistré sous un autre encodage : enregistrez l’original en « CSV UTF-8 »."
        )
    return text


def strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "Les caractères de ce fichier n’ont pas pu être lus : enregistrez-le en « CSV UTF-8 »."
        ) from error


def text_lines(text: str) -> Iterator[Line]:
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    before = 0
    try:
        for cells in reader:
            yield Line(before + 1, cells)
            before = reader.line_num
    except csv.Error as error:
        reason = "une cellule est trop longue" if "limit" in str(error) else "guillemets mal fermés"
        raise UnreadableError(
            f"Ligne {before + 1} : {reason} (une cellule commencée là ne finit pas)."
        ) from error


def delimiter_of(text: str) -> str:
    """The separator that gives the most columns on the most lines."""
    return max(DELIMITERS, key=lambda mark: regularity(text, mark))


def regularity(text: str, mark: str) -> float:
    try:
        reader = csv.reader(StringIO(text[:200_000], newline=""), delimiter=mark)
        widths = [len(row) for row in islice(reader, SAMPLE) if row]
    except csv.Error:
        return 0
    if not widths:
        return 0
    usual = max(set(widths), key=widths.count)
    return (usual - 1) * widths.count(usual) / len(widths)


def heading_place(lines: list[Line], known: set[str]) -> int:
    """Which of the first lines holds the headings: the fullest one, and the best known."""

    def score(line: Line) -> int:
        names = {normalise(cell) for cell in line.cells if cell.strip()}
        return len(names) + 3 * len(names & known)

    first = lines[:HEAD]
    return max(range(len(first)), key=lambda place: (score(first[place]), -place)) if first else 0
