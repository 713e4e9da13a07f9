"""Addresses of the agenda. What is not a word of ours is the address of one event."""

from django.urls import path

from aict.listing.routes import writing_routes
from practices.events.feeds import EventFeed
from practices.events.models import Event
from practices.events.views import coordinating, pages, registering

app_name = "events"
urlpatterns = [
    path("", pages.event_list, name="list"),
    path("flux.atom", EventFeed(), name="feed"),
    path("agenda.ics", pages.calendar, name="calendar"),
    path("inscriptions/", registering.mine_list, name="mine_list"),
    path("inscription/<str:key>/", registering.mine, name="mine"),
    *writing_routes(Event),
    path("<slug:slug>/inscription/", registering.register, name="register"),
    path("<slug:slug>/inscriptions/", coordinating.registered, name="registered"),
    path("<slug:slug>/inscriptions/<int:pk>/presence/", coordinating.attendance, name="attendance"),
    path("<slug:slug>/message/", coordinating.write, name="write"),
    path("<slug:slug>/evenement.ics", pages.one_calendar, name="one_calendar"),
    path("<slug:slug>/", pages.detail, name="detail"),
]
