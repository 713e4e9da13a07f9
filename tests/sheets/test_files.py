"""The files of a fiche: tagged pages, an editable text, plain words."""

import io

import pikepdf
import pytest
from docx import Document
from pdfua import Severity, validate

from tests.documents.reading import words_of
from tests.practices.factories import practice
from tests.sheets import workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet():
    examples = [{"practice": practice(fictional=True).slug, "note": "Une leçon"}]
    return workflow.published(workflow.full(goals=[], examples=examples))


def test_the_pdf_is_tagged_in_french_and_says_all(client, sheet, tmp_path):
    answer = client.get(f"/fiches-reperes/{sheet.slug}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo.Title) == sheet.title
    (tmp_path / "fiche.pdf").write_bytes(answer.content)
    report = validate(str(tmp_path / "fiche.pdf"))
    assert [f for f in report.findings if f.severity >= Severity.WARNING] == []
    words = words_of(answer.content)
    for told in ("En bref", "Semaine de chefs", "Vérifié le", "exemples cités sont fictifs"):
        assert told in words, told


def longest() -> dict:
    """Every section of the essential at its limits."""
    words = "mots " * 300
    return workflow.full(
        goals=[],
        definition=words[:1199],
        legal=words[:999],
        objectives="\n".join([words[:199]] * 8),
        tools=[{"name": words[:119], "use": "x", "cost": words[:119], "delay": words[:79]}] * 12,
        steps=[{"title": words[:119], "text": "x", "duration": words[:59]}] * 12,
        actors=[{"name": words[:199], "brings": "x", "lead": "ri"}] * 15,
        questions=[{"question": words[:199], "answer": words[:299]}] * 8,
    )


@pytest.mark.parametrize("tell", [lambda: workflow.full(goals=[]), longest])
def test_the_essential_holds_on_two_sides(client, tell, tmp_path):
    sheet = workflow.published(tell())
    answer = client.get(f"/fiches-reperes/{sheet.slug}/recto-verso.pdf")
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) <= 2
    (tmp_path / "essentiel.pdf").write_bytes(answer.content)
    report = validate(str(tmp_path / "essentiel.pdf"))
    assert [f for f in report.findings if f.severity >= Severity.WARNING] == []


def test_the_word_file_has_headings_tables_and_french(client, sheet):
    answer = client.get(f"/fiches-reperes/{sheet.slug}.docx")
    read = Document(io.BytesIO(answer.content))
    assert read.core_properties.title == sheet.title
    assert read.core_properties.language == "fr-FR"
    titles = [p.text for p in read.paragraphs if p.style.name == "Heading 1"]
    assert titles[:2] == ["En bref", "De quoi parle-t-on\u202f?"]
    assert titles[-1] == "Citer cette fiche"
    assert [cell.text for cell in read.tables[0].rows[0].cells] == [
        *("Outil", "À quoi cela sert", "Coût"),
    ]
    assert all("w:tblHeader" in table._tbl.xml for table in read.tables)


def test_plain_text_is_plain(client, sheet):
    told = client.get(f"/fiches-reperes/{sheet.slug}.txt").content.decode()
    assert told.startswith("Gastronomie et terroir\n======")
    assert "- Semaine de chefs. À quoi cela sert\u202f: Faire goûter." in told
    assert "exemples cités sont fictifs" in told
    assert "<" not in told


def test_markup_and_control_characters_stay_words(client):
    odd = "#panic() $x$ *gras* <b> \x07 🎉"
    sheet = workflow.published(title=odd.replace("\x07", ""), definition=odd)
    for ending in ("pdf", "docx", "txt", ""):
        address = f"/fiches-reperes/{sheet.slug}{'.' if ending else '/'}{ending}"
        assert client.get(address).status_code == 200
