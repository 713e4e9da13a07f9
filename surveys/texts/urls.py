"""Addresses of free words, for coordinators only; read before those of the surveys."""

from django.urls import path

from surveys.texts.views import coding, quoting

app_name = "texts"
HERE = "gestion/<slug:slug>/textes/"
urlpatterns = [
    path(HERE, coding.board, name="board"),
    path(f"{HERE}citations/<int:pk>/", quoting.quote, name="quote"),
    path(f"{HERE}citations/<int:pk>/reprendre/", quoting.rewrite, name="rewrite"),
    path(f"{HERE}<slug:question>/", coding.listing, name="list"),
    path(f"{HERE}<slug:question>/themes.csv", coding.theme_file, name="themes_csv"),
    path(f"{HERE}<slug:question>/themes/", coding.theme, name="new_theme"),
    path(f"{HERE}<slug:question>/themes/<int:pk>/", coding.theme, name="theme"),
    path(f"{HERE}<slug:question>/<slug:token>/", coding.one, name="one"),
    path(f"{HERE}<slug:question>/<slug:token>/citer/", quoting.propose, name="propose"),
]
