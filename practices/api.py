"""Practices for machines: read only, the same filters as the page. Fields are only ever added."""

from rest_framework import serializers

from aict.listing.api import (
    CountrySerializer,
    ListedSerializer,
    ListedViewSet,
    TerritorySerializer,
    described,
    slugs,
)
from practices.filters import PracticeFilter
from practices.models import Practice, Result, Step

RELATED = ("countries", "modalities", "themes", "sectors", "goals")


class PracticeSerializer(ListedSerializer):
    """A practice in a list."""

    titre = serializers.CharField(source="title")
    accroche = serializers.CharField(source="teaser")
    categorie = serializers.CharField(source="category")
    categories_secondaires = serializers.ListField(
        source="secondary_categories", child=serializers.CharField()
    )
    collectivite = TerritorySerializer(source="territory", allow_null=True)
    collectivite_libre = serializers.CharField(
        source="territory_name",
        help_text="Nom saisi librement quand la collectivité n’est pas dans la liste.",
    )
    service = serializers.SlugRelatedField(slug_field="slug", read_only=True)
    pays = CountrySerializer(source="countries", many=True)
    modalites = slugs("modalities")
    themes = slugs()
    secteurs = slugs("sectors")
    odd = slugs("goals")
    debut = serializers.DateField(source="date_start", allow_null=True)
    fin = serializers.DateField(source="date_end", allow_null=True)
    cout = serializers.CharField(source="cost_band")
    budget_total = serializers.IntegerField(allow_null=True)
    budget_annuel = serializers.IntegerField(source="budget_year", allow_null=True)
    etp = serializers.DecimalField(
        source="staff_fte", max_digits=5, decimal_places=2, allow_null=True, coerce_to_string=False
    )
    preuve = serializers.IntegerField(
        source="evidence", help_text="De 0 (déclaré) à 3 (évalué par un tiers)."
    )
    apport = serializers.CharField(source="benefit", help_text="Ce que cela a apporté ici.")
    licence = serializers.CharField()

    class Meta:
        model = Practice
        fields = [
            *("slug", "url", "nature", "titre", "accroche", "categorie", "categories_secondaires"),
            *("collectivite", "collectivite_libre", "service", "pays", "modalites", "themes"),
            *("secteurs", "odd", "debut", "fin", "cout", "budget_total", "budget_annuel", "etp"),
            *("preuve", "apport", "verifie_le", "mis_a_jour_le", "licence", "fictif"),
        ]
        read_only_fields = fields


class StepSerializer(serializers.ModelSerializer):
    titre = serializers.CharField(source="title")
    texte = serializers.CharField(source="text")
    lecons = serializers.CharField(source="lessons")

    class Meta:
        model = Step
        fields = ["titre", "texte", "date", "conditions", "lecons"]


class ResultSerializer(serializers.ModelSerializer):
    indicateur = serializers.CharField(source="label")
    avant = serializers.FloatField(source="before", allow_null=True)
    apres = serializers.FloatField(source="after")
    unite = serializers.CharField(source="unit")

    class Meta:
        model = Result
        fields = ["indicateur", "avant", "apres", "unite", "date", "source"]


class PracticeDetailSerializer(PracticeSerializer):
    """A whole practice."""

    essentiel = serializers.CharField(source="summary")
    contexte = serializers.CharField(source="context")
    etapes = StepSerializer(source="steps", many=True)
    resultats = ResultSerializer(source="results", many=True)
    effets_ici = serializers.CharField(source="local_impact")
    effets_la_bas = serializers.CharField(source="partner_impact")
    difficultes = serializers.CharField(source="difficulties")
    a_ne_pas_refaire = serializers.CharField(source="not_again")
    indispensable = serializers.CharField(source="transfer_essential")
    a_adapter = serializers.CharField(source="transfer_adapt")
    specifique = serializers.CharField(source="transfer_specific")

    class Meta(PracticeSerializer.Meta):
        fields = [
            *PracticeSerializer.Meta.fields,
            *("essentiel", "contexte", "etapes", "resultats", "effets_ici", "effets_la_bas"),
            *("difficultes", "a_ne_pas_refaire", "indispensable", "a_adapter", "specifique"),
        ]


@described(
    "Les pratiques qui répondent aux filtres",
    "Une pratique entière",
    PracticeSerializer,
    PracticeDetailSerializer,
)
class PracticeViewSet(ListedViewSet):
    queryset = Practice.objects.published().select_related("contribution", "territory", "service")
    filterset_class = PracticeFilter
    serializer_class = PracticeSerializer
    detail_serializer_class = PracticeDetailSerializer

    def get_queryset(self):
        related = RELATED if self.action == "list" else (*RELATED, "steps", "results")
        return super().get_queryset().prefetch_related(*related)
