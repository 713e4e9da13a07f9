"""Pages that combine rooms. Read after the rooms' own addresses: a word of theirs is no slug."""

from django.urls import path

from aict.pages.actor import actor
from aict.pages.partnership import partnership

urlpatterns = [
    path("acteurs/<slug:slug>/", actor, name="actor"),
    path("partenariats/<slug:slug>/", partnership, name="partnership"),
]
