"""Addresses of funding lines. The page of one of them is composed in the roof, with its practices."""

from django.urls import path

from aict.listing.routes import writing_routes
from partnerships.funding.feeds import FundingFeed
from partnerships.models import Funding
from partnerships.views import following, funding, montage

app_name = "funding"
urlpatterns = [
    path("", funding.funding_list, name="list"),
    path("flux.atom", FundingFeed(), name="feed"),
    path("echeances.ics", following.deadlines, name="calendar"),
    path("montage/", montage.montage, name="montage"),
    path("caisse-des-depots-et-afd/", funding.convergence_note, name="convergence"),
    path("suivis/", following.mine, name="followed"),
    path("suivi/<str:key>/", following.stop, name="stop"),
    path("<slug:slug>/suivre/", following.follow, name="follow"),
    path("<slug:slug>/echeance.ics", following.deadline, name="deadline"),
    *writing_routes(Funding),
]
