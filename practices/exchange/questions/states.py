"""What may happen to a question, as a table a product owner can read aloud.

| from                                    | transition | to        | who                              |
|-----------------------------------------|------------|-----------|----------------------------------|
| asked                                   | forward    | forwarded | coordination                     |
| forwarded                               | answer     | answered  | the practice's team, its answer  |
| answered                                | return     | forwarded | coordination, with a reason      |
| answered                                | publish    | published | coordination                     |
| asked, forwarded, answered, published   | refuse     | refused   | coordination, with a reason      |
| asked, forwarded, answered              | withdraw   | withdrawn | who asked                        |
| asked, forwarded, answered              | leave      | withdrawn | the clock: account erased        |

Nobody relays their own question, nor publishes their own team's answer.
"""

from dataclasses import dataclass

from practices.exchange.models.question import Part, Question, State

OWNER, TEAM, COORDINATION, CLOCK = Part.OWNER, Part.TEAM, Part.COORDINATION, Part.CLOCK
OPEN = {State.ASKED, State.FORWARDED, State.ANSWERED}


@dataclass(frozen=True)
class Transition:
    label: str
    sources: frozenset[State]
    target: State
    part: Part


def row(label: str, sources: set[State], target: State, part: Part) -> Transition:
    return Transition(label, frozenset(sources), target, part)


TRANSITIONS: dict[str, Transition] = {
    "forward": row("Transmise à l’équipe", {State.ASKED}, State.FORWARDED, COORDINATION),
    "answer": row("Réponse reçue", {State.FORWARDED}, State.ANSWERED, TEAM),
    "return": row("Réponse à reprendre", {State.ANSWERED}, State.FORWARDED, COORDINATION),
    "publish": row("Publiée avec sa réponse", {State.ANSWERED}, State.PUBLISHED, COORDINATION),
    "refuse": row("Non retenue", OPEN | {State.PUBLISHED}, State.REFUSED, COORDINATION),
    "withdraw": row("Retirée", OPEN, State.WITHDRAWN, OWNER),
    "leave": row("Retirée : la personne a quitté la plateforme", OPEN, State.WITHDRAWN, CLOCK),
}


def open_to(question: Question, parts: set[Part]) -> set[str]:
    """Names of the transitions that somebody acting as `parts` may try now."""
    return {
        name
        for name, rule in TRANSITIONS.items()
        if question.state in rule.sources and rule.part in parts
    }
