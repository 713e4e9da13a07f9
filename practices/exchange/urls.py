"""Addresses of questions and reuses; those about one practice stand under its own."""

from django.urls import path

from practices.exchange.views import about, questions, reuses

app_name = "exchange"
ABOUT, QUESTION, REUSE = "pratiques/<slug:slug>/", "echanges/questions/", "echanges/reprises/"
urlpatterns = [
    path(f"{ABOUT}questions/", about.questions, name="questions"),
    path(f"{ABOUT}questions/poser/", about.ask, name="ask"),
    path(f"{ABOUT}reprises/", about.reuses, name="reuses"),
    path(f"{ABOUT}reprises/declarer/", about.declare, name="declare"),
    path("echanges/", questions.mine, name="mine"),
    path("echanges/suivi/", questions.board, name="board"),
    path(f"{QUESTION}<uuid:token>/", questions.question, name="question"),
    path(f"{QUESTION}<uuid:token>/faire/<slug:transition>/", questions.change, name="change"),
    path(f"{QUESTION}reponse/<str:key>/", questions.answer, name="answer"),
    path(f"{REUSE}<uuid:token>/", reuses.reuse, name="reuse"),
    path(f"{REUSE}<uuid:token>/faire/<slug:transition>/", reuses.change, name="change_reuse"),
    path(f"{REUSE}suite/<str:key>/", reuses.follow, name="follow"),
]
