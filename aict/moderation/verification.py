"""« Toujours exact »: somebody looked and says that the page still tells the truth.

A stamp never goes through review. The link of the mail opens one page with one button; it serves
once, for sixty days, and needs no account."""

from django.core import signing
from django.db import transaction
from django.utils import timezone

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, JournalEntry, VerifiedBy
from aict.moderation.readiness import Refused

SALT = "moderation.still-true"
DAYS = 60
STAMPED = "verify"


class UsedError(Exception):
    """The link has served already, or the page was verified meanwhile."""

    def __init__(self, contribution: Contribution):
        self.contribution = contribution


@transaction.atomic
def stamp(contribution: Contribution, who: VerifiedBy, by=None) -> None:
    """Write « vérifié » today, by `who`, in the journal and in the lists. Raises Refused."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if not locked.live:
        raise Refused("Cette page n’est plus en ligne : il n’y a rien à vérifier.")
    locked.verified_on, locked.verified_by = timezone.localdate(), who
    locked.save(update_fields=["verified_on", "verified_by"])
    JournalEntry.objects.create(
        contribution=locked, transition=STAMPED, source=locked.state, target=locked.state, by=by
    )
    live = KINDS[locked.kind].live_object(locked)
    live.refresh_listing()  # type: ignore[union-attr]


def key_of(contribution: Contribution, who: VerifiedBy) -> str:
    """The end of the address that is mailed."""
    content = [str(contribution.token), str(who), stamps(contribution)]
    return signing.dumps(content, salt=SALT, compress=True)


def read(key: str) -> tuple[Contribution, VerifiedBy]:
    """What a mailed address stands for. Raises SignatureExpired after sixty days, UsedError when it
    has served, BadSignature otherwise."""
    token, who, count = signing.loads(key, salt=SALT, max_age=DAYS * 86_400)
    contribution = Contribution.objects.get_or_404(token)
    if stamps(contribution) != count:
        raise UsedError(contribution)
    return contribution, VerifiedBy(who)


def stamps(contribution: Contribution) -> int:
    """How many times it was confirmed: each confirmation ends the links sent before it."""
    return contribution.journal.filter(transition=STAMPED).count()


@transaction.atomic
def confirm(key: str) -> Contribution:
    """Use a link. Pressed twice, it stamps once. Raises as `read` does, and Refused."""
    contribution, _who = read(key)
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    contribution, who = read(key)
    stamp(contribution, who)
    return contribution
