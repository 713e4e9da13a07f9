"""Addresses of lessons: the public list, and the protected channel behind it."""

from django.urls import path

from practices.lessons.feeds import LessonFeed
from practices.lessons.views import reading, telling

app_name = "lessons"
urlpatterns = [
    path("", reading.lesson_list, name="list"),
    path("flux.atom", LessonFeed(), name="feed"),
    path("raconter/", telling.tell, name="tell"),
    path("les-miens/", telling.mine, name="mine"),
    path("relecture/", telling.board, name="board"),
    path("suivi/<uuid:token>/", telling.statement, name="statement"),
    path("suivi/<uuid:token>/modifier/", telling.edit, name="edit"),
    path("suivi/<uuid:token>/faire/<slug:transition>/", telling.change, name="change"),
    path("<slug:slug>/", reading.lesson, name="detail"),
]
