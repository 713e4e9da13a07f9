"""Addresses of fiches-repères. The page of one of them is composed in the roof."""

from django.urls import path

from aict.listing.routes import writing_routes
from practices.sheets.feeds import SheetFeed
from practices.sheets.models import Sheet
from practices.sheets.views import files, pages, writing

app_name = "sheets"
urlpatterns = [
    path("", pages.sheet_list, name="list"),
    path("flux.atom", SheetFeed(), name="feed"),
    path("exemples-possibles/", writing.practices, name="practices"),
    *writing_routes(Sheet),
    path("<slug:slug>/recto-verso.pdf", files.essential, name="essential"),
    path("<slug:slug>.pdf", files.pdf, name="pdf"),
    path("<slug:slug>.docx", files.docx, name="docx"),
    path("<slug:slug>.txt", files.text, name="text"),
]
