"""Lessons for machines: read only. Fields are only ever added, and never one that leads to somebody."""

from django.conf import settings
from rest_framework import serializers

from aict.listing.api import ListedViewSet, described
from practices.lessons.filters import LessonFilter
from practices.lessons.models import Lesson


class LessonSerializer(serializers.ModelSerializer):
    url = serializers.SerializerMethodField(help_text="Sa page, pour les lecteurs.")
    titre = serializers.CharField(source="title")
    ce_qui_a_ete_tente = serializers.CharField(source="tried")
    ce_qui_n_a_pas_marche = serializers.CharField(source="wrong")
    a_la_place = serializers.CharField(source="instead")
    niveau = serializers.CharField(source="level", help_text="Vide quand il n’est pas dit.")
    taille = serializers.CharField(source="band", help_text="Vide quand elle n’est pas dite.")
    categorie = serializers.CharField(source="category")
    modalite = serializers.SlugRelatedField(source="modality", slug_field="slug", read_only=True)
    trimestre = serializers.DateField(source="quarter", help_text="Son premier jour.")
    fictif = serializers.BooleanField(
        source="fictional", help_text="Exemple inventé pour la démonstration."
    )

    class Meta:
        model = Lesson
        fields = [
            *("slug", "url", "titre", "situation", "ce_qui_a_ete_tente", "ce_qui_n_a_pas_marche"),
            *("a_la_place", "niveau", "taille", "categorie", "modalite", "trimestre", "fictif"),
        ]
        read_only_fields = fields

    def get_url(self, lesson) -> str:
        return settings.SITE_URL + lesson.get_absolute_url()


@described(
    "Les retours d’expérience qui répondent aux filtres",
    "Un retour d’expérience entier",
    LessonSerializer,
    LessonSerializer,
)
class LessonViewSet(ListedViewSet):
    queryset = Lesson.objects.published().select_related("modality")
    filterset_class = LessonFilter
    serializer_class = LessonSerializer
    detail_serializer_class = LessonSerializer
