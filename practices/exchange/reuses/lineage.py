"""Where a practice comes from and where it went: what its page and the page of its chain show."""

from dataclasses import dataclass, field

from practices.exchange.models.reuse import Reuse, State
from practices.models import Practice

TIMES = ["", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
# From this many adaptations on, a practice says so.
PROVEN = 3
MOST_NAMES, DEEPEST, MOST_NODES = 5, 4, 300
TONES = {
    State.DECLARED: ("info", "sprout"),
    State.ADAPTED: ("success", "git-fork"),
    State.DONE: ("success", "circle-check"),
    State.DROPPED: ("neutral", "circle-slash"),
}


@dataclass
class Lineage:
    """`reuses` are shown ones, those that go on first; `parents` lead to what inspired it."""

    practice: Practice
    reuses: list[Reuse] = field(default_factory=list)
    parents: list[Reuse] = field(default_factory=list)

    @property
    def going(self) -> list[Reuse]:
        return [reuse for reuse in self.reuses if reuse.state != State.DROPPED]

    @property
    def count(self) -> int:
        """Authorities that took it up and did not give up."""
        return len(self.going)

    @property
    def names(self) -> str:
        """« Lyon, Lille et 2 autres »."""
        names = [reuse.territory.name for reuse in self.going]
        more = len(names) - MOST_NAMES
        if more > 1:
            return f"{', '.join(names[:MOST_NAMES])} et {more} autres"
        return ", ".join(names)

    @property
    def proven(self) -> str:
        """« reprise trois fois », from three adaptations on; "" before."""
        told = sum(reuse.state in {State.ADAPTED, State.DONE} for reuse in self.reuses)
        if told < PROVEN:
            return ""
        return f"reprise {TIMES[told] if told < len(TIMES) else told} fois"

    @property
    def fictional(self) -> bool:
        return any(reuse.fictional for reuse in [*self.reuses, *self.parents])


def lineage_of(practice: Practice) -> Lineage:
    """Two queries, whatever the number of reuses."""
    shown = Reuse.objects.public().select_related("territory", "child")
    reuses = sorted(shown.filter(practice=practice), key=order)
    parents = (
        Reuse.objects.public()
        .filter(child=practice)
        .select_related("practice__territory")
        .order_by("created_at", "pk")
    )
    return Lineage(practice, reuses, list(parents))


def order(reuse: Reuse) -> tuple:
    return reuse.state == State.DROPPED, reuse.since, reuse.pk


@dataclass
class Node:
    """One authority of the chain, with those that took up its own practice."""

    reuse: Reuse
    tone: str
    icon: str
    nodes: list["Node"] = field(default_factory=list)


def chain_of(practice: Practice) -> list[Node]:
    """The tree of all that came from `practice`: one query a level, four levels at most."""
    top: list[Node] = []
    parents: dict[int, list[Node]] = {practice.pk: top}
    seen, count = {practice.pk}, 0
    for _level in range(DEEPEST):
        found = Reuse.objects.public().filter(practice__in=parents)
        following: dict[int, list[Node]] = {}
        for reuse in sorted(found.select_related("territory", "child"), key=order):
            node = Node(reuse, *TONES[State(reuse.state)])
            count += 1
            parents[reuse.practice_id].append(node)
            child = reuse.child
            if child and child.archived_at is None and child.pk not in seen:
                seen.add(child.pk)
                following[child.pk] = node.nodes
        if not following or count > MOST_NODES:
            break
        parents = following
    return top
