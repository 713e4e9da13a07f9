"""Fiches-repères for machines: read only, the same filters as the page. Fields are only ever added."""

from rest_framework import serializers

from aict.listing.api import ListedSerializer, ListedViewSet, described, slugs
from practices.sheets import models
from practices.sheets.filters import SheetFilter
from practices.sheets.models import Sheet

RELATED = ("themes", "goals")
WHOLE = (
    *("indicators", "facts", "tools", "steps", "actors", "laws", "funding_lines"),
    *("examples__practice", "questions"),
)


def texts(source: str) -> serializers.ListField:
    return serializers.ListField(source=source, child=serializers.CharField())


class SheetSerializer(ListedSerializer):
    """A fiche in a list."""

    numero = serializers.IntegerField(source="number")
    titre = serializers.CharField(source="title")
    accroche = serializers.CharField(source="teaser")
    categories = serializers.ListField(child=serializers.CharField())
    themes = slugs()
    odd = slugs("goals")
    niveaux = texts("levels")
    en_bref = texts("in_brief")
    validee_par = serializers.CharField(source="validated_by")
    droit_verifie_le = serializers.DateField(source="legal_checked_on")
    a_revoir_le = serializers.DateField(source="review_on")

    class Meta:
        model = Sheet
        fields = [
            *("slug", "url", "numero", "titre", "accroche", "categories", "themes", "odd"),
            *("niveaux", "en_bref", "validee_par", "droit_verifie_le", "a_revoir_le"),
            *("verifie_le", "mis_a_jour_le", "fictif"),
        ]
        read_only_fields = fields


def block(name: str, **named: str) -> serializers.ModelSerializer:
    """The rows of the block `name`, under the French names given."""
    model_ = models.BLOCKS[name]
    kept = {french: serializers.CharField(source=column) for french, column in named.items()}

    class Meta:
        model = model_
        fields = list(kept)

    title = f"{model_.__name__}Serializer"
    made = type(title, (serializers.ModelSerializer,), {**kept, "Meta": Meta})
    return made(many=True, source=name)


class ExampleSerializer(serializers.ModelSerializer):
    """`pratique` is empty once the practice was withdrawn from the site, on the day told."""

    pratique = serializers.SerializerMethodField()
    retire_le = serializers.DateTimeField(source="practice.archived_at", allow_null=True)
    apprentissage = serializers.SerializerMethodField()

    class Meta:
        model = models.SheetExample
        fields = ["pratique", "retire_le", "apprentissage"]

    def get_pratique(self, row) -> str:
        return "" if row.practice.archived_at else row.practice.slug

    def get_apprentissage(self, row) -> str:
        return "" if row.practice.archived_at else row.note


class SheetDetailSerializer(SheetSerializer):
    """A whole fiche."""

    definition = serializers.CharField()
    pour_qui = serializers.CharField(source="for_whom")
    pourquoi = serializers.CharField(source="why")
    faits = block(
        "facts",
        texte="text",
        date="when",
        origine="source",
        adresse="url",
        lu_le="read_on",
    )
    objectifs = texts("objectives")
    outils = block("tools", nom="name", usage="use", cout="cost", delai="delay")
    etapes = block("steps", titre="title", texte="text", duree="duration")
    relations_internationales = serializers.CharField(source="role_ri")
    developpement_economique = serializers.CharField(source="role_eco")
    acteurs = block("actors", nom="name", apport="brings", pilote="lead")
    droit = serializers.CharField(source="legal")
    vigilance = serializers.CharField(source="cautions")
    textes = block("laws", texte="reference", dit="says", adresse="url")
    financements = block("funding_lines", nom="source", usage="note")
    exemples = ExampleSerializer(source="examples", many=True)
    indicateurs = slugs("indicators")
    questions_elu = block("questions", intitule="question", reponse="answer")
    auteurs = texts("authors")
    relecteurs = texts("reviewers")

    class Meta(SheetSerializer.Meta):
        fields = [
            *SheetSerializer.Meta.fields,
            *("definition", "pour_qui", "pourquoi", "faits", "objectifs", "outils", "etapes"),
            *("relations_internationales", "developpement_economique", "acteurs", "droit"),
            *("vigilance", "textes", "financements", "exemples", "indicateurs", "questions_elu"),
            *("auteurs", "relecteurs"),
        ]


@described(
    "Les fiches-repères qui répondent aux filtres",
    "Une fiche-repère entière",
    SheetSerializer,
    SheetDetailSerializer,
)
class SheetViewSet(ListedViewSet):
    queryset = Sheet.objects.published().select_related("contribution")
    filterset_class = SheetFilter
    serializer_class = SheetSerializer
    detail_serializer_class = SheetDetailSerializer

    def get_queryset(self):
        related = RELATED if self.action == "list" else (*RELATED, *WHOLE)
        return super().get_queryset().prefetch_related(*related)
