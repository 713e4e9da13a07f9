"""Paying for one project with several funding lines: the words of it.

Pure: what a line asks (`Rules`) is data of the directory, with its source and its date; the project and
the amounts are the officer's. Nothing here knows a figure of any funder."""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

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
    # A first file to send before this day; « over » when it is behind us.
    predeposit: date | None = None
    predeposit_over: bool = False
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
    fictional: bool = False
    done: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Check:
    """One remark in words. `source` and `on` tell where the rule was read; empty for arithmetic."""

    level: Level
    words: str
    source: str = ""
    on: date | None = None

    @property
    def is_page(self) -> bool:
        """Whether the rule is read on our own page of the line, verified on `on` or not yet."""
        return self.source.startswith("/")


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
    def fine(self) -> list[Check]:
        return [check for check in self.checks if check.level is Level.FINE]

    @property
    def remarks(self) -> list[Check]:
        """What asks for something."""
        return [check for check in self.checks if check.level is not Level.FINE]


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
    def blocking(self) -> int:
        """How many remarks stop the montage."""
        every = [*self.checks, *(check for row in self.lines for check in row.checks)]
        return sum(check.level is Level.BLOCKING for check in every)

    @property
    def gap_percent(self) -> Decimal:
        return share(self.gap, self.total)


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def share(part: Decimal, total: Decimal) -> Decimal:
    """`part` in per cent of `total`, to the tenth."""
    return (part * HUNDRED / total).quantize(Decimal("0.1"), ROUND_HALF_UP) if total else ZERO
