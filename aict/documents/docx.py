"""Editable documents: headings, paragraphs, lists and tables with Word's own styles, in French."""

import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from aict.ui.typography import french

LANGUAGE = "fr-FR"
SERIF, INK = "Georgia", RGBColor(0x17, 0x32, 0x4D)


class Writing:
    """A document being written from top to bottom; `content()` gives the file."""

    def __init__(self, title: str, subject: str, at: datetime, address: str = ""):
        """`subject` says in one sentence what it is about, `at` when the text was last changed."""
        self.document = Document()
        told = self.document.core_properties
        told.title, told.subject, told.author = clean(title), clean(subject), "AICT éco"
        told.language, told.created, told.modified = LANGUAGE, at, at
        told.comments = address
        self._set_page()
        self.document.add_heading(clean(title), level=0)

    def _set_page(self) -> None:
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(6)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        normal.element.get_or_add_rPr().append(language)
        for default in self.document.styles.element.iter(qn("w:lang")):
            default.set(qn("w:val"), LANGUAGE)
        self._set_looks()
        for section in self.document.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(2)
            section.top_margin = section.bottom_margin = Cm(2)

    def _set_looks(self) -> None:
        """Titles in a serif and the blue of the site; the number of each page at its foot."""
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
            style = self.document.styles[name]
            style.font.name, style.font.color.rgb = SERIF, INK
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(clean(text), level=level)

    def text(self, text: str, strong: bool = False, marked: bool = False) -> None:
        """Paragraphs, one for each line that is not empty. `marked` highlights (« exemple fictif »)."""
        for line in filter(str.strip, text.split("\n")):
            run = self.document.add_paragraph().add_run(clean(line))
            run.bold = strong or None
            if marked:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def points(self, texts: Iterable[str], numbered: bool = False) -> None:
        style = "List Number" if numbered else "List Bullet"
        for text in texts:
            self.document.add_paragraph(clean(text), style=style)

    def picture(self, content: bytes, alt: str) -> None:
        """As wide as the text; `alt` says what it shows."""
        shape = self.document.add_picture(io.BytesIO(content), width=Cm(17))
        described = shape._inline.docPr
        described.set("descr", clean(alt))

    def table(
        self, headings: Sequence[str], rows: Iterable[Sequence[str]], figures: bool = False
    ) -> None:
        """A table whose first row is repeated and announced as headings. `figures`: every column but the
        first holds numbers."""
        lines = [list(headings), *rows]
        table = self.document.add_table(rows=len(lines), cols=len(headings), style="Table Grid")
        header = OxmlElement("w:tblHeader")
        header.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(header)
        # Cells are read from their rows: asking the table for them walks it whole each time.
        for line, row in enumerate(table._tbl.tr_lst):
            for place, (cell, text) in enumerate(zip(row.tc_lst, lines[line], strict=True)):
                paragraph = _Cell(cell, table).paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                paragraph.add_run(clean(text)).bold = line == 0 or None
                if figures and place:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.document.add_paragraph()

    def content(self) -> bytes:
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()


def clean(text: str) -> str:
    """French spaces; no character that XML refuses."""
    kept = (c for c in str(text) if unicodedata.category(c)[0] != "C" or c in "\n\t")
    return french("".join(kept))
