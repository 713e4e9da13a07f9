"""Addresses of results. Each page stands twice: for readers, and for coordinators before publication."""

from django.urls import path

from surveys.results import files, pages
from surveys.results.views import analysis, polls, publication, respondents, waves
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
COMPARE = "gestion/<slug:slug>/comparer/"
ANALYSIS = "gestion/<slug:slug>/analyse/"
urlpatterns = [
    path(ANALYSIS, analysis.analysis, name="analysis"),
    path(f"{ANALYSIS}repondants/", respondents.respondents, name="respondents"),
    path(f"{ANALYSIS}repondants/<uuid:pk>/", respondents.answers, name="respondent_answers"),
    path(f"{ANALYSIS}<slug:question>/", analysis.question, name="analysis_question"),
    path(COMPARE, waves.compare, name="compare"),
    path(f"{COMPARE}sondage/", polls.edit, name="poll_new"),
    path(f"{COMPARE}sondage/<int:pk>/", polls.edit, name="poll_edit"),
    path(f"{COMPARE}sondage/<int:pk>/chiffres/", polls.figures, name="poll_figures"),
    path(f"{COMPARE}sondage/<int:pk>/fichier/", polls.file, name="poll_file"),
    path(f"{COMPARE}sondage/<int:pk>/supprimer/", polls.remove, name="poll_remove"),
    path(f"{COMPARE}<slug:other>/<slug:question>/", waves.mapping, name="mapping"),
    path(DESK, publication.desk, name="publication"),
    path(f"{DESK}preparer/", publication.prepare, name="prepare"),
    path(f"{DESK}questions/", publication.settings_of_all, name="settings"),
    path(f"{DESK}questions/<slug:question>/", publication.setting, name="setting"),
    path(f"{DESK}publier/", publication.publish, name="publish"),
    path(f"{DESK}retirer/", publication.withdraw, name="withdraw"),
    *(path(f"{PUBLIC}{rest}", opened(show), name=name) for rest, name, show in SHOWN),
    *(
        path(f"{PREVIEW}{rest}", previewed(show), name=f"preview_{name}")
        for rest, name, show in SHOWN
    ),
]
