"""Pages that combine rooms. Read after the rooms' own addresses: a word of theirs is no slug."""

from django.urls import path

from aict.pages import funding
from aict.pages.actor import actor
from aict.pages.elected.views import elected
from aict.pages.introduction import choose
from aict.pages.need import need, needs
from aict.pages.observatory import views as observatory
from aict.pages.partnership import partnership
from aict.pages.practice import practice
from aict.pages.sheet import sheet
from aict.pages.surveys import last
from aict.pages.territory import finder, territory

urlpatterns = [
    path("elus/", elected, name="elected"),
    path("resultats/", last, name="last_results"),
    path("besoins/", needs, name="needs"),
    path("besoins/<slug:slug>/", need, name="need"),
    path("mises-en-relation/<uuid:token>/choisir/", choose, name="introduction_choose"),
    path("acteurs/<slug:slug>/", actor, name="actor"),
    path("partenariats/<slug:slug>/", partnership, name="partnership"),
    path("financements/montage/depuis/", funding.practices_of_mine, name="montage_practices"),
    path("financements/montage/depuis/<slug:slug>/", funding.montage_of, name="montage_of"),
    path("financements/<slug:slug>/", funding.detail, name="funding"),
    path("observatoire/", observatory.observatory, name="observatory"),
    path("observatoire/<slug:slug>.csv", observatory.table, name="observatory_table"),
    path("pratiques/<slug:slug>/", practice, name="practice"),
    path("fiches-reperes/<slug:slug>/", sheet, name="sheet"),
    path("territoires/", finder, name="territories"),
    path("territoires/<str:key>/", territory, name="territory"),
]
