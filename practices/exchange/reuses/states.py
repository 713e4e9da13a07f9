"""What may happen to a reuse, as a table a product owner can read aloud.

| from                              | transition | to        | who                                   |
|-----------------------------------|------------|-----------|---------------------------------------|
| declared, adapted, done, dropped  | adapt      | adapted   | its authority, signed page or account |
| declared, adapted, done, dropped  | complete   | done      | its authority, signed page or account |
| declared, adapted, done, dropped  | drop       | dropped   | its authority, signed page or account |
| declared, adapted, done, dropped  | withdraw   | withdrawn | its authority, by account             |
| the same, shown                   | hide       | the same  | coordination, with a reason           |
| the same, hidden                  | show       | the same  | coordination                          |
"""

from dataclasses import dataclass

from practices.exchange.models.question import Part
from practices.exchange.models.reuse import Reuse, State

KEPT = frozenset({State.DECLARED, State.ADAPTED, State.DONE, State.DROPPED})


@dataclass(frozen=True)
class Transition:
    label: str
    target: State | None  # None: the state does not move
    part: Part
    # Whether it starts from a hidden reuse; None: it does not matter.
    hidden: bool | None = None


TRANSITIONS: dict[str, Transition] = {
    "adapt": Transition("Adaptée", State.ADAPTED, Part.OWNER),
    "complete": Transition("Réalisée", State.DONE, Part.OWNER),
    "drop": Transition("Abandonnée", State.DROPPED, Part.OWNER),
    "withdraw": Transition("Retirée", State.WITHDRAWN, Part.OWNER),
    "hide": Transition("Masquée par la coordination", None, Part.COORDINATION, hidden=False),
    "show": Transition("Montrée de nouveau", None, Part.COORDINATION, hidden=True),
}
# What the mailed page may do.
FOLLOW = ("adapt", "complete", "drop")


def possible(reuse: Reuse, rule: Transition) -> bool:
    return reuse.state in KEPT and rule.hidden in {None, reuse.hidden}


def open_to(reuse: Reuse, parts: set[Part]) -> set[str]:
    """Names of the transitions that somebody acting as `parts` may try now."""
    return {
        name for name, rule in TRANSITIONS.items() if possible(reuse, rule) and rule.part in parts
    }
