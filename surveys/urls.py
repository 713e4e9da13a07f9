"""Addresses of surveys; what coordinators do stands under gestion/."""

from django.urls import include, path

from surveys import views

app_name = "surveys"
urlpatterns = [
    path("", views.index, name="list"),
    path("gestion/", views.desk, name="desk"),
    path("gestion/<slug:slug>/", views.survey_desk, name="survey_desk"),
    path("gestion/<slug:slug>/faire/<slug:transition>/", views.change, name="change"),
    path("", include("surveys.answering.urls")),
    path("<slug:slug>/", views.detail, name="detail"),
]
