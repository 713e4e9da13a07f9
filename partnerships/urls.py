"""Addresses of partnerships. The page of one of them is composed in the roof, with its practices."""

from django.urls import path

from aict.listing.routes import writing_routes
from partnerships.feeds import PartnershipFeed
from partnerships.models import Partnership
from partnerships.views import imports, partnership, suggestions
from partnerships.views import map as map_views

app_name = "partnerships"
urlpatterns = [
    path("", partnership.partnership_list, name="list"),
    path("flux.atom", PartnershipFeed(), name="feed"),
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("importer/", imports.home, name="imports"),
    path("importer/<uuid:token>/", imports.run, name="import"),
    path("importer/<uuid:token>/relancer/", imports.again, name="import_again"),
    path("importer/<uuid:token>/confirmer/", imports.confirm, name="import_confirm"),
    path("importer/<uuid:token>/rapport.csv", imports.report_csv, name="import_report"),
    path("importer/<uuid:token>/<int:number>/", imports.settle, name="import_row"),
    path("carte/", map_views.world, name="map"),
    path("carte/france/", map_views.france, name="map_france"),
    path("carte/points.json", map_views.points, name="map_points"),
    *writing_routes(Partnership),
]
