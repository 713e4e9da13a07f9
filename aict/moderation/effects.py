"""What each transition does to texts and to the live row. Called by the gate only, which saves
the contribution and writes the journal."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from aict.moderation import proposal_gate, reading_gate
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Correction, Revision, VerifiedBy
from aict.moderation.readiness import Refused, ready_parts


def submit(
    contribution: Contribution, text: Revision, by, note="", last_look=False, ready=None, **_
):
    """The text is numbered; its author may want a last look before it is published."""
    ready_parts(contribution, text.data, ready)
    number = number_text(contribution, text, note)
    reading_gate.ask_authors(contribution, number, by, last_look)


def number_text(contribution: Contribution, text: Revision, note: str) -> int:
    """The rolling draft, found ready, becomes a numbered version; corrections asked for are answered."""
    number = contribution.last_number() + 1
    if text.number:
        # Submitted again as it was: the former version stays what it was.
        text.pk, text.accepted, text._state.adding = None, False, True
    text.number, text.note, text.at = number, note.strip(), timezone.now()
    text.save()
    contribution.corrections.filter(resolved_at=None).update(resolved_at=timezone.now())
    return number


def withdraw(contribution: Contribution, text: Revision, by, **_):
    """The submitted version is kept; the next save opens a rolling draft from it."""
    reading_gate.close(contribution)


def send_back(contribution: Contribution, text: Revision, by, corrections=(), **_):
    if not corrections:
        raise Refused("Dites ce qui est à corriger : au moins un motif et une demande.")
    Correction.objects.bulk_create(
        Correction(contribution=contribution, number=text.number, author=by, **row)
        for row in corrections
    )
    reading_gate.close(contribution)


def accept(contribution: Contribution, text: Revision, by, ready=None, **_):
    """The version becomes the live row, bound by the kind's own forms."""
    put_on_line(contribution, text, ready_parts(contribution, text.data, ready))


def put_on_line(contribution: Contribution, text: Revision, parts: list[BoundPart]) -> None:
    reading_gate.close(contribution)
    contribution.assignments.all().delete()
    now = timezone.now()
    text.accepted = True
    text.save(update_fields=["accepted"])
    contribution.live = True
    contribution.published_at = contribution.published_at or now
    contribution.verified_on, contribution.verified_by = timezone.localdate(now), VerifiedBy.TEAM
    KINDS[contribution.kind].publish(contribution, parts, now)
    proposal_gate.outdate(contribution, text)


def publish(contribution: Contribution, text: Revision, by, note="", **_):
    """Submitted and accepted by the same coordinator: the version is numbered all the same."""
    parts = ready_parts(contribution, text.data)
    number_text(contribution, text, note)
    put_on_line(contribution, text, parts)


def revise(contribution: Contribution, text: Revision, by, **_):
    """The live version stays on line while its update is written."""


def discard(contribution: Contribution, text: Revision, by, **_):
    """The rolling draft goes; versions that were submitted stay in the history."""
    if text.number is None:
        text.delete()


def abandon(contribution: Contribution, text: Revision, by, **_):
    """Nothing is lost: an abandoned draft can be reopened."""


def archive(contribution: Contribution, text: Revision, by, **_):
    contribution.live = False
    KINDS[contribution.kind].withdraw(contribution)


def reopen(contribution: Contribution, text: Revision, by, **_):
    """The last text comes back in hand."""


def restore(contribution: Contribution, text: Revision, by, **_):
    """What was taken off line comes back as it was."""
    row = KINDS[contribution.kind].live_object(contribution)
    if row is None:
        raise Refused("Ce texte n’a jamais été en ligne : rouvrez-le, puis soumettez-le.")
    row.archived_at = None  # type: ignore[attr-defined]
    try:
        row.validate_constraints()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    row.save(update_fields=["archived_at"])
    row.refresh_listing()  # type: ignore[attr-defined]
    contribution.live = True
    KINDS[contribution.kind].restored(contribution)


PUTTING_ON_LINE = {"accept", "publish"}
EFFECTS = {
    "submit": submit,
    "withdraw": withdraw,
    "send_back": send_back,
    "accept": accept,
    "publish": publish,
    "revise": revise,
    "discard": discard,
    "abandon": abandon,
    "archive": archive,
    "reopen": reopen,
    "restore": restore,
    "expire": abandon,
    "expire_update": discard,
}
