"""Addresses of funding lines. The page of one of them is composed in the roof, with its practices."""

from django.urls import path

from aict.listing import page_views
from aict.moderation.views import edit, mine
from partnerships.funding.feeds import FundingFeed
from partnerships.models import Funding
from partnerships.views import following, funding, montage

app_name = "funding"
KIND, MODEL = {"kind": "funding"}, {"model": Funding}
urlpatterns = [
    path("", funding.funding_list, name="list"),
    path("flux.atom", FundingFeed(), name="feed"),
    path("echeances.ics", following.deadlines, name="calendar"),
    path("montage/", montage.montage, name="montage"),
    path("caisse-des-depots-et-afd/", funding.convergence_note, name="convergence"),
    path("suivis/", following.mine, name="followed"),
    path("suivi/<str:key>/", following.stop, name="stop"),
    path("proposer/", edit.propose, KIND, name="propose"),
    path("<str:key>/modifier/", edit.edit, KIND, name="edit"),
    path("<str:key>/modifier/<slug:part>/", edit.edit, KIND, name="edit_part"),
    path("<str:key>/verifier/", mine.check, KIND, name="check"),
    path("<str:key>/apercu/", mine.preview, KIND, name="preview"),
    path("<slug:slug>/suivre/", following.follow, name="follow"),
    path("<slug:slug>/echeance.ics", following.deadline, name="deadline"),
    path("<slug:slug>/versions/", page_views.history, MODEL, name="versions"),
    path("<slug:slug>/signaler/", page_views.report, MODEL, name="report"),
]
