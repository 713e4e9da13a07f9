"""The report as PDF and as an editable text: the same charts, the same words."""

import io

import pikepdf
import pytest
from docx import Document

from surveys.results.edition import edition
from surveys.results.report import docx, pdf
from tests.documents.reading import words_of
from tests.results.publications import SECRET, published, switch_off

pytestmark = pytest.mark.django_db
LONG = "Ce que les collectivités territoriales françaises et leurs groupements attendent de nous toutes"


def test_the_pdf_is_tagged_and_says_it_is_fiction():
    survey = published(title=LONG, fictional=True)
    switch_off(survey, "several")
    content = pdf(edition(survey))
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang).startswith("fr")
    words = words_of(content)
    assert "exemple fictif" in words
    assert "non extrapolables" in words
    assert "Question grid" in words
    assert "Question several" not in words
    assert SECRET not in words


def test_the_text_holds_pictures_and_tables():
    survey = published(fictional=True)
    switch_off(survey, "several")
    found = Document(io.BytesIO(docx(edition(survey))))
    words = "\n".join(p.text for p in found.paragraphs)
    assert "Exemple fictif" in words
    assert "Question several" not in words
    assert SECRET not in words
    told = [chart for chart in edition(survey).charts.values() if chart.rows]
    assert len(found.tables) == len(found.inline_shapes) == len(told)
    assert found.inline_shapes[0]._inline.docPr.get("descr")
