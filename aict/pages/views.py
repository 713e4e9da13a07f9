"""The home page, the pages the law asks for, and the page machines read."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aict.pages import home as front
from aict.pages import sources, surveys, texts


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    context = {
        "latest": front.latest(),
        "sheets": front.sheets(),
        "upcoming": front.upcoming(),
        "figures": front.figures(),
        "glance": surveys.glance(),
        "categories": front.CATEGORIES,
        "profiles": front.PROFILES,
    }
    return render(request, "pages/home.html", context)


def _text_page(template: str, **shown):
    """A public page to read; `shown` is what its text lists."""

    @login_not_required
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        people = {"publisher": settings.PUBLISHER, "contact": settings.CONTACT_EMAIL}
        return render(request, template, {**people, "host": settings.HOSTING, **shown})

    return view


legal = _text_page("pages/legal.html")
privacy = _text_page("pages/privacy.html", kept=texts.KEPT)
accessibility = _text_page("pages/accessibility.html")
help_page = _text_page("pages/help.html", sections=texts.HELP, categories=front.CATEGORIES)
data_sources = _text_page("pages/data_sources.html", sources=sources.SOURCES)


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    return redirect(static("img/favicon.svg"))


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 when pages can be served, 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"etat": "panne", "base": "injoignable"}, status=503)
    return JsonResponse({"etat": "ok", "base": "ok"})
