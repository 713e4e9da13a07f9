"""A list for machines: read only, the same filters as its page. Fields are only ever added."""

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

# Parameter → what is wrong with it.
BAD_REQUEST = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
}
NOT_FOUND = inline_serializer("Introuvable", {"detail": serializers.CharField()})
FILTERS = (
    "Répétez un paramètre pour demander l’une ou l’autre de ses valeurs ; plusieurs paramètres se "
    "cumulent. Une valeur inconnue est refusée (400), une page au-delà de la dernière n’existe pas "
    "(404)."
)


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


def slugs(source: str | None = None) -> serializers.ManyRelatedField:
    """The identifiers of several rows of a taxonomy."""
    return serializers.SlugRelatedField(
        **({"source": source} if source else {}), many=True, read_only=True, slug_field="slug"
    )


class ListedSerializer(serializers.ModelSerializer):
    """What every row of a list says of itself."""

    url = serializers.SerializerMethodField(help_text="Sa page, pour les lecteurs.")
    verifie_le = serializers.DateField(source="contribution.verified_on", allow_null=True)
    mis_a_jour_le = serializers.DateTimeField(source="updated_at")
    fictif = serializers.BooleanField(
        source="contribution.fictional", help_text="Exemple inventé pour la démonstration."
    )

    def get_url(self, row) -> str:
        return settings.SITE_URL + row.get_absolute_url()


class ListedViewSet(ReadOnlyModelViewSet):
    """Subclasses give the queryset, the FilterSet, and a serializer for the list and for one row."""

    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    pagination_class = Pages
    detail_serializer_class: type[serializers.BaseSerializer]

    def get_queryset(self):
        return super().get_queryset().order_by("-stamp")

    def get_serializer_class(self):
        if self.action == "list":
            return self.serializer_class
        return self.detail_serializer_class

    def filter_queryset(self, queryset):
        """Filters are for the list: one row is asked by its address alone."""
        return super().filter_queryset(queryset) if self.action == "list" else queryset


def described(many: str, one: str, rows: type, row: type):
    """The decorator that writes a list (`many`, `rows`) and a row (`one`, `row`) in the OpenAPI document."""
    slug = OpenApiParameter("slug", str, OpenApiParameter.PATH, description="Son adresse courte.")
    return extend_schema_view(
        list=extend_schema(
            summary=many,
            description=FILTERS,
            responses={200: rows(many=True), 400: BAD_REQUEST, 404: NOT_FOUND},
        ),
        retrieve=extend_schema(
            summary=one, parameters=[slug], responses={200: row, 404: NOT_FOUND}
        ),
    )
