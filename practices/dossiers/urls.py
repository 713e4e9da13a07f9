"""Addresses of those who write dossiers. The reader's is in the roof's list, without namespace."""

from django.urls import path

from practices.dossiers.views import add, edit, mine, share

app_name = "dossiers"
urlpatterns = [
    path("", mine.mine, name="mine"),
    path("nouveau/", mine.new, name="new"),
    path("ajouter/<uuid:token>/", add.add, name="add"),
    path("<uuid:token>/", edit.edit, name="edit"),
    path("<uuid:token>/apercu/", edit.preview, name="preview"),
    path("<uuid:token>/dossier.pdf", edit.pdf, name="pdf"),
    path("<uuid:token>/partage/", share.share, name="sharing"),
    path("<uuid:token>/partage/<int:pk>/couper/", share.revoke, name="revoke"),
    path("<uuid:token>/equipe/", share.add_editor, name="add_editor"),
    path("<uuid:token>/quitter/", mine.leave, name="leave"),
    path("<uuid:token>/supprimer/", mine.delete, name="delete"),
]
