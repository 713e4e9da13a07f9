"""Events for machines."""

from rest_framework import serializers

from aict.listing.api import ListedSerializer, ListedViewSet, TerritorySerializer, described, slugs
from practices.events.filters import EventFilter
from practices.events.models import Event


class EventSerializer(ListedSerializer):
    """An event in a list."""

    titre = serializers.CharField(source="title")
    type = serializers.CharField()
    accroche = serializers.CharField(source="teaser")
    tenue = serializers.CharField(source="state", help_text="maintenu, reporte ou annule.")
    debut = serializers.DateTimeField(source="starts_at")
    fin = serializers.DateTimeField(source="ends_at")
    precision = serializers.CharField(
        help_text="« jour » ou « annee » : les heures de début et de fin ne disent rien de plus."
    )
    fuseau = serializers.CharField(source="zone")
    pour_qui = serializers.CharField(source="audience")
    lieu = serializers.CharField(source="place")
    collectivite = TerritorySerializer(source="territory", allow_null=True)
    lien = serializers.SerializerMethodField(help_text="Vide s’il est réservé aux inscrits.")
    categories = serializers.ListField(child=serializers.CharField())
    themes = slugs()
    inscription = serializers.BooleanField(source="registrable")
    places = serializers.IntegerField(source="capacity", allow_null=True)
    replay = serializers.CharField()

    class Meta:
        model = Event
        fields = [
            *("slug", "url", "titre", "type", "accroche", "tenue", "debut", "fin", "precision"),
            *("fuseau", "pour_qui", "lieu", "collectivite", "lien", "categories", "themes"),
            *("inscription", "places", "replay", "verifie_le", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields

    def get_lien(self, row) -> str:
        return row.link if row.link_public else ""


class SessionSerializer(serializers.Serializer):
    heure = serializers.TimeField(source="hour", allow_null=True)
    intitule = serializers.CharField(source="title")
    par = serializers.CharField(source="speaker", help_text="Une fonction, jamais un nom.")


class EventDetailSerializer(EventSerializer):
    """A whole event."""

    presentation = serializers.CharField(source="summary")
    programme = SessionSerializer(source="sessions", many=True)
    ce_qui_est_dit = serializers.CharField(source="state_note")
    compte_rendu = serializers.CharField(source="minutes", help_text="En Markdown.")
    pratiques = serializers.SerializerMethodField()

    class Meta(EventSerializer.Meta):
        fields = [
            *EventSerializer.Meta.fields,
            *("presentation", "programme", "ce_qui_est_dit", "compte_rendu", "pratiques"),
        ]

    def get_pratiques(self, row) -> list[str]:
        return [practice.slug for practice in row.practices.all() if not practice.archived_at]


@described(
    "Les événements qui répondent aux filtres",
    "Un événement entier",
    EventSerializer,
    EventDetailSerializer,
)
class EventViewSet(ListedViewSet):
    queryset = Event.objects.published().select_related(
        "contribution", "territory__region", "territory__departement"
    )
    filterset_class = EventFilter
    serializer_class = EventSerializer
    detail_serializer_class = EventDetailSerializer

    def get_queryset(self):
        found = super().get_queryset().prefetch_related("themes")
        return found.prefetch_related("sessions", "practices") if self.detail else found
