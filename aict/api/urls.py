"""Version 1 of the API: what stands here keeps its address and its shape."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from aict.api.docs import documentation, unknown
from partnerships.actors.api import ActorViewSet
from partnerships.api import PartnershipViewSet
from partnerships.funding.api import FundingViewSet
from practices.api import PracticeViewSet
from practices.events.api import EventViewSet
from practices.lessons.api import LessonViewSet
from practices.publications.api import PublicationViewSet
from practices.sheets.api import SheetViewSet
from surveys.results.api import SurveyViewSet

router = SimpleRouter()
router.register("pratiques", PracticeViewSet, "practice")
router.register("partenariats", PartnershipViewSet, "partnership")
router.register("acteurs", ActorViewSet, "actor")
router.register("financements", FundingViewSet, "funding")
router.register("retours-d-experience", LessonViewSet, "lesson")
router.register("agenda", EventViewSet, "event")
router.register("publications", PublicationViewSet, "publication")
router.register("fiches-reperes", SheetViewSet, "sheet")
router.register("enquetes", SurveyViewSet, "survey")

app_name = "api"
urlpatterns = [
    path("", include(router.urls)),
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="openapi"),
    path("docs/", documentation, name="docs"),
    re_path("", unknown, name="unknown"),
]
