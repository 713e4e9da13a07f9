"""Addresses of the directory. What is not a word of ours is the address of an actor (the roof's)."""

from django.urls import path

from aict.listing import page_views
from aict.moderation.views import edit, mine
from partnerships.actors.feeds import ActorFeed
from partnerships.models import Actor
from partnerships.views import actor

app_name = "actors"
KIND, MODEL = {"kind": "actor"}, {"model": Actor}
urlpatterns = [
    path("", actor.actor_list, name="list"),
    path("flux.atom", ActorFeed(), name="feed"),
    path("doublons/", actor.duplicates, name="duplicates"),
    path("doublons/<slug:kept>/<slug:left>/", actor.merge, name="merge"),
    path("fusions/<int:pk>/defaire/", actor.undo_merge, name="undo_merge"),
    path("proposer/", edit.propose, KIND, name="propose"),
    path("<str:key>/modifier/", edit.edit, KIND, name="edit"),
    path("<str:key>/modifier/<slug:part>/", edit.edit, KIND, name="edit_part"),
    path("<str:key>/verifier/", mine.check, KIND, name="check"),
    path("<str:key>/apercu/", mine.preview, KIND, name="preview"),
    path("<slug:slug>/versions/", page_views.history, MODEL, name="versions"),
    path("<slug:slug>/signaler/", page_views.report, MODEL, name="report"),
]
