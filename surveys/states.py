"""Where a survey may go from where it is."""

from dataclasses import dataclass

from surveys.models.survey import State


@dataclass(frozen=True)
class Transition:
    label: str
    sources: frozenset[str]
    target: str
    wants_comment: bool = False


TRANSITIONS = {
    "open": Transition("Ouvrir l’enquête", frozenset({State.DRAFT}), State.OPEN),
    "rework": Transition("Revenir à la préparation", frozenset({State.OPEN}), State.DRAFT),
    "close": Transition("Clore l’enquête", frozenset({State.OPEN}), State.CLOSED),
    "reopen": Transition("Rouvrir l’enquête", frozenset({State.CLOSED}), State.OPEN, True),
    "publish": Transition("Publier publiquement", frozenset({State.CLOSED}), State.PUBLISHED),
    "withdraw": Transition(
        "Retirer les résultats", frozenset({State.PUBLISHED}), State.CLOSED, True
    ),
}
