"""Accounts: our own pages here, allauth's under French addresses in sign_in_urls.py."""

from django.urls import include, path

from aict.people.views import account, memberships, people

own = [
    path("", account.account, name="account"),
    path("profil/", account.profile, name="profile"),
    path("mes-donnees/", account.data, name="data"),
    path("effacement/", account.erase, name="erase"),
    path("appartenances/", memberships.queue, name="memberships"),
    path("appartenances/declarer/", memberships.declare, name="declare"),
    path("appartenances/<int:pk>/confirmer/", memberships.confirm, name="confirm"),
    path("appartenances/<int:pk>/refuser/", memberships.refuse, name="refuse"),
    path("appartenances/<int:pk>/quitter/", memberships.leave, name="leave"),
    path("personnes/", people.people, name="people"),
    path("personnes/<int:pk>/role/", people.change_role, name="change_role"),
]

urlpatterns = [
    path("", include((own, "people"))),
    path("", include("aict.people.sign_in_urls")),
]
