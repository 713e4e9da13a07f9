"""Practices of comparable authorities, with the reasons in words and no score on screen."""

from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext_lazy as _

from practices.models import Practice

# What makes two practices comparable, and how much it counts for the order.
WEIGHTS = {"niveau": 3, "taille": 2, "categorie": 2, "theme": 2, "modalite": 2, "groupe": 1}
REASONS = {
    "niveau": _("même niveau de collectivité"),
    "taille": _("population proche"),
    "categorie": _("même catégorie"),
    "theme": _("thème commun"),
    "modalite": _("même modalité d’action"),
    "groupe": _("même groupe de pays"),
}
MOST = 3


def comparable(practice: Practice) -> list[dict]:
    """At most three published practices: {practice, reasons}. One query."""
    codes = [code for code in practice.facets if code.partition(":")[0] in WEIGHTS]
    points = sum(
        (
            Case(
                When(facets__contains=[code], then=Value(WEIGHTS[code.partition(":")[0]])),
                default=Value(0),
                output_field=IntegerField(),
            )
            for code in codes
        ),
        start=Value(0, output_field=IntegerField()),
    )
    found = (
        Practice.objects.published()
        .filter(facets__overlap=codes)
        .exclude(pk=practice.pk)
        .select_related("territory", "contribution")
        .annotate(points=points)
        .order_by("-points", "-stamp")
        .only(
            "slug",
            "title",
            "category",
            "facets",
            "territory__name",
            "territory_name",
            "contribution__fictional",
        )
    )[:MOST]
    return [{"practice": other, "reasons": reasons(codes, other)} for other in found]


def reasons(codes: list[str], other: Practice) -> str:
    shared = {code.partition(":")[0] for code in set(codes) & set(other.facets)}
    return ", ".join(str(REASONS[name]) for name in WEIGHTS if name in shared)
