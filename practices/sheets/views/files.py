"""A fiche to take away: PDF, Word, plain text. A former address leads to the page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from aict.listing.views import gone
from practices.sheets import writing
from practices.sheets.document import document_of
from practices.sheets.essential import essential_of
from practices.sheets.models import Sheet
from practices.sheets.reading import of_live
from practices.sheets.views.pages import foot, published

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_not_required
@require_safe
def pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Tagged A4 pages, opened in the browser."""
    if (sheet := published(slug)) is None:
        return gone(request, Sheet, slug)
    return sent(sheet, writing.pdf(told(sheet)), "application/pdf", "pdf", "inline")


@login_not_required
@require_safe
def essential(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The essential, on two sides of one sheet."""
    if (sheet := published(slug)) is None:
        return gone(request, Sheet, slug)
    page = of_live(sheet)
    content = writing.pdf(essential_of(page, foot(page)), "essential.typ")
    return sent(sheet, content, "application/pdf", "pdf", "inline", "-recto-verso")


@login_not_required
@require_safe
def docx(request: HttpRequest, slug: str) -> HttpResponseBase:
    """An editable text, downloaded."""
    if (sheet := published(slug)) is None:
        return gone(request, Sheet, slug)
    return sent(sheet, writing.docx(told(sheet), sheet.updated_at), WORD, "docx")


@login_not_required
@require_safe
def text(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Plain text, read anywhere, copied into a mail."""
    if (sheet := published(slug)) is None:
        return gone(request, Sheet, slug)
    content = writing.text(told(sheet)).encode()
    return sent(sheet, content, "text/plain; charset=utf-8", "txt", "inline")


def told(sheet: Sheet) -> dict:
    page = of_live(sheet)
    return document_of(page, foot(page))


def sent(sheet: Sheet, content: bytes, kind: str, ending: str, how="attachment", which=""):
    name = f"fiche-repere-{sheet.slug}{which}.{ending}"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
