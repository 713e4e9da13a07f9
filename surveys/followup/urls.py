"""Addresses of what was done of the answers; read before those of the surveys."""

from django.urls import path

from surveys.followup import views
from surveys.followup.benchmark import compare
from surveys.followup.feeds import FollowUpFeed

app_name = "followup"
urlpatterns = [
    path("suites.atom", FollowUpFeed(), name="feed"),
    path("<slug:slug>/ma-reponse/comparer/", compare, name="compare"),
    path("gestion/<slug:slug>/suites/", views.board, name="board"),
    path("gestion/<slug:slug>/suites/ajouter/", views.add, name="add"),
    path("gestion/<slug:slug>/suites/<int:pk>/", views.edit, name="edit"),
    path("gestion/<slug:slug>/suites/<int:pk>/changer/", views.change, name="change"),
]
