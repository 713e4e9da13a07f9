"""The dossier as one A4 document, tagged."""

from pathlib import Path

from django.http import HttpResponse
from django.utils.text import slugify

from aict.documents.pdf import pdf
from practices.dossiers.models import Dossier
from practices.dossiers.page import Page, page_of

TEMPLATE = Path(__file__).parent / "dossier.typ"


def dossier_pdf(page: Page) -> bytes:
    return pdf(TEMPLATE, page.as_json())


def answer_pdf(dossier: Dossier) -> HttpResponse:
    name = slugify(dossier.title)[:60] or "dossier"
    headers = {"Content-Disposition": f'inline; filename="dossier-{name}.pdf"'}
    return HttpResponse(
        dossier_pdf(page_of(dossier)), content_type="application/pdf", headers=headers
    )
