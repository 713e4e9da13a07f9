"""Addresses of the page of the dynamic."""

from django.urls import path

from aict.dynamic import views

app_name = "dynamic"
urlpatterns = [
    path("", views.page, name="page"),
    path("contact/", views.contact, name="contact"),
    path("modifier/", views.edit, name="edit"),
    path("versions/", views.history, name="versions"),
    path("versions/<int:number>/", views.one_version, name="version"),
    path("versions/<int:number>/retablir/", views.restore, name="restore"),
]
