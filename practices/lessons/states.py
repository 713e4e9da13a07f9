"""What may happen to a statement, as a table a product owner can read aloud.

| from                           | transition | to        | who                                          |
|--------------------------------|------------|-----------|----------------------------------------------|
| draft, returned                | submit     | submitted | its author                                   |
| submitted                      | rewrite    | submitted | coordination: earlier checks hold no more    |
| submitted                      | check      | submitted, or cleared at the second person | coordination |
| submitted, cleared             | send_back  | returned  | coordination, with a reason                  |
| submitted, cleared, returned   | refuse     | refused   | coordination, with a reason                  |
| cleared                        | approve    | published | its author, that exact text                  |
| submitted, cleared             | take_back  | draft     | its author                                   |
| draft … cleared, returned      | withdraw   | withdrawn | its author                                   |
| published                      | remove     | withdrawn | its author, or coordination with a reason    |
| draft … cleared, returned      | leave      | withdrawn | the clock: account erased                    |
"""

from dataclasses import dataclass

from practices.lessons.models import Part, State, Statement

AUTHOR, COORDINATION, CLOCK = Part.AUTHOR, Part.COORDINATION, Part.CLOCK
READ = {State.SUBMITTED, State.CLEARED}
UNFINISHED = READ | {State.DRAFT, State.RETURNED}


@dataclass(frozen=True)
class Transition:
    label: str
    sources: frozenset[State]
    target: State
    parts: frozenset[Part]


def row(label: str, sources: set[State], target: State, *parts: Part) -> Transition:
    return Transition(label, frozenset(sources), target, frozenset(parts))


TRANSITIONS: dict[str, Transition] = {
    "submit": row("Confié à la coordination", {State.DRAFT, State.RETURNED}, State.SUBMITTED, AUTHOR),
    "rewrite": row("Texte repris pour ne reconnaître personne", {State.SUBMITTED}, State.SUBMITTED, COORDINATION),
    "check": row("Vérifié", {State.SUBMITTED}, State.SUBMITTED, COORDINATION),
    "send_back": row("À reprendre", READ, State.RETURNED, COORDINATION),
    "refuse": row("Non retenu", READ | {State.RETURNED}, State.REFUSED, COORDINATION),
    "approve": row("Approuvé et publié", {State.CLEARED}, State.PUBLISHED, AUTHOR),
    "take_back": row("Repris en brouillon", READ, State.DRAFT, AUTHOR),
    "withdraw": row("Retiré", UNFINISHED, State.WITHDRAWN, AUTHOR),
    "remove": row("Retiré du site", {State.PUBLISHED}, State.WITHDRAWN, AUTHOR, COORDINATION),
    "leave": row("Retiré : la personne a quitté la plateforme", UNFINISHED, State.WITHDRAWN, CLOCK),
}  # fmt: skip


def open_to(statement: Statement, parts: set[Part]) -> set[str]:
    """Names of the transitions that somebody acting as `parts` may try now."""
    return {
        name
        for name, rule in TRANSITIONS.items()
        if statement.state in rule.sources and rule.parts & parts
    }
