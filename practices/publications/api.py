"""Publications for machines."""

from rest_framework import serializers

from aict.listing.api import ListedSerializer, ListedViewSet, described, slugs
from practices.publications.filters import PublicationFilter
from practices.publications.models import Publication


class PublicationSerializer(ListedSerializer):
    """A publication in a list."""

    titre = serializers.CharField(source="title")
    type = serializers.CharField()
    statut = serializers.CharField(source="standing", help_text="paru ou a-venir.")
    organismes = serializers.CharField(source="publishers")
    annee = serializers.IntegerField(source="year", allow_null=True)
    mois = serializers.IntegerField(source="month", allow_null=True)
    annoncee_pour = serializers.CharField(source="announced")
    accroche = serializers.CharField(source="teaser")
    lien = serializers.CharField(source="link")
    pages = serializers.IntegerField(allow_null=True)
    langue = serializers.CharField(source="language")
    categories = serializers.ListField(child=serializers.CharField())
    themes = slugs()

    class Meta:
        model = Publication
        fields = [
            *("slug", "url", "titre", "type", "statut", "organismes", "annee", "mois"),
            *("annoncee_pour", "accroche", "lien", "pages", "langue", "categories", "themes"),
            *("verifie_le", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields


class PublicationDetailSerializer(PublicationSerializer):
    """A whole publication."""

    resume = serializers.CharField(source="summary")

    class Meta(PublicationSerializer.Meta):
        fields = [*PublicationSerializer.Meta.fields, "resume", "source"]
        read_only_fields = fields


@described("Publications", "Une publication", PublicationSerializer, PublicationDetailSerializer)
class PublicationViewSet(ListedViewSet):
    queryset = Publication.objects.published().with_relations()
    filterset_class = PublicationFilter
    serializer_class = PublicationSerializer
    detail_serializer_class = PublicationDetailSerializer
