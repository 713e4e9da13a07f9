"""What is covered, what lacks, what is too much."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from aict.ui.numbers import money_exact, percent
from partnerships.montage.checks import checks_of
from partnerships.montage.plan import (
    HUNDRED,
    ZERO,
    Check,
    Costed,
    Level,
    Line,
    Part,
    Plan,
    Project,
    cents,
    share,
)


def compose(project: Project, lines: Sequence[Line]) -> Plan:
    """The plan of `project` (its total is above zero) with these lines."""
    kept, capped = retained(project, lines)
    own = project.own_cash + kept
    asked = [amount_of(line, project.total) for line in lines]
    covered = own + sum(asked, ZERO)
    gap, excess = max(project.total - covered, ZERO), max(covered - project.total, ZERO)
    public = sum((a for line, a in zip(lines, asked, strict=True) if line.public), ZERO)
    costed = tuple(
        Costed(line, amount, share(amount, project.total), told)
        for line, amount in zip(lines, asked, strict=True)
        for told in [tuple(in_order(checks_of(line, amount, own, project, lines)))]
    )
    parts = tuple(parts_of(project, kept, costed, gap))
    overall = tuple(in_order([*capped, *balance(public, excess, project)]))
    return Plan(project.total, costed, parts, own, kept, public, gap, excess, overall)


def amount_of(line: Line, total: Decimal) -> Decimal:
    if line.amount is not None:
        return cents(line.amount)
    return cents(total * (line.share or ZERO) / HUNDRED)


def retained(project: Project, lines: Sequence[Line]) -> tuple[Decimal, list[Check]]:
    """What of the contribution in kind counts: the strictest cap among the lines, in per cent of what
    the authority brings. The rest is said, and left in the gap."""
    caps = [line.rules for line in lines if line.rules and line.rules.inkind_cap is not None]
    if not caps or not project.in_kind:
        return project.in_kind, []
    rules = min(caps, key=lambda found: found.inkind_cap or ZERO)
    cap = rules.inkind_cap or ZERO
    if cap >= HUNDRED:
        return project.in_kind, []
    most = cents(project.own_cash * cap / (HUNDRED - cap))
    if project.in_kind <= most:
        return project.in_kind, []
    words = (
        f"La valorisation est plafonnée à {percent(cap, 2)} de ce que vous apportez : "
        f"{money_exact(most)} sont retenus sur {money_exact(project.in_kind)}. Le reste ne compte pas."
    )
    return most, [Check(Level.WARNING, words, rules.figures_source, rules.figures_on)]


def parts_of(project: Project, kept: Decimal, costed, gap: Decimal) -> Iterator[Part]:
    """The pieces that hold money, the gap last."""
    pieces = [
        ("propre", "Apport de la collectivité", project.own_cash),
        ("valorisation", "Valorisation retenue", kept),
        *(("ligne", row.line.name, row.amount) for row in costed),
        ("manque", "Reste à trouver", gap),
    ]
    for kind, name, amount in pieces:
        if amount:
            yield Part(kind, name, amount, share(amount, project.total))


def balance(public: Decimal, excess: Decimal, project: Project) -> Iterator[Check]:
    """What the sum of the lines says."""
    if public > project.total:
        told = f"{money_exact(public)} pour {money_exact(project.total)}"
        yield Check(Level.BLOCKING, f"Les financements publics dépassent 100 % du coût : {told}.")
    if excess:
        yield Check(
            Level.BLOCKING,
            f"Le plan dépasse le coût de {money_exact(excess)} : réduisez une ligne ou votre apport.",
        )
    if project.start and project.end and project.end < project.start:
        yield Check(Level.BLOCKING, "Le projet finit avant d’avoir commencé.")


def in_order(checks) -> list[Check]:
    """The gravest first."""
    weights = list(Level)
    return sorted(checks, key=lambda check: weights.index(check.level))
