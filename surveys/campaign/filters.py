"""The filters of the list of invitations."""

import django_filters
from django.db.models import Q, QuerySet

from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from surveys.campaign.models import Invitation
from surveys.campaign.statuses import Status


def regions() -> list[tuple[str, str]]:
    rows = Territory.objects.current().filter(level=Level.REGION).order_by("name")
    return list(rows.values_list("code", "name"))


class InvitationFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="matching", label="Adresse ou collectivité")
    etat = django_filters.ChoiceFilter(field_name="status", choices=Status.choices, label="État")
    niveau = django_filters.ChoiceFilter(
        field_name="territory__level", choices=Level.choices, label="Niveau", empty_label="Tous"
    )
    region = django_filters.ChoiceFilter(
        method="in_region", choices=regions, label="Région", empty_label="Toutes"
    )
    collectivite = django_filters.ChoiceFilter(
        method="recognised",
        choices=[("non-reconnue", "Non reconnue")],
        label="Collectivité",
        empty_label="Toutes",
    )

    class Meta:
        model = Invitation
        fields: list[str] = []

    def matching(self, rows: QuerySet, name: str, text: str) -> QuerySet:
        places = Q(territory__name__unaccent__icontains=text) | Q(
            territory_name__unaccent__icontains=text
        )
        return rows.filter(places | Q(email__icontains=text))

    def in_region(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        """The région itself, or an authority inside it."""
        itself = Q(territory__level=Level.REGION, territory__code=code)
        return rows.filter(itself | Q(territory__region__code=code))

    def recognised(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(territory=None)

    def shown(self) -> list:
        """The fields to show: the state has its tabs."""
        return [field for field in self.form if field.name != "etat"]

    def in_force(self) -> list[tuple[str, str, str]]:
        """(name, label, value in words) of each filter that narrows what is shown."""
        found = []
        for field in self.shown():
            if value := self.data.get(field.name):
                words = dict(getattr(field.field, "choices", [])).get(value, value)
                found.append((field.name, str(field.label), str(words)))
        return found
