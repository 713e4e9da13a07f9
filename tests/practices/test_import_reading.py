"""Reading spreadsheets: encodings, separators, headings, workbooks; and what is refused, in French."""

import codecs

import pytest

from aict.imports import reading
from aict.imports.lines import HEAD, UnreadableError
from aict.imports.reading import lines_of
from practices.imports.mapping import proposed
from tests.practices import spreadsheets

TEXT = 'Identifiant;Titre;Résumé\r\n1;Œuvrer à Sète;"Deux\r\nlignes ; et un point-virgule"\r\n'


def cells(content: bytes, name="a.csv") -> list[list[str]]:
    return [line.cells for line in lines_of(content, name)]


def numbers(content: bytes, name="a.csv") -> list[int]:
    return [line.number for line in lines_of(content, name)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding):
    found = cells(TEXT.encode(encoding))
    assert found[1] == ["1", "Œuvrer à Sète", "Deux\r\nlignes ; et un point-virgule"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separators(mark):
    content = spreadsheets.csv_of(["1", "Un titre, long ; ou\tnon", "x", "y"], mark=mark)
    assert cells(content)[1] == ["1", "Un titre, long ; ou\tnon", "x", "y"]


def test_line_numbers_are_those_of_the_file():
    assert numbers(b'a;b\n1;"x\ny\nz"\n\n2;w\n') == [1, 2, 6]


def test_empty_lines_are_left_out():
    assert cells(b"a;b\n;\n  ; \n1;2\n") == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "vide"),
        (b" \r\n ", "a.csv", "vide"),
        (b'a;b\n1;"jamais ferm\xc3\xa9\n2;x\n', "a.csv", "Ligne 2 : guillemets mal fermés"),
        (b"a;b\n\x81;\x8d", "a.csv", "caractères"),
        (codecs.BOM_UTF16_LE + b"a\x00;", "a.csv", "caractères"),
        (b"a;b", "a.pdf", "ni un CSV ni un classeur"),
        (b"%PDF-1.7", "a.xlsx", "ni un CSV ni un classeur"),
        (b"PK\x03\x04 rien", "a.xlsx", "abîmé"),
        (b"a;b\n1;" + b"x" * 300_000, "a.csv", "trop longue"),
    ],
)
def test_what_cannot_be_read(content, name, said):
    with pytest.raises(UnreadableError, match=said):
        cells(content, name)


def test_limits(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 10)
    with pytest.raises(UnreadableError, match="plus de 10 lignes"):
        list(lines_of(b"a;b\n" + b"1;2\n" * 40, "a.csv", 10))
    monkeypatch.setattr(reading, "MAX_COLUMNS", 3)
    with pytest.raises(UnreadableError, match="plus de 3 colonnes"):
        cells(b"a;b;c;d\n")
    assert cells(b"a;b;c;;;;\n") == [["a", "b", "c"]], "empty columns at the end do not count"
    monkeypatch.setattr(reading, "MAX_SIZE", 5)
    with pytest.raises(UnreadableError, match="dépasse"):
        cells(b"a;b;c;d\n")


def test_a_workbook_gives_what_is_shown():
    lines = list(lines_of(spreadsheets.workbook_with_everything(), "a.xlsx"))
    assert lines[1].cells == [
        "1",
        "Une action datée",
        "Texte\nsur deux lignes",
        "",
        "2024-03-01",
        "12000",
    ]
    assert lines[2].cells[:3] == ["2", "", ""]
    assert lines[2].notes == [
        "cellule B3 : formule sans résultat enregistré, non reprise",
        "cellule C3 : formule sans résultat enregistré, non reprise",
    ]
    assert lines[2].cells[5] == "oui"


SHEET = "xl/worksheets/sheet1.xml"
HEAD_OF_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
END_OF_SHEET = b"</sheetData></worksheet>"


def sheet(rows: bytes) -> bytes:
    book = spreadsheets.workbook(["a"])
    return spreadsheets.replaced(book, SHEET, HEAD_OF_SHEET + rows + END_OF_SHEET)


def test_a_formula_gives_its_last_result():
    cell = b'<row r="1"><c r="A1"><f>6*7</f><v>42</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
    (line,) = lines_of(sheet(cell), "a.xlsx")
    assert line.cells == ["42", ""]
    assert line.notes == [
        "cellule A1 : formule, son résultat est repris",
        "cellule B1 : erreur de calcul (#REF!), non reprise",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: sheet(b'<row r="1"><c r="A1"><v>' + b"1" * 160 * 1024 * 1024 + b"</v></c></row>"), "trop de données"),
        (lambda: sheet(b'<row r="1"><c r="XFD1"><v>1</v></c></row>'), "plus de 500 colonnes"),
        (lambda: sheet(b"<row><c"), "abîmé"),
        (lambda: sheet(b'<!DOCTYPE x [<!ENTITY e "ee">]><row r="1"><c r="A1" t="str"><v>&e;</v></c></row>'), "abîmé"),
        (lambda: spreadsheets.workbook(["a"])[:-200], "abîmé"),
        (lambda: spreadsheets.replaced(spreadsheets.workbook(["a"]), "xl/workbook.xml", b"<a/>"), "aucune feuille"),
    ],
)  # fmt: skip
def test_hostile_workbooks(content, said):
    with pytest.raises(UnreadableError, match=said):
        cells(content(), "a.xlsx")


def test_a_row_far_below_is_not_walked_to():
    far = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    assert cells(sheet(far), "a.xlsx") == [["1"]]


def test_the_second_of_two_heading_lines_is_found(db):
    mapping = proposed(list(lines_of(spreadsheets.DIRTY.read_bytes(), "releve.csv", HEAD)))
    assert mapping.header == 2
    assert mapping.columns == [
        *("identity", "territory", "title", "summary", "category", "countries", "date_start"),
        *("budget_total", ""),
    ]


def test_people_may_tell_the_heading_line(db):
    lines = list(lines_of(b"a;b;c\nTitre;;\n1;2;3\n", "a.csv"))
    assert proposed(lines).columns == ["title", "", ""]
    assert proposed(lines, header=1).columns == ["", "", ""]
