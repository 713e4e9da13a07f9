"""Addresses of surveys; what coordinators do stands under gestion/."""

from django.urls import include, path

from surveys.feeds import SurveyFeed
from surveys.views import desk, editing, previewing, public

app_name = "surveys"
urlpatterns = [
    path("", public.index, name="list"),
    path("flux.atom", SurveyFeed(), name="feed"),
    path("gestion/", desk.desk, name="desk"),
    path("gestion/nouvelle/", desk.new, name="new"),
    path("gestion/<slug:slug>/", desk.survey_desk, name="survey_desk"),
    path("gestion/<slug:slug>/reglages/", desk.settings, name="settings"),
    path("gestion/<slug:slug>/supprimer/", desk.remove, name="remove"),
    path("gestion/<slug:slug>/questionnaire/", editing.questionnaire, name="questionnaire"),
    path("gestion/<slug:slug>/questionnaire/presentation/", editing.edit_whole, name="edit_whole"),
    path("gestion/<slug:slug>/questionnaire/fichier/", editing.replace, name="replace"),
    path(
        "gestion/<slug:slug>/questionnaire/section/<slug:section>/",
        editing.edit_section,
        name="edit_section",
    ),
    path(
        "gestion/<slug:slug>/questionnaire/question/<slug:question>/",
        editing.edit_question,
        name="edit_question",
    ),
    path("gestion/<slug:slug>/apercu/", previewing.start, name="preview"),
    path("gestion/<slug:slug>/apercu/<slug:section>/", previewing.section, name="preview_section"),
    path("gestion/<slug:slug>/faire/<slug:transition>/", desk.change, name="change"),
    path("", include("surveys.answering.urls")),
    path("<slug:slug>/", public.detail, name="detail"),
    path("<slug:slug>/questions/", public.questions, name="questions"),
    path("<slug:slug>/questionnaire.json", public.questionnaire_file, name="questionnaire_file"),
]
