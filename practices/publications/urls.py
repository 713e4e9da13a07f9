"""Addresses of publications. What is not a word of ours is the address of one of them."""

from django.urls import path

from aict.listing.routes import writing_routes
from practices.publications import views
from practices.publications.feeds import PublicationFeed
from practices.publications.models import Publication

app_name = "publications"
urlpatterns = [
    path("", views.publication_list, name="list"),
    path("flux.atom", PublicationFeed(), name="feed"),
    *writing_routes(Publication),
    path("<slug:slug>/", views.detail, name="detail"),
]
