"""Addresses of the directory. What is not a word of ours is the address of an actor (the roof's)."""

from django.urls import path

from aict.listing.routes import writing_routes
from partnerships.actors.feeds import ActorFeed
from partnerships.models import Actor
from partnerships.views import actor

app_name = "actors"
urlpatterns = [
    path("", actor.actor_list, name="list"),
    path("flux.atom", ActorFeed(), name="feed"),
    path("doublons/", actor.duplicates, name="duplicates"),
    path("doublons/<slug:kept>/<slug:left>/", actor.merge, name="merge"),
    path("fusions/<int:pk>/defaire/", actor.undo_merge, name="undo_merge"),
    *writing_routes(Actor),
]
