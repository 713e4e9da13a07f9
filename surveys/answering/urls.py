"""Addresses of who answers. The key is never in one of them."""

from django.urls import path

from surveys.answering.views import beginning, ending, sections

urlpatterns = [
    path("<slug:slug>/repondre/", beginning.start, name="start"),
    path("<slug:slug>/repondre/<slug:section>/", sections.section, name="section"),
    path("<slug:slug>/repondre/<slug:section>/brouillon/", sections.save, name="save"),
    path("<slug:slug>/ma-cle/", beginning.key, name="key"),
    path("<slug:slug>/reprendre/", beginning.resume, name="resume"),
    path("<slug:slug>/verifier/", ending.summary, name="summary"),
    path("<slug:slug>/envoyer/", ending.send, name="send"),
    path("<slug:slug>/ma-reponse/", ending.mine, name="mine"),
    path("<slug:slug>/ma-reponse/document/", ending.mine_pdf, name="mine_pdf"),
    path("<slug:slug>/ma-reponse/effacer/", ending.erase, name="erase"),
    path("<slug:slug>/ma-reponse/oublier/", beginning.forget, name="forget"),
]
