"""Addresses of partnerships. The page of one of them is composed in the roof, with its practices."""

from django.urls import path

from aict.moderation.views import edit, mine
from partnerships.views import suggestions

app_name = "partnerships"
KIND = {"kind": "partnership"}
urlpatterns = [
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("proposer/", edit.propose, KIND, name="propose"),
    path("<str:key>/modifier/", edit.edit, KIND, name="edit"),
    path("<str:key>/modifier/<slug:part>/", edit.edit, KIND, name="edit_part"),
    path("<str:key>/verifier/", mine.check, KIND, name="check"),
    path("<str:key>/apercu/", mine.preview, KIND, name="preview"),
]
