"""The queue's filters."""

import django_filters
from django.db.models import Q, QuerySet

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from aict.taxonomies.enums import Category, Level
from aict.territories.models import Territory


def known_departements() -> list[tuple[str, str]]:
    """The départements something was contributed from."""
    rows = Territory.objects.filter(level=Level.DEPARTEMENT).filter(
        Q(pk__in=Contribution.objects.values("territory__departement"))
        | Q(pk__in=Contribution.objects.values("territory"))
    )
    return [(row.code, f"{row.code} {row.name}") for row in rows.order_by("code")]


class QueueFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(field_name="title", lookup_expr="icontains", label="Titre")
    etat = django_filters.ChoiceFilter(field_name="state", choices=State.choices, label="État")
    categorie = django_filters.ChoiceFilter(
        field_name="category", choices=Category.choices, label="Catégorie", empty_label="Toutes"
    )
    type = django_filters.ChoiceFilter(
        field_name="kind",
        choices=lambda: [(k.slug, k.noun) for k in KINDS.values()],
        label="Type",
        empty_label="Tous",
    )
    departement = django_filters.ChoiceFilter(
        method="in_departement",
        choices=known_departements,
        label="Département",
        empty_label="Tous",
    )

    fraicheur = django_filters.ChoiceFilter(
        method="of_freshness",
        choices=[("a-verifier", "À vérifier")],
        label="Fraîcheur",
        empty_label="Toutes",
    )

    class Meta:
        model = Contribution
        fields = []

    def in_departement(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        """From the département itself or from an authority inside it."""
        itself = Q(territory__level=Level.DEPARTEMENT, territory__code=code)
        return rows.filter(itself | Q(territory__departement__code=code))

    def of_freshness(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """On line, never verified or too long ago."""
        overdue = Contribution.objects.to_verify().values("pk")
        return rows.filter(Q(verified_on=None) | Q(pk__in=overdue), live=True)

    def shown(self) -> list:
        """The fields worth showing: the state has its tabs, a single type needs no choice."""
        hidden = {"etat"} if len(KINDS) > 1 else {"etat", "type"}
        return [field for field in self.form if field.name not in hidden]

    def in_force(self) -> list[tuple[str, str, str]]:
        """(name, label, value in words) of each filter that narrows what is shown."""
        found = []
        for field in self.shown():
            value = self.data.get(field.name)
            if value:
                words = dict(getattr(field.field, "choices", [])).get(value, value)
                found.append((field.name, str(field.label), str(words)))
        return found
