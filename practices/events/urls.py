"""Addresses of the agenda. What is not a word of ours is the address of one event."""

from django.urls import path

from aict.listing.routes import writing_routes
from practices.events.feeds import EventFeed
from practices.events.models import Event
from practices.events.views import pages

app_name = "events"
urlpatterns = [
    path("", pages.event_list, name="list"),
    path("flux.atom", EventFeed(), name="feed"),
    path("agenda.ics", pages.calendar, name="calendar"),
    *writing_routes(Event),
    path("<slug:slug>/evenement.ics", pages.one_calendar, name="one_calendar"),
    path("<slug:slug>/", pages.detail, name="detail"),
]
