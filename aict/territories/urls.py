from django.urls import path

from aict.territories import views

app_name = "territories"
urlpatterns = [
    path("territoires/chercher/", views.suggestions, name="suggestions"),
]
