"""Paying for one project with several funding lines: what is covered, what lacks, what does not fit.

Pure: what a line asks (`Rules`) is data of the directory, with its source and its date; the project and
the amounts are the officer's. Nothing here knows a figure of any funder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from aict.ui.dates import long_date
from aict.ui.numbers import money_exact, percent
from partnerships.funding.status import Status

ZERO, HUNDRED, CENT = Decimal(0), Decimal(100), Decimal("0.01")


class Level(Enum):
    """How much a remark weighs, in the order in which they are read."""

    BLOCKING = "bloquant"
    WARNING = "attention"
    UNKNOWN = "a-verifier"
    FINE = "en-ordre"


@dataclass(frozen=True)
class Project:
    """`body` is who carries it (partnerships.enums.Body), `countries` are names by ISO code."""

    total: Decimal
    start: date | None = None
    end: date | None = None
    body: str = ""
    countries: dict[str, str] = field(default_factory=dict)
    category: str = ""
    own_cash: Decimal = ZERO
    in_kind: Decimal = ZERO


@dataclass(frozen=True)
class Rules:
    """What a line of the directory asks. None and empty are « not said »."""

    status: Status
    opens: date | None = None
    closes: date | None = None
    amount_min: Decimal | None = None
    amount_max: Decimal | None = None
    rate_min: Decimal | None = None
    rate_max: Decimal | None = None
    own_share_min: Decimal | None = None
    inkind_cap: Decimal | None = None
    figures_source: str = ""
    figures_on: date | None = None
    bodies: frozenset[str] = frozenset()
    # Codes; None when the zone is only told in words.
    countries: frozenset[str] | None = None
    zone: str = ""
    categories: frozenset[str] = frozenset()
    prerequisites: tuple[str, ...] = ()
    combines_with: frozenset[str] = frozenset()
    page: str = ""
    verified_on: date | None = None


@dataclass(frozen=True)
class Line:
    """Money asked from one funder: an amount, or a share (%) of the cost. `rules` None: it was typed
    freely. `done` are the prerequisites ticked, by their place."""

    name: str
    amount: Decimal | None = None
    share: Decimal | None = None
    rules: Rules | None = None
    slug: str = ""
    public: bool = True
    done: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Check:
    """One remark in words. `source` and `on` tell where the rule was read; empty for arithmetic."""

    level: Level
    words: str
    source: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Part:
    """One piece of the plan: `kind` is propre, valorisation, ligne or manque."""

    kind: str
    name: str
    amount: Decimal
    percent: Decimal


@dataclass(frozen=True)
class Costed:
    line: Line
    amount: Decimal
    percent: Decimal
    checks: tuple[Check, ...]

    @property
    def worst(self) -> Level:
        levels = [check.level for check in self.checks]
        return next((level for level in Level if level in levels), Level.FINE)


@dataclass(frozen=True)
class Plan:
    """`gap` is what lacks and `excess` what is too much: one of them is zero."""

    total: Decimal
    lines: tuple[Costed, ...]
    parts: tuple[Part, ...]
    own: Decimal
    kept_in_kind: Decimal
    public: Decimal
    gap: Decimal
    excess: Decimal
    checks: tuple[Check, ...]

    @property
    def gap_percent(self) -> Decimal:
        return share(self.gap, self.total)

    @property
    def funded_percent(self) -> Decimal:
        return share(self.total - self.gap + self.excess, self.total)


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


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def share(part: Decimal, total: Decimal) -> Decimal:
    """`part` in per cent of `total`, to the tenth."""
    return (part * HUNDRED / total).quantize(Decimal("0.1"), ROUND_HALF_UP) if total else ZERO


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
        f"{money_exact(most)} sont retenus sur {money_exact(project.in_kind)}. Le reste compte dans "
        "ce qui manque."
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


def checks_of(
    line: Line, amount: Decimal, own: Decimal, project: Project, lines: Sequence[Line]
) -> Iterator[Check]:
    """Every remark on one line. A line typed freely is only counted."""
    rules = line.rules
    if rules is None:
        yield Check(
            Level.UNKNOWN, "Hors du répertoire : ses règles ne sont pas connues ici, vérifiez-les."
        )
        return
    yield from check_amount(amount, project.total, rules)
    yield from check_own_share(own, project.total, rules)
    yield from check_dates(project, rules)
    yield from check_eligibility(project, rules)
    yield from check_prerequisites(line, rules)
    yield from check_combination(line, rules, lines)


def check_amount(amount: Decimal, total: Decimal, rules: Rules) -> Iterator[Check]:
    bounds = (rules.amount_min, rules.amount_max, rules.rate_min, rules.rate_max)
    if all(bound is None for bound in bounds):
        yield Check(
            Level.UNKNOWN,
            "Ni montant ni taux ne sont renseignés : demandez-les au financeur.",
            rules.page,
            rules.verified_on,
        )
        return
    asked = f"{money_exact(amount)}, soit {percent(share(amount, total), 1)} du coût"
    wrong = list(out_of_bounds(amount, total, rules))
    for words in wrong:
        yield Check(Level.BLOCKING, f"{asked} : {words}.", rules.figures_source, rules.figures_on)
    if not wrong:
        yield Check(
            Level.FINE,
            f"{asked} : dans les limites connues.",
            rules.figures_source,
            rules.figures_on,
        )


def out_of_bounds(amount: Decimal, total: Decimal, rules: Rules) -> Iterator[str]:
    if rules.amount_min is not None and amount < rules.amount_min:
        yield f"le minimum est de {money_exact(rules.amount_min)}"
    if rules.amount_max is not None and amount > rules.amount_max:
        yield f"le maximum est de {money_exact(rules.amount_max)}"
    for rate, word, over in ((rules.rate_min, "minimal", False), (rules.rate_max, "maximal", True)):
        if rate is None:
            continue
        bound = cents(total * rate / HUNDRED)
        if amount > bound if over else amount < bound:
            yield f"le taux {word} est de {percent(rate, 2)}, soit {money_exact(bound)} ici"


def check_own_share(own: Decimal, total: Decimal, rules: Rules) -> Iterator[Check]:
    if rules.own_share_min is None:
        return
    wanted = cents(total * rules.own_share_min / HUNDRED)
    told = f"La collectivité apporte {percent(share(own, total), 1)} du coût"
    least = percent(rules.own_share_min, 2)
    if own >= wanted:
        level, words = Level.FINE, f"{told} : {least} au moins sont demandés."
    else:
        lacking = money_exact(wanted - own)
        level = Level.BLOCKING
        words = f"{told} : il en faut {least}, soit {lacking} de plus."
    yield Check(level, words, rules.figures_source, rules.figures_on)


def check_dates(project: Project, rules: Rules) -> Iterator[Check]:
    """Whether one may still apply before the project starts."""
    level, words = dates_in_words(project, rules)
    yield Check(level, words, rules.page, rules.verified_on)


def dates_in_words(project: Project, rules: Rules) -> tuple[Level, str]:
    if rules.status == Status.CLOSED and rules.closes:
        day = long_date(rules.closes)
        return Level.BLOCKING, f"Clos depuis le {day} : guettez une prochaine session."
    if rules.status == Status.UPCOMING and rules.opens:
        day = long_date(rules.opens)
        if project.start and rules.opens > project.start:
            return Level.BLOCKING, f"N’ouvre que le {day}, après le début du projet."
        return Level.WARNING, f"Pas encore ouvert : dépôt à partir du {day}."
    if rules.status == Status.PERMANENT:
        return Level.FINE, "Le dépôt est possible toute l’année."
    if rules.closes:
        day = long_date(rules.closes)
        if rules.status == Status.CLOSING:
            return Level.WARNING, f"Bientôt clos : déposez avant le {day} inclus."
        return Level.FINE, f"Ouvert jusqu’au {day} inclus."
    return Level.UNKNOWN, "Les dates de dépôt sont à vérifier auprès du financeur."


def check_eligibility(project: Project, rules: Rules) -> Iterator[Check]:
    """Who, where, what for. What the project does not say is not judged."""

    def told(level: Level, words: str) -> Check:
        return Check(level, words, rules.page, rules.verified_on)

    if project.body:
        if not rules.bodies:
            yield told(Level.UNKNOWN, "Les bénéficiaires ne sont pas renseignés.")
        elif project.body not in rules.bodies:
            yield told(Level.BLOCKING, "Votre type de structure n’est pas parmi les bénéficiaires.")
        else:
            yield told(Level.FINE, "Votre type de structure est parmi les bénéficiaires.")
    if project.countries:
        yield told(*countries_in_words(project, rules))
    if project.category:
        if not rules.categories:
            yield told(Level.UNKNOWN, "La catégorie d’action visée n’est pas renseignée.")
        elif project.category not in rules.categories:
            yield told(Level.WARNING, "Ce financement vise une autre catégorie d’action.")
        else:
            yield told(Level.FINE, "Ce financement vise cette catégorie d’action.")


def countries_in_words(project: Project, rules: Rules) -> tuple[Level, str]:
    if rules.countries is None:
        zone = f" (« {rules.zone} »)" if rules.zone else ""
        return Level.UNKNOWN, f"Les pays éligibles sont à vérifier{zone}."
    left = [name for code, name in project.countries.items() if code not in rules.countries]
    if not left:
        return Level.FINE, "Le ou les pays partenaires sont éligibles."
    outside = f"Hors des pays éligibles connus : {', '.join(left)}"
    if rules.zone:
        return Level.UNKNOWN, f"{outside}. À vérifier : la zone est « {rules.zone} »."
    level = Level.BLOCKING if len(left) == len(project.countries) else Level.WARNING
    return level, f"{outside}."


def check_prerequisites(line: Line, rules: Rules) -> Iterator[Check]:
    for place, words in enumerate(rules.prerequisites):
        level = Level.FINE if place in line.done else Level.WARNING
        told = "Préalable rempli" if place in line.done else "À faire avant de déposer"
        yield Check(level, f"{told} : {words}", rules.page, rules.verified_on)


def check_combination(line: Line, rules: Rules, lines: Sequence[Line]) -> Iterator[Check]:
    """Only when the directory says with what it combines."""
    others = [o for o in lines if o is not line and o.rules and o.slug]
    for other in others:
        if rules.combines_with and other.slug not in rules.combines_with:
            yield Check(
                Level.UNKNOWN,
                f"Le cumul avec « {other.name} » n’est pas renseigné.",
                rules.page,
                rules.verified_on,
            )
