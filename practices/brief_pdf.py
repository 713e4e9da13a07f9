"""The brief as one A4 page, tagged for screen readers (PDF/UA-1)."""

import json
import unicodedata
from pathlib import Path

import typst

from aict.ui.typography import french

TEMPLATE = Path(__file__).with_name("brief.typ")
# From comfortable to tight: the first that holds on one page is kept.
SIZES = ("12pt", "11pt", "10pt", "9pt", "8pt", "7pt")


def brief_pdf(brief: dict, address: str) -> bytes:
    """The PDF of `practices.brief.brief_of`; `address` is where the page stands on the web."""
    told = typeset({**brief, "address": address})
    for size in SIZES:
        pdf = typst.compile(
            TEMPLATE,
            sys_inputs={"data": json.dumps(told | {"size": size}), "size": size},
            pdf_standards=["ua-1"],
        )
        if pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page/") <= 1 or size == SIZES[-1]:
            return pdf
    raise AssertionError("unreachable")


def typeset(value):
    """French spaces, and only characters the fonts of the document hold."""
    if isinstance(value, str):
        return "".join(c for c in french(value) if printable(c))
    if isinstance(value, dict):
        return {name: typeset(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [typeset(item) for item in value]
    return value


def printable(character: str) -> bool:
    """No pictograms nor control characters: PDF/UA refuses what has no glyph."""
    return unicodedata.category(character)[0] != "C" and ord(character) < 0x2500
