"""The roof: every address of the site. Each room keeps its own list."""

from django.contrib import admin
from django.urls import include, path

from aict.ui.resolving import ByFirstWord

addresses = [
    path("", include("aict.pages.urls")),
    path("", include("aict.territories.urls")),
    path("", include("aict.moderation.urls")),
    path("", include("aict.alerts.urls")),
    path("liens/", include("aict.links.urls")),
    path("dynamique/", include("aict.dynamic.urls")),
    path("pratiques/", include("practices.urls")),
    path("", include("practices.exchange.urls")),
    path("publications/", include("practices.publications.urls")),
    path("retours-d-experience/", include("practices.lessons.urls")),
    path("partenariats/", include("partnerships.urls")),
    path("acteurs/", include("partnerships.actors.urls")),
    path("financements/", include("partnerships.funding.urls")),
    path("agenda/", include("practices.events.urls")),
    path("fiches-reperes/", include("practices.sheets.urls")),
    path("mises-en-relation/", include("partnerships.introductions.urls")),
    path("enquetes/", include("surveys.campaign.urls")),
    path("enquetes/", include("surveys.results.urls")),
    path("enquetes/", include("surveys.followup.urls")),
    path("enquetes/", include("surveys.intake.urls")),
    path("enquetes/", include("surveys.texts.urls")),
    path("enquetes/", include("surveys.urls")),
    path("api/v1/", include("aict.api.urls")),
    path("administration/", admin.site.urls),
    path("compte/dossiers/", include("practices.dossiers.urls")),
    path("dossiers/", include("practices.dossiers.shared_urls")),
    path("compte/", include("aict.people.urls")),
    path("", include("aict.pages.combined_urls")),
]
urlpatterns = [ByFirstWord(addresses)]
