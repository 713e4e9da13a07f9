"""Addresses of the answers that come from files, and go into files."""

from django.urls import path

from surveys.intake import files, views

app_name = "intake"
urlpatterns = [
    path("gestion/<slug:slug>/importer/", views.home, name="home"),
    path("gestion/import/<uuid:token>/", views.run, name="run"),
    path("gestion/import/<uuid:token>/colonnes/", views.columns, name="columns"),
    path("gestion/import/<uuid:token>/mots/", views.words, name="words"),
    path("gestion/import/<uuid:token>/relancer/", views.again, name="again"),
    path("gestion/import/<uuid:token>/confirmer/", views.confirm, name="confirm"),
    path("gestion/import/<uuid:token>/rapport.csv", views.report_csv, name="report"),
    path("gestion/<slug:slug>/fichiers/", files.files, name="files"),
    path("gestion/<slug:slug>/fichiers/<slug:form>.csv", files.file, name="file"),
]
