"""The one gate through which every review task goes; the table is in reading_steps.py."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.moderation.models import Contribution, JournalEntry, Reading, State
from aict.moderation.permissions import is_involved
from aict.moderation.readiness import Refused
from aict.moderation.reading_letters import tell
from aict.moderation.reading_steps import LAST, STEPS


@transaction.atomic
def ask(contribution: Contribution, person, by, quiet: bool = False) -> Reading:
    """Have `person` read the submitted text. Asked twice, she is asked once.

    Raises PermissionDenied, Refused."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    reading = Reading(
        contribution=contribution,
        number=contribution.last_number(),
        role=STEPS["ask"].role,
        person=person,
        asked_by=by,
    )
    check("ask", reading, by)
    if is_involved(person, contribution):
        raise Refused(f"{person} est de ses auteurs : demandez à quelqu’un d’autre.")
    if not (person.is_coordinator or person.memberships.confirmed().exists()):
        raise Refused(f"L’appartenance de {person} n’est pas confirmée.")
    known = contribution.readings.filter(
        number=reading.number, role=reading.role, person=person
    ).exclude(state=Reading.State.CLOSED)
    if found := known.first():
        return found
    reading.save()
    note(reading, "ask", by, quiet)
    return reading


@transaction.atomic
def apply(reading: Reading, step: str, by, words: str = "", quiet: bool = False) -> Reading:
    """Answer, agree or drop. Raises PermissionDenied, Refused."""
    contribution = Contribution.objects.select_for_update().get(pk=reading.contribution_id)
    reading = Reading.objects.select_related("person").get(pk=reading.pk)
    reading.contribution = contribution
    check(step, reading, by)
    if STEPS[step].wants_words and not words.strip():
        raise Refused("Dites vos remarques, en quelques mots : elles sont gardées avec ce texte.")
    reading.state, reading.words = STEPS[step].target, words.strip()
    reading.answered_at = timezone.now()
    reading.save(update_fields=["state", "words", "answered_at"])
    note(reading, step, by, quiet)
    return reading


def check(step: str, reading: Reading, by) -> None:
    rule, contribution = STEPS[step], reading.contribution
    if reading.role != rule.role or not rule.who(by, reading):
        raise PermissionDenied("Cette relecture n’est pas à vous.")
    if contribution.state != State.SUBMITTED or reading.number != contribution.last_number():
        raise Refused("Ce texte n’est plus en relecture : il a été repris ou décidé entre-temps.")
    if rule.source is not None and reading.state != rule.source:
        raise Refused(f"C’est déjà fait : « {reading.get_state_display()} ».")


def note(reading: Reading, step: str, by, quiet: bool) -> None:
    """In the journal, and the mails of it."""
    contribution = reading.contribution
    JournalEntry.objects.create(
        contribution=contribution,
        transition=STEPS[step].done,
        source=contribution.state,
        target=contribution.state,
        by=by,
        number=reading.number,
        comment=reading.words,
    )
    if not quiet:
        tell(reading, step)


def close(contribution: Contribution) -> None:
    """Nobody is waited on any more: the text was taken back, sent back or accepted."""
    asked = contribution.readings.filter(state=Reading.State.ASKED)
    asked.update(state=Reading.State.CLOSED, answered_at=timezone.now())


def ask_authors(contribution: Contribution, number: int, by, wanted: bool) -> None:
    """The last look an author asks for at submission. It stays asked of her when somebody else
    submits a later text before anything is accepted."""
    former = former_wish(contribution)
    person = by if wanted else former and former.person
    if person is None or (not wanted and person == by):
        return
    reading = contribution.readings.create(number=number, role=LAST, person=person, asked_by=by)
    if person != by:
        tell(reading, "look")


def wishes(user, contribution: Contribution) -> bool:
    """Whether `user` asked for a last look at the text that is being corrected."""
    former = former_wish(contribution)
    return former is not None and former.person == user


def former_wish(contribution: Contribution) -> Reading | None:
    """The last look asked for since something was last accepted."""
    accepted = contribution.revisions.filter(accepted=True).first()
    since = (accepted and accepted.number) or 0
    return (
        contribution.readings.filter(role=LAST, number__gt=since)
        .select_related("person")
        .order_by("-number", "-pk")
        .first()
    )
