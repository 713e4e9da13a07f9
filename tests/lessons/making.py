"""Statements of the tests, brought to a state through the real gate."""

from practices.lessons import gate
from practices.lessons.checklist import POINTS
from practices.lessons.models import Lesson, Statement
from practices.lessons.permissions import CLOCK, Who
from tests.people import factories as people

WAYS = {
    "draft": [],
    "submitted": ["submit"],
    "returned": ["submit", "send_back"],
    "cleared": ["submit", "check", "check"],
    "published": ["submit", "check", "check", "approve"],
    "refused": ["submit", "refuse"],
    "withdrawn": ["withdraw"],
}
TOLD = {
    "title": "Ne pas partir sans interprète",
    "situation": "Un premier salon, dans une langue que personne ne parle.",
    "tried": "Deux stagiaires bilingues.",
    "wrong": "Les rendez-vous techniques ont tourné court.",
    "instead": "Une entreprise de moins, un interprète de plus.",
    "level": "",
    "band": "",
    "category": "internationalisation",
}


def enough_places() -> None:
    """Five authorities at least, so that no mark points to one of them."""
    for number in range(5):
        people.territory(level="commune", code=f"9900{number}", name=f"Bourg {number}")


def draft(author=None, **told) -> Statement:
    enough_places()
    return Statement.objects.create(author=author or people.officer(), **(TOLD | told))


def said(statement: Statement, transition: str) -> gate.Said:
    """What makes that transition whole."""
    told = statement.told() | {"instead": "Autrement."}
    return gate.Said(
        comment="Un lieu se devine." if transition in {"send_back", "refuse", "remove"} else "",
        digest=statement.digest,
        points=[*POINTS],
        told=told,
    )


def by(statement: Statement, transition: str) -> Who:
    """Who usually does that; a new person for each check."""
    if transition in {"rewrite", "check", "send_back", "refuse"}:
        return Who(user=people.coordinator())
    return CLOCK if transition == "leave" else Who(user=statement.author)


def at(state: str, author=None, **told) -> Statement:
    made = draft(author, **told)
    for transition in WAYS[state]:
        gate.apply(made, transition, by(made, transition), said(made, transition), quiet=True)
    return made


def lesson(author=None, **told) -> Lesson:
    """One that is on line."""
    return at("published", author, **told).published
