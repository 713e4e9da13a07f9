from django.urls import path

from aict.links.views import links

app_name = "links"
urlpatterns = [path("", links, name="links")]
