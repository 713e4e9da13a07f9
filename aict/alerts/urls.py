"""Alerts without account, alerts of an account, pages kept."""

from django.urls import path

from aict.alerts.views import asking, keeping, managing

app_name = "alerts"
urlpatterns = [
    path("alertes/", asking.home, name="home"),
    path("alertes/creer/", asking.create, name="create"),
    path("alertes/message-envoye/", asking.sent, name="sent"),
    path("alertes/confirmer/<str:key>/", asking.confirm, name="confirm"),
    path("alertes/gerer/<str:key>/", managing.manage, name="manage"),
    path("alertes/gerer/<str:key>/<uuid:token>/", managing.change_by_link, name="change_by_link"),
    path("alertes/arreter/<str:key>/", managing.stop, name="stop"),
    path("compte/alertes/", managing.mine, name="mine"),
    path("compte/alertes/<uuid:token>/", managing.change, name="change"),
    path("compte/gardees/", keeping.kept, name="kept"),
    path("compte/gardees/<uuid:token>/", keeping.keep, name="keep"),
]
