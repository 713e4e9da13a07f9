"""What a coordinator finds on the page of a survey. Rooms above register theirs in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from surveys.models import State, Survey


@dataclass(frozen=True)
class Step:
    """`address` is a name that takes the survey's slug. `told(survey)` says where it stands, in a few words."""

    label: str
    address: str
    states: frozenset[str]
    order: int
    told: Callable[[Survey], str]
    help: str = ""


STEPS: list[Step] = []
# Transition → the page of a room above that asks for it with more words: a name that takes the slug.
ASKED_AT: dict[str, str] = {}
ALL = frozenset(State.values)


def register(step: Step) -> None:
    STEPS.append(step)


def steps_of(survey: Survey) -> list[tuple[Step, str]]:
    found = sorted((step for step in STEPS if survey.state in step.states), key=lambda s: s.order)
    return [(step, step.told(survey)) for step in found]
