"""Addresses of results. Each page stands twice: for readers, and for coordinators before publication."""

from django.urls import path

from surveys.results import files, pages
from surveys.results.views import publication
from surveys.results.views.opening import Show, opened, previewed

app_name = "results"
PUBLIC, PREVIEW = "<slug:slug>/resultats/", "gestion/<slug:slug>/publication/apercu/"
# What follows the two addresses above, its name, what it shows. Whole documents come before questions.
SHOWN: list[tuple[str, str, Show]] = [
    ("", "page", pages.whole),
    ("tableaux.csv", "tables", files.tables_file),
    ("analyse.pdf", "pdf", files.pdf_file),
    ("analyse.docx", "docx", files.docx_file),
    ("<slug:question>/", "question", pages.question),
    ("<slug:question>.svg", "svg", files.svg_file),
    ("<slug:question>.png", "png", files.png_file),
    ("<slug:question>.csv", "csv", files.csv_file),
]
DESK = "gestion/<slug:slug>/publication/"
urlpatterns = [
    path(DESK, publication.desk, name="publication"),
    path(f"{DESK}preparer/", publication.prepare, name="prepare"),
    path(f"{DESK}questions/<slug:question>/", publication.setting, name="setting"),
    path(f"{DESK}publier/", publication.publish, name="publish"),
    path(f"{DESK}retirer/", publication.withdraw, name="withdraw"),
    *(path(f"{PUBLIC}{rest}", opened(show), name=name) for rest, name, show in SHOWN),
    *(
        path(f"{PREVIEW}{rest}", previewed(show), name=f"preview_{name}")
        for rest, name, show in SHOWN
    ),
]
