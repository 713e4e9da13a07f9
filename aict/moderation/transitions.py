"""The workflow, as a table a product owner can read aloud.

| from               | transition | to                        | who                           |
|--------------------|------------|---------------------------|-------------------------------|
| draft, returned    | submit     | submitted                 | editors, when nothing lacks   |
| submitted          | withdraw   | draft                     | editors                       |
| submitted          | send_back  | returned                  | another coordinator, reasons  |
| submitted          | accept     | published (on line)       | another coordinator           |
| draft, returned    | publish    | published (on line)       | a coordinator, direct kinds   |
| published          | revise     | draft (live text stays)   | editors                       |
| draft, returned    | discard    | published                 | editors, when a text is live  |
| draft, returned    | abandon    | archived                  | editors, when none is live    |
| published          | archive    | archived (off line)       | editors, with a reason        |
| archived           | reopen     | draft                     | editors                       |
| archived           | restore    | published (on line)       | another coordinator           |
| returned           | expire     | archived, or published    | the clock, after 90 days      |
"""

from collections.abc import Callable
from dataclasses import dataclass

from aict.moderation.models import State
from aict.moderation.permissions import can_edit, can_moderate, can_publish

D, S, R, P, A = State.DRAFT, State.SUBMITTED, State.RETURNED, State.PUBLISHED, State.ARCHIVED


@dataclass(frozen=True)
class Transition:
    name: str
    label: str
    sources: frozenset[State]
    target: State
    who: Callable | None
    # None: whether a text is live does not matter.
    live: bool | None = None
    wants_comment: bool = False


def row(name, label, sources, target, who, live=None, wants_comment=False):
    return name, Transition(name, label, frozenset(sources), target, who, live, wants_comment)


TRANSITIONS: dict[str, Transition] = dict(
    [
        row("submit", "Soumettre", {D, R}, S, can_edit),
        row("withdraw", "Reprendre la main", {S}, D, can_edit),
        row("send_back", "Demander des corrections", {S}, R, can_moderate),
        row("accept", "Publier", {S}, P, can_moderate),
        row("publish", "Publier directement", {D, R}, P, can_publish),
        row("revise", "Modifier", {P}, D, can_edit),
        row("discard", "Abandonner cette mise à jour", {D, R}, P, can_edit, live=True),
        row("abandon", "Abandonner ce brouillon", {D, R}, A, can_edit, live=False),
        row("archive", "Retirer du site", {P}, A, can_edit, wants_comment=True),
        row("reopen", "Rouvrir", {A}, D, can_edit),
        row("restore", "Remettre en ligne", {A}, P, can_moderate, live=False),
        row("expire", "Classer sans réponse", {R}, A, None, live=False),
        row("expire_update", "Classer la mise à jour sans réponse", {R}, P, None, live=True),
    ]
)


def open_to(user, contribution) -> list[Transition]:
    """The transitions `user` may try now on `contribution`."""
    return [
        t
        for t in TRANSITIONS.values()
        if contribution.state in t.sources
        and t.live in (None, contribution.live)
        and t.who
        and t.who(user, contribution)
    ]
