"""Documents that leave the site: tagged pages, editable texts."""

import io
from datetime import UTC, datetime

import pikepdf
from docx import Document
from pdfua import Severity, validate

from aict.documents.docx import Writing
from aict.documents.pdf import pdf, typeset

TEMPLATE = """
#import "/aict/documents/frame.typ": *
#let d = json(bytes(sys.inputs.data))
#show: framed.with(title: d.title, description: d.title, note: "Une note", category: "promotion", fictional: true)
= #mark("promotion") #d.title
== Une partie
#boxed[#d.text]
#figures(((d.figure, "visiteurs"), ("3", "salons")))
#ruled(("Outil", "Coût"), (("Salon", d.text), ("Mission", "5 k€")))
"""


def made(tmp_path, told):
    from django.conf import settings

    folder = settings.BASE_DIR / "var" / "pdf"
    folder.mkdir(parents=True, exist_ok=True)
    template = folder / f"{tmp_path.name}.typ"
    template.write_text(TEMPLATE)
    try:
        return pdf(template, told)
    finally:
        template.unlink()


def test_a_framed_document_is_tagged_and_keeps_markup_as_text(tmp_path):
    told = {"title": "#panic() $x$ *gras* @ref", "text": "Bravo 🎉 مرحبا !", "figure": "1 200"}
    file = made(tmp_path, told)
    result = validate(io.BytesIO(file))
    assert [check for check in result.findings if check.severity == Severity.ERROR] == []
    with pikepdf.open(io.BytesIO(file)) as opened:
        assert opened.Root.Lang == "fr"
        assert str(opened.docinfo["/Title"]) == "#panic() $x$ *gras* @ref"


def test_controls_leave_and_spaces_are_french():
    assert typeset({"a": ["Bravo \x07!"]}) == {"a": ["Bravo\u202f!"]}


def test_an_editable_document_has_styles_headings_and_language():
    writing = Writing(
        "Une fiche !", "Un sujet", datetime(2026, 3, 1, tzinfo=UTC), "https://x.example/"
    )
    writing.text("Exemple fictif", marked=True)
    writing.heading("Une partie")
    writing.text("Un \x0btexte\n\nun autre")
    writing.points(["un", "deux"], numbered=True)
    writing.table(["Outil", "Coût"], [["Salon", "=1+1"]])
    read = Document(io.BytesIO(writing.content()))
    styles = [(p.style.name, p.text) for p in read.paragraphs if p.text]
    assert styles == [
        ("Title", "Une fiche\u202f!"),
        ("Normal", "Exemple fictif"),
        ("Heading 1", "Une partie"),
        ("Normal", "Un texte"),
        ("Normal", "un autre"),
        ("List Number", "un"),
        ("List Number", "deux"),
    ]
    table = read.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Outil", "Coût"],
        ["Salon", "=1+1"],
    ]
    assert "w:tblHeader" in table._tbl.xml
    assert 'w:lang w:val="fr-FR"' in read.styles["Normal"].element.xml
    assert read.core_properties.title == "Une fiche\u202f!"
