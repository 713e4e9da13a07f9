"""Amounts, figures and results in words that need no explanation."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.taxonomies import enums
from aict.ui.numbers import is_plural, money, money_exact, number, percent
from practices.reading.source import Source

BANDS = {
    "moins-10k": "< 10 k€",
    "10-50k": "10–50 k€",
    "50-200k": "50–200 k€",
    "200k-1m": "0,2–1 M€",
    "plus-1m": "> 1 M€",
}
# A unit this short stands beside its number; a longer one is said in the label.
SHORT_UNIT = 3
# A figure and its unit are read at a glance up to this length.
SPOKEN = 10
EVIDENCE = {
    enums.Evidence.QUANTIFIED: gettext_lazy("preuve : chiffres suivis par le porteur"),
    enums.Evidence.DOCUMENTED: gettext_lazy("preuve : documents à l’appui"),
    enums.Evidence.EVALUATED: gettext_lazy("preuve : regard extérieur"),
}


@dataclass(frozen=True)
class Outcome:
    """One result: what is measured, before and after, when and according to whom."""

    label: str
    before: str
    after: str
    unit: str
    date: str
    source: str


@dataclass(frozen=True)
class Line:
    """One source of money. `start` and `width` place it on the bar, in per cent; "" without one.
    `url` is its page in the directory of funding, when it has one."""

    source: str
    amount: str
    share: str
    start: str
    width: str
    url: str = ""


@dataclass(frozen=True)
class Funding:
    lines: list[Line]
    total: str
    drawn: bool
    amounts: bool
    shares: bool


def amount(value: Decimal | int, unit: str) -> str:
    """A number with its unit when that is short: « 46 », « 2,1 M€ », « 12 % »."""
    unit = unit.strip()
    if unit in {"€", "euros"}:
        return money(value)
    if unit == "%":
        return percent(value, 2)
    words = number(value, 2)
    return f"{words}\u00a0{unit}" if 0 < len(unit) <= SHORT_UNIT else words


def told_unit(unit: str, label: str) -> str:
    """The unit still to be said once `amount` and the label are."""
    unit = unit.strip()
    written = unit == "euros" or len(unit) <= SHORT_UNIT or unit.lower() in label.lower()
    return "" if written else unit


def full_time(staff: Decimal) -> str:
    """« 0,8 équivalent temps plein »."""
    many = is_plural(staff)
    words = _("équivalents temps plein") if many else _("équivalent temps plein")
    return f"{number(staff, 2)}\u00a0{words}"


def results(source: Source) -> list[Outcome]:
    return [
        Outcome(
            row["label"],
            amount(row["before"], row["unit"]) if row.get("before") is not None else "",
            amount(row["after"], row["unit"]),
            told_unit(row["unit"], row["label"]),
            row["date"],
            row["source"],
        )
        for row in source.block("results")
    ]


def result_figures(source: Source) -> list[tuple[str, str]]:
    """(value, what it counts) of each result; a unit the label does not say stands beside one of them."""
    return [figure(result) for result in results(source)]


def figure(result: Outcome) -> tuple[str, str]:
    if not result.unit:
        return result.after, result.label
    if len(result.after) + len(result.unit) <= SPOKEN:
        return f"{result.after}\u00a0{result.unit}", result.label
    return result.after, f"{result.label} ({result.unit})"


def figures(source: Source) -> list[tuple[str, str]]:
    """At most four figures to read across a room: results, cost and time, evidence."""
    cost = cost_of(source)
    level = enums.Evidence(int(source["evidence"] or 0))
    evidence = (str(level.label), str(EVIDENCE[level])) if level in EVIDENCE else None
    room = 4 - bool(cost) - bool(evidence)
    told = result_figures(source)[: min(room, 2 if cost or evidence else 4)]
    return [*told, *([cost] if cost else []), *([evidence] if evidence else [])]


def cost_of(source: Source) -> tuple[str, str] | None:
    """(amount, what it is), time of agents included; None when nothing is disclosed."""
    staff = source["staff_fte"]
    time = _("et %s d’agents") % full_time(staff) if staff else ""
    if source["budget_year"]:
        return money(source["budget_year"]), " ".join(filter(None, [_("par an"), time]))
    if source["budget_total"]:
        return money(source["budget_total"]), " ".join(filter(None, [_("en tout"), time]))
    band = source["cost_band"]
    if band and band != enums.CostBand.UNDISCLOSED:
        return BANDS[band], " ".join(filter(None, [_("de coût"), time]))
    return (number(staff, 2), full_time(staff).partition("\u00a0")[2]) if staff else None


def cost_in_words(source: Source) -> str:
    """« 120 000 € par an, 360 000 € en tout et 0,8 équivalent temps plein. » or ""."""
    told = []
    if source["budget_year"]:
        told.append(_("%s par an") % money_exact(source["budget_year"]))
    if source["budget_total"]:
        told.append(_("%s en tout") % money_exact(source["budget_total"]))
    band = source["cost_band"]
    if not told and band and band != enums.CostBand.UNDISCLOSED:
        told.append(str(enums.CostBand(band).label))
    words = ", ".join(told)
    if source["staff_fte"]:
        time = _("%s d’agents") % full_time(source["staff_fte"])
        words = _("%(cost)s et %(time)s") % {"cost": words, "time": time} if words else time
    return words


def funding(source: Source) -> Funding:
    """Lines in their author's order; a bar when all amounts, or all shares, are known."""
    rows = source.block("funding_lines")
    amounts, shares = [r["amount"] for r in rows], [r["share"] for r in rows]
    total = sum(amounts) if rows and all(amounts) else 0
    whole = sum(shares) if rows and all(shares) else 0
    parts: list[float] = []
    if total:
        parts = [100 * float(value) / float(total) for value in amounts]
    elif whole and whole <= 101:
        parts = [float(value) for value in shares]
    lines, start = [], 0.0
    for index, row in enumerate(rows):
        width = parts[index] if parts else 0.0
        share = row["share"] or (round(width) if parts and width >= 1 else None)
        lines.append(
            Line(
                row["source"],
                money_exact(row["amount"]) if row["amount"] else "",
                percent(share, 1) if share else "",
                f"{start:.2f}",
                f"{width:.2f}",
                page_of(row.get("funding")),
            )
        )
        start += width
    return Funding(
        lines,
        money_exact(total) if total and len(rows) > 1 else "",
        drawn=len(parts) > 1,
        amounts=any(amounts),
        shares=any(line.share for line in lines),
    )


def page_of(row) -> str:
    """The address of a row of a directory; "" for none, or for one off line."""
    return row.get_absolute_url() if row and not row.archived_at else ""
