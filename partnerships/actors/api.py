"""Actors for machines: read only, the same filters as the page. Fields are only ever added."""

from rest_framework import serializers

from aict.listing.api import (
    CountrySerializer,
    ListedSerializer,
    ListedViewSet,
    TerritorySerializer,
    described,
    slugs,
)
from partnerships.actors.filters import ActorFilter
from partnerships.models import Actor


class ActorSerializer(ListedSerializer):
    """An actor in a list. The relay box is never given."""

    nom = serializers.CharField(source="title")
    sigle = serializers.CharField(source="acronym")
    accroche = serializers.CharField(source="teaser")
    type = serializers.SlugRelatedField(source="actor_type", slug_field="slug", read_only=True)
    pays = CountrySerializer(source="country")
    siege = TerritorySerializer(source="seat", allow_null=True)
    pays_intervention = CountrySerializer(source="countries_active", many=True)
    categories = serializers.ListField(child=serializers.CharField())
    secteurs = slugs("sectors")
    apports = slugs("offers")
    conditions = serializers.CharField()
    site = serializers.CharField(source="website")
    contact = serializers.CharField(
        source="shown_contact", help_text="Vide quand l’organisme ne l’affiche pas."
    )
    verifie_par = serializers.CharField(
        source="contribution.verified_by", help_text="equipe, coordination, organisme ou vide."
    )

    class Meta:
        model = Actor
        fields = [
            *("slug", "url", "nom", "sigle", "accroche", "type", "pays", "siege"),
            *("pays_intervention", "categories", "secteurs", "apports", "conditions", "site"),
            *("contact", "verifie_le", "verifie_par", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields


class ActorDetailSerializer(ActorSerializer):
    """A whole actor."""

    apport_en_clair = serializers.CharField(source="offer_text")
    conditions_precisions = serializers.CharField(source="conditions_text")
    source_adresse = serializers.CharField(source="source_url")

    class Meta(ActorSerializer.Meta):
        fields = [
            *ActorSerializer.Meta.fields,
            *("apport_en_clair", "conditions_precisions", "source", "source_adresse"),
        ]


@described(
    "Les acteurs économiques qui répondent aux filtres",
    "Un acteur économique entier",
    ActorSerializer,
    ActorDetailSerializer,
)
class ActorViewSet(ListedViewSet):
    queryset = (
        Actor.objects.published()
        .select_related("contribution", "actor_type", "country", "seat")
        .prefetch_related("countries_active", "sectors", "offers")
    )
    filterset_class = ActorFilter
    serializer_class = ActorSerializer
    detail_serializer_class = ActorDetailSerializer
