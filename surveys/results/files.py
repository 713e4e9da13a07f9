"""Charts and tables of results as files, the same for readers and for the preview."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from aict.documents.png import png
from aict.ui.transfer import csv_response
from surveys.results import exports, wording
from surveys.results.charts import Chart
from surveys.results.edition import WAYS, Edition
from surveys.results.kept import kept
from surveys.results.pages import asked_of
from surveys.results.report import docx, pdf

TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def chart_of(request: HttpRequest, edition: Edition, question: str) -> Chart:
    """The chart that the address asks for; 404 when it is not published."""
    asked = asked_of(edition, question)
    way = request.GET.get("par", "")
    by = edition.ways_of(question).get(way)
    if way and (way not in WAYS.values() or by is None):
        raise Http404("Cette comparaison n’est pas publiée.")
    return edition.chart(asked, by.id if by else "")


def svg_file(request: HttpRequest, edition: Edition, question: str) -> HttpResponseBase:
    chart = chart_of(request, edition, question)
    drawn = chart.svg(wording.source(edition)).encode()
    return sent(request, edition, f"{question}.svg", drawn, inline=True)


def png_file(request: HttpRequest, edition: Edition, question: str) -> HttpResponseBase:
    chart = chart_of(request, edition, question)
    return sent(request, edition, f"{question}.png", png(chart.svg(wording.source(edition))))


def csv_file(request: HttpRequest, edition: Edition, question: str) -> HttpResponseBase:
    """The table twin of a chart."""
    chart = chart_of(request, edition, question)
    name = f"{edition.survey.slug}-{question}.csv"
    return csv_response(name, chart.header, chart.file_rows)


def tables_file(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    """Every published table, one line for each number."""
    name = f"{edition.survey.slug}-tableaux.csv"
    lines = kept(("lines", *edition.key), lambda: list(exports.rows(edition)))
    return csv_response(name, exports.HEADER, lines)


def pdf_file(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    content = kept(("pdf", *edition.key), lambda: pdf(edition))
    return sent(request, edition, f"analyse-{edition.survey.slug}.pdf", content, inline=True)


def docx_file(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    content = kept(("docx", *edition.key), lambda: docx(edition))
    return sent(request, edition, f"analyse-{edition.survey.slug}.docx", content)


def sent(
    request: HttpRequest, edition: Edition, name: str, content: bytes, inline: bool = False
) -> HttpResponseBase:
    """The file, or 304 when the reader holds that very edition of it."""
    etag = '"{}"'.format("-".join(map(str, edition.key)))
    if answer := get_conditional_response(request, etag):
        return answer
    response = HttpResponse(content, content_type=TYPES[name.rsplit(".", 1)[1]])
    kind = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{kind}; filename="{name}"'
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    return response
