"""Addresses of surveys; what coordinators do stands under gestion/."""

from django.urls import include, path

from surveys.feeds import SurveyFeed
from surveys.views import desk, public

app_name = "surveys"
urlpatterns = [
    path("", public.index, name="list"),
    path("flux.atom", SurveyFeed(), name="feed"),
    path("gestion/", desk.desk, name="desk"),
    path("gestion/nouvelle/", desk.new, name="new"),
    path("gestion/<slug:slug>/", desk.survey_desk, name="survey_desk"),
    path("gestion/<slug:slug>/reglages/", desk.settings, name="settings"),
    path("gestion/<slug:slug>/supprimer/", desk.remove, name="remove"),
    path("gestion/<slug:slug>/faire/<slug:transition>/", desk.change, name="change"),
    path("", include("surveys.answering.urls")),
    path("<slug:slug>/", public.detail, name="detail"),
    path("<slug:slug>/questions/", public.questions, name="questions"),
    path("<slug:slug>/questionnaire.json", public.questionnaire_file, name="questionnaire_file"),
]
