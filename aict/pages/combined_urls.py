"""Pages that combine rooms. Read after the rooms' own addresses: a word of theirs is no slug."""

from django.urls import path

from aict.pages.partnership import partnership

urlpatterns = [
    path("partenariats/<slug:slug>/", partnership, name="partnership"),
]
