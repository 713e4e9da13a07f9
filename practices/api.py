"""Practices for machines: read only, the same filters as the page. Fields are only ever added."""

from django.conf import settings
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers
from rest_framework.pagination import PageNumberPagination
from rest_framework.viewsets import ReadOnlyModelViewSet

from practices.filters import PracticeFilter
from practices.models import Practice, Result, Step

RELATED = ("countries", "modalities", "themes", "sectors", "goals")


class Pages(PageNumberPagination):
    page_size = 20
    page_size_query_param = "par_page"
    max_page_size = 100


class TerritorySerializer(serializers.Serializer):
    cle = serializers.CharField(source="key", help_text="Niveau et code : « departement-38 ».")
    nom = serializers.CharField(source="name")
    niveau = serializers.CharField(source="level")
    code = serializers.CharField(help_text="Code INSEE, ou SIREN pour une intercommunalité.")


class CountrySerializer(serializers.Serializer):
    code = serializers.CharField(help_text="ISO 3166-1 alpha-2.")
    nom = serializers.CharField(source="name")


def slugs(source: str) -> serializers.ManyRelatedField:
    return serializers.SlugRelatedField(source=source, many=True, read_only=True, slug_field="slug")


class PracticeSerializer(serializers.ModelSerializer):
    """A practice in a list."""

    url = serializers.SerializerMethodField(help_text="Sa page, pour les lecteurs.")
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
    themes = serializers.SlugRelatedField(many=True, read_only=True, slug_field="slug")
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
    verifie_le = serializers.DateField(source="contribution.verified_on", allow_null=True)
    mis_a_jour_le = serializers.DateTimeField(source="updated_at")
    licence = serializers.CharField()
    fictif = serializers.BooleanField(
        source="contribution.fictional", help_text="Exemple inventé pour la démonstration."
    )

    class Meta:
        model = Practice
        fields = [
            *("slug", "url", "nature", "titre", "accroche", "categorie", "categories_secondaires"),
            *("collectivite", "collectivite_libre", "service", "pays", "modalites", "themes"),
            *("secteurs", "odd", "debut", "fin", "cout", "budget_total", "budget_annuel", "etp"),
            *("preuve", "apport", "verifie_le", "mis_a_jour_le", "licence", "fictif"),
        ]
        read_only_fields = fields

    def get_url(self, practice) -> str:
        return settings.SITE_URL + practice.get_absolute_url()


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


# Parameter → what is wrong with it.
BAD_REQUEST = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
}
NOT_FOUND = inline_serializer("Introuvable", {"detail": serializers.CharField()})


@extend_schema_view(
    list=extend_schema(
        summary="Les pratiques qui répondent aux filtres",
        description="Répétez un paramètre pour demander l’une ou l’autre de ses valeurs ; plusieurs "
        "paramètres se cumulent. Une valeur inconnue est refusée (400), une page au-delà de la "
        "dernière n’existe pas (404).",
        responses={200: PracticeSerializer(many=True), 400: BAD_REQUEST, 404: NOT_FOUND},
    ),
    retrieve=extend_schema(
        summary="Une pratique entière",
        parameters=[
            OpenApiParameter("slug", str, OpenApiParameter.PATH, description="Son adresse courte.")
        ],
        responses={200: PracticeDetailSerializer, 404: NOT_FOUND},
    ),
)
class PracticeViewSet(ReadOnlyModelViewSet):
    queryset = Practice.objects.published().select_related("contribution", "territory", "service")
    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    filterset_class = PracticeFilter
    pagination_class = Pages

    def get_queryset(self):
        related = RELATED if self.action == "list" else (*RELATED, "steps", "results")
        return super().get_queryset().order_by("-stamp").prefetch_related(*related)

    def get_serializer_class(self):
        return PracticeSerializer if self.action == "list" else PracticeDetailSerializer

    def filter_queryset(self, queryset):
        """Filters are for the list: one practice is asked by its address alone."""
        return super().filter_queryset(queryset) if self.action == "list" else queryset
