from django.urls import path

from aict.moderation.views import edit, mine
from practices.views import resembling

app_name = "practices"
KIND = {"kind": "practice"}
urlpatterns = [
    path("ressemblances/", resembling.resembling, name="resembling"),
    path("proposer/", edit.propose, KIND, name="propose"),
    path("<str:key>/modifier/", edit.edit, KIND, name="edit"),
    path("<str:key>/modifier/<slug:part>/", edit.edit, KIND, name="edit_part"),
    path("<str:key>/verifier/", mine.check, KIND, name="check"),
    path("<str:key>/apercu/", mine.preview, KIND, name="preview"),
]
