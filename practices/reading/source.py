"""Where a page's answers come from: tables or forms, under the same names."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from aict.moderation import attached
from aict.moderation.binding import BoundPart
from aict.moderation.models import Attachment, Contribution
from aict.territories.models import Territory
from practices.models import Practice

# What is read of each repeatable.
BLOCKS = {
    "objectives": ("text",),
    "steps": ("title", "text", "date", "conditions", "lessons"),
    "services_involved": ("service", "role"),
    "partners": ("name", "side", "country", "role", "actor"),
    "funding_lines": ("source", "amount", "share", "funding"),
    "results": ("label", "before", "after", "unit", "date", "source"),
    "axes": ("title", "text"),
    "transfer_conditions": ("variable", "operator", "value"),
}
OWN = [
    f.name for f in Practice._meta.concrete_fields if f.name not in {"contribution", "partnership"}
]
RELATIONS = (
    *("countries", "partner_territories", "modalities", "themes", "sectors", "goals"),
    *("carried_out_by", "carries_out"),
)


@dataclass
class Source:
    """Values and rows under the names of the form; files in their author's order."""

    values: dict[str, Any]
    rows: dict[str, list[dict]] = field(default_factory=dict)
    files: list[Attachment] = field(default_factory=list)

    def __getitem__(self, name: str):
        return self.values.get(name) or ""

    def many(self, name: str) -> list:
        return list(self.values.get(name) or [])

    def block(self, name: str) -> list[dict]:
        return self.rows.get(name, [])


def of_live(practice: Practice) -> Source:
    """From the tables. The number of queries does not depend on what it holds."""
    others = (
        Practice.objects.published()
        .select_related("territory", "contribution")
        .order_by("title", "pk")
    )
    prefetch_related_objects(
        [practice],
        *(
            "objectives",
            "steps",
            "services_involved__service",
            "partners__country",
            "partners__actor",
        ),
        *("funding_lines__funding", "results", "axes", "transfer_conditions"),
        *("countries", "modalities", "themes", "sectors", "goals", "keywords"),
        Prefetch("partner_territories", Territory.objects.select_related("country").here_first()),
        Prefetch("carried_out_by", others),
        Prefetch("carries_out", others),
    )
    values = {name: getattr(practice, name) for name in OWN}
    values |= {name: list(getattr(practice, name).all()) for name in RELATIONS}
    values["partnership"] = practice.partnership
    values["keywords"] = [keyword.name for keyword in practice.keywords.all()]
    rows = {
        block: [
            {name: getattr(row, name) for name in names} for row in getattr(practice, block).all()
        ]
        for block, names in BLOCKS.items()
    }
    online = practice.contribution.revisions.filter(accepted=True).first()
    data = online.data if online else {}
    return Source(values, rows, attached.of_text(practice.contribution, data))


def of_parts(contribution: Contribution, parts: list[BoundPart], data: dict) -> Source:
    """From a text being written: what its forms already accept. `data` names its files."""
    source = Source({}, files=attached.of_text(contribution, data))
    for bound in parts:
        bound.form.is_valid()
        source.values |= getattr(bound.form, "cleaned_data", {})
        for name, formset in bound.formsets.items():
            formset.is_valid()
            source.rows[name] = [
                row.cleaned_data for row in formset.forms if row.has_changed() and row.is_valid()
            ]
    return source
