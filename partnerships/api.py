"""Partnerships for machines."""

from rest_framework import serializers

from aict.listing.api import ListedSerializer, ListedViewSet, described, slugs
from partnerships.facets import year_of
from partnerships.filters import PartnershipFilter
from partnerships.models import Mobilised, Partnership


class PartySerializer(serializers.Serializer):
    cle = serializers.CharField(source="key", help_text="Niveau et code : « departement-38 ».")
    nom = serializers.CharField(source="name")
    niveau = serializers.CharField(source="level")
    pays = serializers.CharField(source="country_id", help_text="ISO 3166-1 alpha-2.")
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)


class PartnershipSerializer(ListedSerializer):
    """A partnership in a list."""

    intitule = serializers.CharField(source="title")
    accroche = serializers.CharField(source="teaser")
    territoires = PartySerializer(source="parties", many=True)
    forme = serializers.CharField(source="form")
    stade = serializers.CharField(source="stage")
    origine = serializers.CharField(source="origin")
    annee = serializers.SerializerMethodField(help_text="Année de signature, quand on la connaît.")
    signe_le = serializers.DateField(source="date_signed", allow_null=True)
    echeance = serializers.DateField(source="date_end", allow_null=True)
    renouvellement = serializers.CharField(source="renewal")
    categories = serializers.ListField(child=serializers.CharField())
    modalites = slugs("modalities")
    secteurs = slugs("sectors")
    odd = slugs("goals")

    class Meta:
        model = Partnership
        fields = [
            *("slug", "url", "intitule", "accroche", "territoires", "forme", "stade", "origine"),
            *("annee", "signe_le", "echeance", "renouvellement", "categories", "modalites"),
            *("secteurs", "odd", "verifie_le", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields

    def get_annee(self, row) -> int | None:
        return year_of(row)


class MobilisedSerializer(serializers.ModelSerializer):
    nom = serializers.CharField(source="name")
    cote = serializers.CharField(source="side", help_text="« ici » ou « la-bas ».")

    class Meta:
        model = Mobilised
        fields = ["nom", "cote", "role"]


class PartnershipDetailSerializer(PartnershipSerializer):
    """A whole partnership."""

    essentiel = serializers.CharField(source="summary")
    benefices_ici = serializers.CharField(source="benefits_here")
    benefices_la_bas = serializers.CharField(source="benefits_there")
    acteurs = MobilisedSerializer(source="mobilised", many=True)
    source = serializers.CharField()
    adresse_de_la_source = serializers.CharField(source="source_url")

    class Meta(PartnershipSerializer.Meta):
        fields = [
            *PartnershipSerializer.Meta.fields,
            *("essentiel", "benefices_ici", "benefices_la_bas", "acteurs", "source"),
            "adresse_de_la_source",
        ]


@described(
    "Les partenariats qui répondent aux filtres",
    "Un partenariat entier",
    PartnershipSerializer,
    PartnershipDetailSerializer,
)
class PartnershipViewSet(ListedViewSet):
    queryset = Partnership.objects.published().select_related("contribution")
    filterset_class = PartnershipFilter
    serializer_class = PartnershipSerializer
    detail_serializer_class = PartnershipDetailSerializer

    def get_queryset(self):
        related = ["modalities", "sectors", "goals"]
        more = [] if self.action == "list" else ["mobilised"]
        return super().get_queryset().with_parties().prefetch_related(*related, *more)
