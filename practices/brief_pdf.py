"""The brief as one A4 page."""

from pathlib import Path

from aict.documents.pdf import pdf
from practices.brief import Brief

TEMPLATE = Path(__file__).parent / "pdf" / "brief.typ"


def brief_pdf(brief: Brief, address: str) -> bytes:
    """One page; `address` is where the practice stands on the web."""
    return pdf(TEMPLATE, {**brief.as_json(), "address": address})
