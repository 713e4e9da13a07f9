"""Funding lines for machines."""

from django.utils import timezone
from rest_framework import serializers

from aict.listing.api import CountrySerializer, ListedSerializer, ListedViewSet, described, slugs
from partnerships.funding.filters import FundingFilter
from partnerships.funding.status import Status
from partnerships.models import Funding


def codes(source: str) -> serializers.ListField:
    return serializers.ListField(source=source, child=serializers.CharField())


def figure(source: str) -> serializers.FloatField:
    return serializers.FloatField(source=source, allow_null=True)


class FundingSerializer(ListedSerializer):
    """A funding line in a list."""

    titre = serializers.CharField(source="title")
    nom_officiel = serializers.CharField(source="official_name")
    accroche = serializers.CharField(source="teaser")
    statut = serializers.SerializerMethodField(help_text="Calculé des dates, pour aujourd’hui.")
    ouverture = serializers.DateField(source="date_open", allow_null=True)
    predepot = serializers.DateField(source="date_predeposit", allow_null=True)
    cloture = serializers.DateField(source="date_close", allow_null=True)
    recurrence = serializers.CharField()
    financeur = serializers.CharField(source="funder")
    programme = serializers.CharField()
    echelle = serializers.CharField(source="scale")
    natures = codes("aids")
    appel_a_projets = serializers.BooleanField(source="is_call")
    categories = serializers.ListField(child=serializers.CharField())
    beneficiaires = codes("bodies")
    tous_pays = serializers.BooleanField(source="worldwide")
    groupes_de_pays = codes("country_groups")
    pays = CountrySerializer(source="countries", many=True)
    zone = serializers.CharField()
    secteurs = slugs("sectors")
    stades = codes("stages")
    montant_min = serializers.IntegerField(source="amount_min", allow_null=True)
    montant_max = serializers.IntegerField(source="amount_max", allow_null=True)
    taux_min = figure("rate_min")
    taux_max = figure("rate_max")
    part_propre_min = figure("own_share_min")
    valorisation_max = figure("inkind_cap")
    source_des_chiffres = serializers.CharField(source="figures_source")
    chiffres_releves_le = serializers.DateField(source="figures_on", allow_null=True)
    en_savoir_plus = serializers.CharField(source="info_url")

    class Meta:
        model = Funding
        fields = [
            *(
                "slug",
                "url",
                "titre",
                "nom_officiel",
                "accroche",
                "statut",
                "ouverture",
                "predepot",
            ),
            *("cloture", "recurrence", "financeur", "programme", "echelle", "natures"),
            *("appel_a_projets", "categories", "beneficiaires", "tous_pays", "groupes_de_pays"),
            *("pays", "zone", "secteurs", "stades", "montant_min", "montant_max", "taux_min"),
            *("taux_max", "part_propre_min", "valorisation_max", "source_des_chiffres"),
            *("chiffres_releves_le", "en_savoir_plus", "verifie_le", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields

    def get_statut(self, row) -> str:
        return Status(row.status(timezone.localdate())).value


class FundingDetailSerializer(FundingSerializer):
    """A whole funding line."""

    essentiel = serializers.CharField(source="summary")
    contribution_du_partenaire = serializers.CharField(source="partner_share")
    duree = serializers.CharField(source="duration")
    versement = serializers.CharField(source="payment")
    prealables = codes("prerequisites")
    candidater = serializers.CharField(source="apply_url")
    conseils = serializers.CharField(source="tips")

    class Meta(FundingSerializer.Meta):
        fields = [
            *FundingSerializer.Meta.fields,
            *("essentiel", "contribution_du_partenaire", "duree", "versement", "prealables"),
            *("candidater", "conseils"),
        ]


@described(
    "Les financements qui répondent aux filtres",
    "Un financement entier",
    FundingSerializer,
    FundingDetailSerializer,
)
class FundingViewSet(ListedViewSet):
    queryset = Funding.objects.published().select_related("contribution")
    filterset_class = FundingFilter
    serializer_class = FundingSerializer
    detail_serializer_class = FundingDetailSerializer

    def get_queryset(self):
        return super().get_queryset().prefetch_related("countries", "sectors")
