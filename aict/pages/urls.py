"""Pages that belong to no room, and those that combine several."""

from django.urls import path

from aict.pages import gallery, views
from aict.pages.search import search

urlpatterns = [
    path("", views.home, name="home"),
    path("recherche/", search, name="search"),
    path("galerie/", gallery.gallery, name="gallery"),
    path("mentions-legales/", views.legal, name="legal"),
    path("confidentialite/", views.privacy, name="privacy"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("donnees/", views.data_sources, name="data_sources"),
    path("aide/", views.help_page, name="help"),
    # Browsers ask for it even where a page names another one.
    path("favicon.ico", views.favicon, name="favicon"),
    path("sante/", views.health, name="health"),
]
