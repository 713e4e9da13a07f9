"""Addresses of campaigns: the coordinators’ list, and the links of mails."""

from django.urls import path

from surveys.campaign.views import adding, guest, listing, mailing

DESK = "gestion/<slug:slug>/invitations/"
app_name = "campaign"
urlpatterns = [
    path(DESK, listing.index, name="list"),
    path(f"{DESK}envoi/", listing.progress, name="progress"),
    path(f"{DESK}taux/", listing.rates, name="rates"),
    path(f"{DESK}ajouter/", adding.add, name="add"),
    path(f"{DESK}ajouter/confirmer/", adding.confirm, name="confirm"),
    path(f"{DESK}<int:pk>/retirer/", adding.remove, name="remove"),
    path(f"{DESK}<int:pk>/rouvrir/", adding.reopen, name="reopen"),
    path(f"{DESK}envoyer/<slug:kind>/", mailing.send, name="send"),
    path("<slug:slug>/invitation/<str:token>/", guest.invitation, name="invitation"),
    path("<slug:slug>/invitation/<str:token>/rappels/", guest.stop, name="stop"),
]
