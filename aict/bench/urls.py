"""The site, and two limits beside it: an empty view, and the list's template on constant data."""

from django.urls import include, path

from aict.bench import floors

urlpatterns = [
    path("mesures/vide/", floors.nothing),
    path("mesures/gabarit/", floors.template),
    path("", include("aict.urls")),
]
