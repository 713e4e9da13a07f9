"""What may happen to an introduction, as a table a product owner can read aloud.

| from                                     | transition | to           | who                          |
|------------------------------------------|------------|--------------|------------------------------|
| draft                                    | send       | sent         | requester, to somebody       |
| draft                                    | entrust    | escalated    | requester, to the coordination |
| sent                                     | acknowledge| acknowledged | who is asked                 |
| sent, acknowledged, escalated            | accept     | accepted     | who is asked                 |
| sent, acknowledged, escalated            | refuse     | refused      | who is asked, with a reason  |
| sent, acknowledged                       | escalate   | escalated    | the clock, after 45 days     |
| sent, acknowledged, refused              | hand_back  | escalated    | requester or coordination    |
| sent, acknowledged, escalated, refused   | reassign   | sent         | coordination, to somebody    |
| refused                                  | retry      | sent         | requester, to somebody else  |
| accepted                                 | hold       | held         | requester                    |
| accepted, held                           | close      | closed       | requester: useful? outcome   |
| escalated, refused, accepted, held       | file       | closed       | coordination, with a reason  |
| everything not over                      | withdraw   | withdrawn    | requester                    |
| everything not over                      | leave      | closed       | the clock: account erased    |
"""

from dataclasses import dataclass

from partnerships.models.introduction import Introduction, Part, State

REQUESTER, TARGET, COORDINATION, CLOCK = (
    Part.REQUESTER,
    Part.TARGET,
    Part.COORDINATION,
    Part.CLOCK,
)
WAITING = {State.SENT, State.ACKNOWLEDGED}
ASKED = {*WAITING, State.ESCALATED}
UNFINISHED = {*ASKED, State.DRAFT, State.ACCEPTED, State.REFUSED, State.HELD}


@dataclass(frozen=True)
class Transition:
    name: str
    label: str
    sources: frozenset[State]
    target: State
    parts: frozenset[Part]
    wants_comment: bool = False


def row(name, label, sources, target, *parts, wants_comment=False):
    return name, Transition(
        name, label, frozenset(sources), target, frozenset(parts), wants_comment
    )


TRANSITIONS: dict[str, Transition] = dict(
    [
        row("send", "Demande envoyée", {State.DRAFT}, State.SENT, REQUESTER),
        row("entrust", "Confiée à la coordination", {State.DRAFT}, State.ESCALATED, REQUESTER),
        row("acknowledge", "Bien reçue", {State.SENT}, State.ACKNOWLEDGED, TARGET),
        row("accept", "Acceptée", ASKED, State.ACCEPTED, TARGET),
        row("refuse", "Refusée", ASKED, State.REFUSED, TARGET),
        row("escalate", "Passée à la coordination", WAITING, State.ESCALATED, CLOCK),
        row(
            "hand_back",
            "Confiée à la coordination",
            {*WAITING, State.REFUSED},
            State.ESCALATED,
            REQUESTER,
            COORDINATION,
        ),
        row(
            "reassign",
            "Confiée à quelqu’un d’autre",
            {*ASKED, State.REFUSED},
            State.SENT,
            COORDINATION,
        ),
        row("retry", "Adressée à quelqu’un d’autre", {State.REFUSED}, State.SENT, REQUESTER),
        row("hold", "Échange fait", {State.ACCEPTED}, State.HELD, REQUESTER),
        row("close", "Terminée", {State.ACCEPTED, State.HELD}, State.CLOSED, REQUESTER),
        row(
            "file",
            "Terminée par la coordination",
            {State.ESCALATED, State.REFUSED, State.ACCEPTED, State.HELD},
            State.CLOSED,
            COORDINATION,
            wants_comment=True,
        ),
        row("withdraw", "Retirée", UNFINISHED, State.WITHDRAWN, REQUESTER),
        row(
            "leave",
            "Terminée : la personne a quitté la plateforme",
            UNFINISHED,
            State.CLOSED,
            CLOCK,
        ),
    ]
)


def open_to(introduction: Introduction, parts: set[Part]) -> set[str]:
    """Names of the transitions that somebody acting as `parts` may try now."""
    return {
        name
        for name, rule in TRANSITIONS.items()
        if introduction.state in rule.sources and rule.parts & parts
    }
