"""The one gate through which every change of state goes."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.moderation import changed, effects
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, JournalEntry, Revision
from aict.moderation.readiness import Ready, Refused
from aict.moderation.reading_steps import obstacle
from aict.moderation.telling import tell
from aict.moderation.transitions import TRANSITIONS, Transition


@transaction.atomic
def apply(
    contribution: Contribution,
    transition: str,
    by,
    comment: str = "",
    corrections: Sequence[dict] = (),
    note: str = "",
    expected: int | None = None,
    last_look: bool = False,
    quiet: bool = False,
    ready: Ready | None = None,
) -> JournalEntry:
    """Change the state of `contribution`. In this order, in one transaction:

    permission → state → readiness → guarded UPDATE → effects on texts and live row → journal → mails.

    `by` None is the clock. `expected` is the version number a coordinator read: deciding on
    another one is refused. `corrections` are dicts reason, field, comment; `note` is what readers
    are told of the change; `last_look` has the author agree before it is accepted; `quiet` sends
    no mail (demonstration); `ready` is what was found valid
    earlier in this transaction. Raises PermissionDenied, Refused, NotReady.
    """
    rule = TRANSITIONS[transition]
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    source, was_live = contribution.state, contribution.live
    text = contribution.revisions.first() or Revision(contribution=contribution)
    check(rule, contribution, text, by, comment, expected)
    contribution.state, contribution.state_since = rule.target, timezone.now()
    more = {"corrections": corrections, "note": note, "last_look": last_look, "ready": ready}
    effects.EFFECTS[transition](contribution, text, by, **more)
    contribution.save()
    entry = journal(contribution, transition, source, by, text.number, comment)
    if not quiet:
        tell(entry)
        tell_readers(contribution, text, transition, was_live)
    return entry


def tell_readers(contribution, text: Revision, transition: str, was_live: bool) -> None:
    """A new version of a page that was on line, with a public note: those who follow it are told."""
    if transition in effects.PUTTING_ON_LINE and was_live and text.number and text.note:
        changed.tell(contribution, text.number, text.note)


def journal(contribution, transition: str, source: str, by, number, comment: str) -> JournalEntry:
    return JournalEntry.objects.create(
        contribution=contribution,
        transition=transition,
        source=source,
        target=contribution.state,
        by=by,
        number=number,
        comment=comment.strip(),
    )


def check(rule: Transition, contribution, text: Revision, by, comment: str, expected) -> None:
    if (by is None) != (rule.who is None) or (by is not None and not rule.who(by, contribution)):
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette contribution.")
    if contribution.state not in rule.sources or rule.live not in (None, contribution.live):
        raise Refused(already(contribution, rule))
    if expected is not None and text.number != expected:
        raise Refused("Le texte a changé depuis que vous l’avez ouvert : relisez-le.")
    if rule.wants_comment and not comment.strip():
        raise Refused("Indiquez pourquoi, en une phrase : la raison est gardée au journal.")
    wanted = KINDS[contribution.kind].second_reader
    if rule.name == "accept" and (why := obstacle(contribution, text.number, by, wanted)):
        raise Refused(why)


def already(contribution: Contribution, rule: Transition) -> str:
    last = contribution.journal.first()
    who = f" par {last.by}" if last and last.by else ""
    when = timezone.localtime(contribution.state_since)
    return (
        f"« {rule.label} » n’est plus possible : cette contribution est passée à l’état "
        f"« {contribution.get_state_display()} »{who} le {when:%d/%m/%Y à %H h %M}."
    )
