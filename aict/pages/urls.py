"""Pages that belong to no room, and those that combine several."""

from django.urls import path

from aict.pages import gallery, local_mail, views
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
    path("compte/courrier-local/", local_mail.mails, name="local_mails"),
    path("compte/courrier-local/<slug:name>/", local_mail.mail, name="local_mail"),
    path("compte/courrier-local/<slug:name>/html/", local_mail.mail_html, name="local_mail_html"),
    path("sante/", views.health, name="health"),
]
