"""The queue's filters."""

import django_filters

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from aict.taxonomies.enums import Category


class QueueFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(field_name="title", lookup_expr="icontains", label="Titre")
    etat = django_filters.ChoiceFilter(field_name="state", choices=State.choices, label="État")
    categorie = django_filters.ChoiceFilter(
        field_name="category", choices=Category.choices, label="Catégorie"
    )
    type = django_filters.ChoiceFilter(
        field_name="kind", choices=lambda: [(k.slug, k.label) for k in KINDS.values()], label="Type"
    )
    departement = django_filters.CharFilter(
        field_name="territory__departement__code", max_length=3, label="Département"
    )

    class Meta:
        model = Contribution
        fields = []
