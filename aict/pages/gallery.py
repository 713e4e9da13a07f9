"""/galerie/: every component in all its states, with the line that calls it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aict.pages import gallery_charts, gallery_data, gallery_forms


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    form, formset = gallery_forms.with_errors(), gallery_forms.steps()
    context = {
        "form": form,
        "formset": formset,
        "formsets": [formset],
        "page": Paginator(range(240), 20).page(5),
        "survey_charts": gallery_charts.section(),
        **gallery_data.SAMPLES,
    }
    response = render(request, "ui/gallery.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
