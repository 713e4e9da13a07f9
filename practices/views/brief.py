"""The one-page brief, on screen and as a PDF."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from practices.brief import brief_of
from practices.brief_pdf import brief_pdf as make_pdf
from practices.views.finding import published_or_404


@login_not_required
@require_safe
def brief(request, slug: str):
    """Two minutes on a phone, no account, no acronym."""
    practice = published_or_404(slug)
    address = settings.SITE_URL + reverse("practices:brief", args=[slug])
    context = {"brief": brief_of(practice), "practice": practice, "address": address}
    return render(request, "practices/brief.html", context)


@login_not_required
@require_safe
def brief_pdf(request, slug: str):
    """The same, one A4 page, tagged."""
    practice = published_or_404(slug)
    pdf = make_pdf(brief_of(practice), settings.SITE_URL + practice.get_absolute_url())
    headers = {"Content-Disposition": f'inline; filename="brief-{slug}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
