"""Addresses of practices. The page of one is composed in the roof: aict/pages/practice.py."""

from django.urls import path

from aict.listing.routes import writing_routes
from practices.feeds import PracticeFeed
from practices.models import Practice
from practices.views import brief, comparing, imports, resembling
from practices.views.list import practice_list

app_name = "practices"
urlpatterns = [
    path("", practice_list, name="list"),
    path("flux.atom", PracticeFeed(), name="feed"),
    path("comparer/", comparing.compare, name="compare"),
    path("ressemblances/", resembling.resembling, name="resembling"),
    path("importer/", imports.home, name="imports"),
    path("importer/<uuid:token>/", imports.run, name="import"),
    path("importer/<uuid:token>/colonnes/", imports.columns, name="import_columns"),
    path("importer/<uuid:token>/mots/", imports.words, name="import_words"),
    path("importer/<uuid:token>/relancer/", imports.again, name="import_again"),
    path("importer/<uuid:token>/confirmer/", imports.confirm, name="import_confirm"),
    path("importer/<uuid:token>/rapport.csv", imports.report_csv, name="import_report"),
    *writing_routes(Practice),
    path("<slug:slug>/brief/", brief.brief, name="brief"),
    path("<slug:slug>/brief.pdf", brief.brief_pdf, name="brief_pdf"),
]
