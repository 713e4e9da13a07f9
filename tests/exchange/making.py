"""Questions and reuses of the tests, brought to a state through the real gates."""

from datetime import date

from aict.people.models import Membership
from practices.exchange.models import Question, Reuse
from practices.exchange.questions import gate as questions
from practices.exchange.questions.permissions import CLOCK, Who
from practices.exchange.reuses import gate as reuses
from tests.people import factories as people
from tests.practices import factories as practices

WAYS = {
    "asked": [],
    "forwarded": ["forward"],
    "answered": ["forward", "answer"],
    "published": ["forward", "answer", "publish"],
    "refused": ["refuse"],
    "withdrawn": ["withdraw"],
}
TEXT = "Qui payait les billets ?"


def place(code="84", name="Auvergne-Rhône-Alpes"):
    return people.territory(level="region", code=code, name=name)


def practice(editor=None, **fields):
    """A practice of another territory than Grenoble, with a team of one."""
    fields.setdefault("territory", place())
    made = practices.practice(**fields)
    made.contribution.editors.add(editor or people.officer(territory=made.territory))
    return made


def team_of(question):
    return question.practice.contribution.editors.get()


def question(
    asker=None, about=None, text=TEXT, function="Chargée de mission", **fields
) -> Question:
    """Asked by an officer of Grenoble."""
    asker = asker or people.officer()
    made = questions.ask(about or practice(), asker.memberships.get(), function, text, quiet=True)
    if fields:
        Question.objects.filter(pk=made.pk).update(**fields)
        made.refresh_from_db()
    return made


def said(transition: str) -> questions.Said:
    """What makes that transition whole."""
    return {
        "answer": questions.Said(answer="La région, pour moitié."),
        "return": questions.Said(comment="Et l’autre moitié ?"),
        "refuse": questions.Said(reason="deja-dit"),
    }.get(transition, questions.Said())


def by(made: Question, transition: str) -> Who:
    """Who usually does that."""
    if transition in {"forward", "return", "publish", "refuse"}:
        return Who(user=people.coordinator())
    if transition == "answer":
        return Who(user=team_of(made))
    return CLOCK if transition == "leave" else Who(user=made.asker)


def at(state: str, asker=None, **fields) -> Question:
    made = question(asker, **fields)
    for transition in WAYS[state]:
        questions.apply(made, transition, by(made, transition), said(transition), quiet=True)
    return made


def reuse(officer=None, about=None, taken="La tournée, à quatre.", since=date(2026, 3, 1)) -> Reuse:
    """Of the officer's authority."""
    officer = officer or people.officer()
    return reuses.declare(about or practice(), officer.memberships.get(), taken, since, quiet=True)


def reuse_by(territory, about, state="declared", child=None, **fields) -> Reuse:
    """Of any authority, in that state; nobody's in particular."""
    member = Membership(
        user=people.officer(territory=territory),
        territory=territory,
        service=people.service(),
        confirmed_at=people.timezone.now(),
    )
    made = reuses.declare(about, member, "L’idée", date(2026, 3, 1), quiet=True)
    step = {"adapted": "adapt", "done": "complete", "dropped": "drop"}.get(state)
    if step:
        said = reuses.Said(sentence="C’est fait.", child=child)
        reuses.apply(made, step, reuses.Who(link=True), said, quiet=True)
    return made
