"""What a practice's page shows, as answers: from the live row, or from a text not published yet."""

from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from aict.moderation.binding import BoundPart
from aict.taxonomies import enums
from aict.ui.dates import month_year
from aict.ui.numbers import money, number
from practices.models import Practice

BLOCKS = (
    *("objectives", "steps", "services_involved", "partners", "funding_lines", "results"),
    *("axes", "transfer_conditions"),
)
BANDS = {
    "moins-10k": "< 10 k€",
    "10-50k": "10–50 k€",
    "50-200k": "50–200 k€",
    "200k-1m": "0,2–1 M€",
    "plus-1m": "> 1 M€",
}
RELATIONS = ("countries", "partner_territories", "modalities", "themes", "sectors", "goals")


@dataclass
class Source:
    """Values and rows under the names of the form, wherever they come from."""

    values: dict[str, Any]
    rows: dict[str, list[dict]] = field(default_factory=dict)

    def __getitem__(self, name: str):
        return self.values.get(name) or ""

    def many(self, name: str) -> list:
        return list(self.values.get(name) or [])

    def block(self, name: str) -> list[dict]:
        return self.rows.get(name, [])


def of_live(practice: Practice) -> Source:
    """From the tables. The number of queries does not depend on what it holds."""
    blocks = {
        "services_involved": "services_involved__service",
        "partners": "partners__actor_type",
        "results": "results__indicator",
    }
    prefetch_related_objects(
        [practice],
        *(blocks.get(name, name) for name in BLOCKS),
        *("partners__country", "countries", "partner_territories__country"),
        *("modalities", "themes", "sectors", "goals", "keywords", "carried_out_by", "carries_out"),
    )
    values = {f.name: getattr(practice, f.name) for f in Practice._meta.concrete_fields}
    values |= {name: list(getattr(practice, name).all()) for name in RELATIONS}
    values["keywords"] = [keyword.name for keyword in practice.keywords.all()]
    values["carried_out_by"] = [p for p in practice.carried_out_by.all() if not p.archived_at]
    values["carries_out"] = [p for p in practice.carries_out.all() if not p.archived_at]
    return Source(
        values, {name: [vars_of(b) for b in getattr(practice, name).all()] for name in BLOCKS}
    )


def vars_of(block) -> dict:
    return {f.name: getattr(block, f.name) for f in block._meta.concrete_fields}


def of_parts(parts: list[BoundPart]) -> Source:
    """From a text being written: what its forms already accept."""
    source = Source({})
    for bound in parts:
        bound.form.is_valid()
        source.values |= getattr(bound.form, "cleaned_data", {})
        for name, formset in bound.formsets.items():
            formset.is_valid()
            source.rows[name] = [
                row.cleaned_data for row in formset.forms if row.has_changed() and row.is_valid()
            ]
    return source


def figures(source: Source) -> list[tuple[str, str]]:
    """At most four figures that can be read across a room: results, cost, time, evidence."""
    told = [
        (amount(row["after"], row.get("unit", "")), row["label"])
        for row in source.block("results")[:2]
    ]
    if cost := cost_of(source):
        told.append(cost)
    evidence = enums.Evidence(int(source["evidence"] or 0))
    if evidence != enums.Evidence.DECLARED or told:
        told.append((str(evidence.label), _("niveau de preuve")))
    return told[:4]


def cost_of(source: Source) -> tuple[str, str] | None:
    """(amount, what it is), time of agents included, or None when nothing is disclosed."""
    staff = source["staff_fte"]
    time = _("%s ETP (équivalent temps plein)") % number(staff, 2) if staff else ""
    if source["budget_year"]:
        return money(source["budget_year"]), ", ".join(filter(None, [_("par an"), time]))
    if source["budget_total"]:
        return money(source["budget_total"]), ", ".join(filter(None, [_("de budget total"), time]))
    band = source["cost_band"]
    if band and band != enums.CostBand.UNDISCLOSED:
        return BANDS[band], ", ".join(filter(None, [_("de coût"), time]))
    return (number(staff, 2), _("équivalent temps plein d’agents")) if staff else None


def amount(value, unit: str) -> str:
    """A number with its unit; long units stay in the label beside it."""
    if unit.strip() == "€":
        return money(value)
    words = number(value, 2)
    return f"{words} {unit}" if 0 < len(unit) <= 10 else words


def kicker(source: Source) -> str:
    """Nature · level · territory · countries."""
    territory = source["territory"]
    nature = enums.Nature(source["nature"]).label if source["nature"] else ""
    level = territory.get_level_display() if territory else ""
    names = [str(country) for country in source.many("countries")]
    where = territory.name if territory else source["territory_name"]
    return " · ".join(str(word) for word in [nature, level, where, ", ".join(names)] if word)


def sides(source: Source) -> list[dict]:
    """Here and there: who benefits and who acts, on each side; a side without a word is left out."""
    told = []
    for side, beneficiaries, effects in (
        (enums.Side.HERE, "beneficiaries_here", "local_impact"),
        (enums.Side.THERE, "beneficiaries_there", "partner_impact"),
    ):
        partners = [row for row in source.block("partners") if row["side"] == side]
        if source[beneficiaries] or source[effects] or partners:
            told.append(
                {
                    "title": side.label,
                    "beneficiaries": source[beneficiaries],
                    "effects": source[effects],
                    "partners": partners,
                }
            )
    return told


def dates(source: Source) -> str:
    start, end = source["date_start"], source["date_end"]
    if source["period_start"]:
        return "–".join(str(y) for y in (source["period_start"], source["period_end"]) if y)
    if start and end:
        return _("de %(start)s à %(end)s") % {"start": month_year(start), "end": month_year(end)}
    return _("depuis %s") % month_year(start) if start else ""


def results(source: Source) -> list[dict]:
    return [
        {
            "label": row["label"],
            "before": number(row["before"], 2) if row.get("before") is not None else "",
            "after": number(row["after"], 2),
            "unit": row["unit"],
            "date": row["date"],
            "source": row["source"],
        }
        for row in source.block("results")
    ]


def funding(source: Source) -> list[tuple[str, float, str, str]]:
    """(source, value to draw, words, "") for the chart; shares when amounts are missing."""
    lines = source.block("funding_lines")
    by_amount = bool(lines) and all(row["amount"] for row in lines)
    told = []
    for row in lines:
        words = [money(row["amount"]) if row["amount"] else ""]
        words += [f"{number(row['share'], 1)} %" if row["share"] else ""]
        value = row["amount"] if by_amount else row["share"] or 0
        told.append((row["source"], float(value), ", ".join(filter(None, words)) or "–", ""))
    return told


def transfer(source: Source) -> list[tuple[str, str]]:
    names = (
        ("transfer_essential", _("Indispensable")),
        ("transfer_adapt", _("À adapter")),
        ("transfer_specific", _("Propre à nous")),
    )
    return [(label, source[name]) for name, label in names if source[name]]


def conditions(source: Source) -> list[str]:
    from practices.models import TransferCondition

    told = []
    for row in source.block("transfer_conditions"):
        variable = TransferCondition.Variable(row["variable"]).label
        operator = TransferCondition.Operator(row["operator"]).label
        told.append(f"{variable} : {operator} {row['value']}")
    return told


def filing(source: Source) -> list[tuple[str, str]]:
    """(label, values in words) of what it is filed under."""
    names = (
        ("modalities", _("Modalités d’action")),
        ("themes", _("Thèmes")),
        ("sectors", _("Secteurs")),
        ("goals", _("Objectifs de développement durable")),
        ("partner_territories", _("Territoires partenaires")),
        ("keywords", _("Mots-clés")),
    )
    return [(label, ", ".join(map(str, source.many(n)))) for n, label in names if source.many(n)]


def services(source: Source) -> list[tuple[str, str]]:
    """(role, services) in the order pilot, contributor, informed."""
    from practices.models import ServiceRole

    told = []
    for role in ServiceRole.Role:
        named = [str(r["service"]) for r in source.block("services_involved") if r["role"] == role]
        if named:
            told.append((str(role.label), ", ".join(named)))
    if not told and source["service"]:
        told.append((_("Pilote"), str(source["service"])))
    if source["elected"]:
        told.append((_("Délégation"), source["elected"]))
    return told


def sections(source: Source) -> list[tuple[str, str]]:
    """(words, anchor) of the parts of the page that hold something."""
    parts = (
        (_("L’essentiel"), "essentiel", ["summary"]),
        (_("D’où vient la demande"), "demande", ["context"]),
        (_("La stratégie"), "strategie", ["governance", "axes", "deliberation_date", "means"]),
        (_("Ce qui a été fait"), "etapes", ["steps"]),
        (_("Ici et là-bas"), "ici-la-bas", ["beneficiaries_here", "beneficiaries_there", "local_impact", "partners"]),
        (_("Résultats"), "resultats", ["results"]),
        (_("Financement"), "financement", ["funding_lines"]),
        (_("Difficultés"), "difficultes", ["difficulties", "not_again"]),
        (_("Pour transposer"), "transposer", ["transfer_essential", "transfer_adapt", "transfer_specific", "transfer_conditions"]),
    )  # fmt: skip
    return [
        (words, anchor)
        for words, anchor, names in parts
        if any(source[n] or source.block(n) for n in names)
    ]


def page(source: Source) -> dict:
    """All that templates/practices/reading.html needs."""
    return {
        "s": source,
        "category": source["category"],
        "kicker": kicker(source),
        "figures": figures(source),
        "sides": sides(source),
        "dates": dates(source),
        "status": enums.Status(source["status"]).label if source["status"] else "",
        "results": results(source),
        "funding": funding(source),
        "transfer": transfer(source),
        "conditions": conditions(source),
        "filing": filing(source),
        "services": services(source),
        "sections": sections(source),
        "evidence": int(source["evidence"] or 0),
        "steps": source.block("steps"),
        "objectives": [row["text"] for row in source.block("objectives")],
        "axes": source.block("axes"),
        "countries": source.many("countries"),
        "strategy": source["nature"] == enums.Nature.STRATEGY,
        "related": list(chain(source.many("carried_out_by"), source.many("carries_out"))),
    }
