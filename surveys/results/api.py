"""Published results for machines: read only. Fields are only ever added."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from aict.listing.api import NOT_FOUND, Pages
from surveys.models import Survey
from surveys.results import beside, reading, wording
from surveys.results.edition import Edition, edition
from surveys.results.exports import item_label, label
from surveys.results.kept import kept
from surveys.results.tables import Table

NUMBER = serializers.IntegerField(
    allow_null=True, help_text="Nul : non communiqué, car moins de 5 réponses s’en déduiraient."
)


class SurveySerializer(serializers.Serializer):
    """A survey whose results are published."""

    slug = serializers.CharField()
    url = serializers.CharField(help_text="Ses résultats, pour les lecteurs.")
    titre = serializers.CharField()
    resume = serializers.CharField()
    annee = serializers.IntegerField()
    reponses = serializers.IntegerField(help_text="Réponses comptées.")
    fictif = serializers.BooleanField(help_text="Exemple inventé pour la démonstration.")


class ClassSerializer(serializers.Serializer):
    valeur = serializers.CharField()
    effectif = NUMBER
    par_groupe = serializers.ListField(
        child=serializers.IntegerField(allow_null=True),
        help_text="Un effectif par groupe, dans leur ordre ; vide sans croisement.",
    )


class TableSerializer(serializers.Serializer):
    ligne = serializers.CharField(help_text="Ligne d’une matrice, option cochée ou classée.")
    croisement = serializers.CharField(help_text="Question qui distingue les groupes, ou vide.")
    groupes = serializers.ListField(child=serializers.CharField())
    reponses = serializers.IntegerField()
    valeurs = ClassSerializer(many=True)


class QuestionSerializer(serializers.Serializer):
    id = serializers.CharField()
    intitule = serializers.CharField()
    type = serializers.CharField()
    phrase = serializers.CharField(help_text="Ce que montre son graphique.")
    commentaire = serializers.CharField()
    notes = serializers.ListField(child=serializers.CharField())
    tableaux = TableSerializer(many=True)


class SurveyDetailSerializer(SurveySerializer):
    """Every published table of a survey."""

    avertissement = serializers.CharField()
    questionnaire = serializers.CharField(help_text="D’où vient le questionnaire.")
    collectivites_invitees = serializers.IntegerField(help_text="Zéro : inconnu.")
    collectivites_repondantes = serializers.IntegerField()
    calcule_le = serializers.DateTimeField()
    questions = QuestionSerializer(many=True)
    paroles = serializers.ListField(
        child=serializers.CharField(), help_text="Extraits relus par deux personnes."
    )


def in_short(survey: Survey, n: int) -> dict:
    return {
        "slug": survey.slug,
        "url": settings.SITE_URL + reverse("results:page", args=[survey.slug]),
        "titre": survey.title,
        "resume": survey.summary,
        "annee": survey.year,
        "reponses": n,
        "fictif": survey.fictional,
    }


def in_full(found: Edition) -> dict:
    release = found.release
    return {
        **in_short(found.survey, release.n),
        "avertissement": wording.SELF_CHOSEN,
        "questionnaire": found.form.notice,
        "collectivites_invitees": release.invited,
        "collectivites_repondantes": release.answered,
        "calcule_le": release.at,
        "questions": [question_of(found, question) for question in found.questions],
        "paroles": [text for text, _theme in beside.quotes(found.survey)],
    }


def question_of(found: Edition, question) -> dict:
    chart = found.charts[question.id]
    crossings = ["", *(by.id for by in found.ways_of(question.id).values())]
    tables = [table for by in crossings for table in found.tables(question.id, by)]
    return {
        "id": question.id,
        "intitule": question.label,
        "type": question.kind.value,
        "phrase": chart.sentence,
        "commentaire": found.comment(question.id),
        "notes": list(chart.notes),
        "tableaux": [table_of(found, question, table) for table in tables],
    }


def table_of(found: Edition, question, table: Table) -> dict:
    by = found.question(table.crossing)
    counts = table.counts or [()] * len(table.values)
    return {
        "ligne": item_label(question, table),
        "croisement": by.id if by else "",
        "groupes": [label(by, names) for names in table.groups] if by else [],
        "reponses": table.n,
        "valeurs": [
            {"valeur": label(question, names), "effectif": total, "par_groupe": list(row)}
            for names, total, row in zip(table.values, table.totals, counts, strict=True)
        ],
    }


SLUG = OpenApiParameter("slug", str, OpenApiParameter.PATH, description="Son adresse courte.")


@extend_schema_view(
    list=extend_schema(
        summary="Les enquêtes dont les résultats sont publiés",
        responses={200: SurveySerializer(many=True), 404: NOT_FOUND},
    ),
    retrieve=extend_schema(
        summary="Tous les tableaux publiés d’une enquête",
        description="Les petits nombres sont cachés ou regroupés ; aucune réponse n’y figure seule.",
        parameters=[SLUG],
        responses={200: SurveyDetailSerializer, 404: NOT_FOUND},
    ),
)
class SurveyViewSet(GenericViewSet):
    queryset = Survey.objects.published()
    serializer_class = SurveySerializer
    pagination_class = Pages
    filter_backends = ()
    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"

    def list(self, request):
        page = self.paginate_queryset(self.get_queryset())
        current = reading.current_of(page)
        rows = [in_short(survey, current[survey.pk].n) for survey in page if survey.pk in current]
        return self.get_paginated_response(SurveySerializer(rows, many=True).data)

    def retrieve(self, request, slug):
        survey = self.get_queryset().filter(slug=slug).first()
        found = edition(survey) if survey else None
        if found is None:
            raise Http404
        told = kept(("api", *found.key), lambda: SurveyDetailSerializer(in_full(found)).data)
        return Response(told)
