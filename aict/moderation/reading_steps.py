"""Review tasks, as a table a product owner can read aloud. All on a submitted text, on its exact number.

| task          | from  | step    | to                    | who                                          |
|---------------|-------|---------|-----------------------|----------------------------------------------|
| second reader | –     | ask     | asked                 | a coordinator who is not of its authors      |
| second reader | asked | nothing | « rien à redire »     | the person asked, still not of its authors   |
| second reader | asked | remarks | « remarques », words  | the person asked, still not of its authors   |
| second reader | asked | drop    | closed                | a coordinator who is not of its authors      |
| last look     | –     | submit  | asked                 | its author, with the submission              |
| last look     | asked | agree   | « d'accord »          | its author, or someone of the team           |
| both          | asked | –       | closed                | sent back, withdrawn or accepted             |
"""

from collections.abc import Callable
from dataclasses import dataclass

from aict.moderation.models import Contribution, Reading
from aict.moderation.permissions import can_edit, can_moderate, is_involved

SECOND, LAST = Reading.Role.SECOND, Reading.Role.LAST
State = Reading.State


def is_reader(user, reading: Reading) -> bool:
    return user.pk == reading.person_id and not is_involved(user, reading.contribution)


def is_author(user, reading: Reading) -> bool:
    team = reading.contribution.editors
    return user.pk == reading.person_id or team.filter(pk=user.pk).exists()


def is_judge(user, reading: Reading) -> bool:
    return can_moderate(user, reading.contribution)


@dataclass(frozen=True)
class Step:
    role: str
    source: str | None
    target: str
    who: Callable
    done: str
    wants_words: bool = False


STEPS: dict[str, Step] = {
    "ask": Step(SECOND, None, State.ASKED, is_judge, "ask_reading"),
    "nothing": Step(SECOND, State.ASKED, State.NOTHING, is_reader, "read_nothing"),
    "remarks": Step(SECOND, State.ASKED, State.REMARKS, is_reader, "read_remarks", True),
    "drop": Step(SECOND, State.ASKED, State.CLOSED, is_judge, "drop_reading"),
    "agree": Step(LAST, State.ASKED, State.AGREED, is_author, "agree"),
}


def asked_of(user, contribution: Contribution) -> Reading | None:
    """What `user` is asked to read of this text and has not answered yet."""
    waiting = contribution.readings.filter(state=State.ASKED).select_related("contribution")
    return next(
        (
            reading
            for reading in waiting
            if (is_reader if reading.role == SECOND else is_author)(user, reading)
        ),
        None,
    )


def may_read(user, contribution: Contribution) -> bool:
    """Was asked to read the text now submitted, and has answered or still may."""
    open_ones = contribution.readings.exclude(state=State.CLOSED).filter(person=user)
    return contribution.state == "submitted" and any(
        reading.number == contribution.last_number() for reading in open_ones
    )


def may_remark(user, contribution: Contribution) -> bool:
    """Its team, the coordination, and who is asked to read the text at hand."""
    return can_edit(user, contribution) or may_read(user, contribution)


def readings_of(contribution: Contribution) -> list[Reading]:
    """Those of the text now in hand, for the pages of who decides."""
    asked = contribution.readings.filter(number=contribution.last_number())
    return list(asked.select_related("person"))


def obstacle(contribution: Contribution, number: int | None, by, wanted: bool) -> str:
    """Why version `number` cannot be accepted by `by` yet, in words; "" when it can. `wanted`: its
    kind wants a second reader."""
    readings = list(contribution.readings.filter(number=number).select_related("person"))
    last = next((r for r in readings if r.role == LAST and r.state == State.ASKED), None)
    if last and can_be_agreed(last):
        return (
            f"L’accord de l’auteur est attendu ({last.who}) : il ou elle a demandé à relire le texte "
            "exact avant publication. Vous pouvez aussi demander des corrections."
        )
    if wanted and not any(counts(reading, by) for reading in readings):
        return (
            "Une seconde lecture est nécessaire avant de publier : demandez-la à quelqu’un d’autre "
            "que ses auteurs et que vous, et attendez sa réponse sur cette version."
        )
    return ""


def can_be_agreed(reading: Reading) -> bool:
    """Somebody is left who may agree: accounts are erased, teams are left."""
    person, team = reading.person, reading.contribution.editors
    return bool(person and person.is_active) or team.filter(is_active=True).exists()


def counts(reading: Reading, by) -> bool:
    """Answered by someone else than the authors and than who accepts."""
    answered = reading.role == SECOND and reading.state in {State.NOTHING, State.REMARKS}
    if not answered or reading.person is None:
        return answered
    return reading.person_id != by.pk and not is_involved(reading.person, reading.contribution)
