"""Addresses of introductions. Choosing whom to ask is composed in the roof: it reads practices."""

from django.urls import path

from partnerships.views import introduction, introduction_answer, introduction_board

app_name = "introductions"
urlpatterns = [
    path("", introduction.mine, name="list"),
    path("demander/", introduction.ask, name="ask"),
    path("suivi/", introduction_board.board, name="board"),
    path("besoins/", introduction_board.unmet_needs, name="unmet"),
    path("reponse/<str:key>/", introduction_answer.answer, name="answer"),
    path("<uuid:token>/", introduction.detail, name="detail"),
    path("<uuid:token>/modifier/", introduction.edit, name="edit"),
    path("<uuid:token>/repondre/", introduction_answer.reply, name="reply"),
    path("<uuid:token>/faire/<slug:transition>/", introduction.change, name="change"),
]
