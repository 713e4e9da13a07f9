"""One reader per address, whether it has an account or not."""

from django.db import IntegrityError, transaction

from aict.alerts.models import Bookmark, Reader, Subscription
from aict.people.models import User


def reader_of(user: User) -> Reader:
    """The reader that an account is; alerts asked earlier from the same address are hers."""
    found, _created = Reader.objects.get_or_create(user=user)
    before = Reader.objects.filter(user=None, email=user.email).first()
    if before and user in owners([user.email]):
        take_over(found, before)
    return found


def reader_at(email: str) -> Reader:
    """The reader of an address: that of the account which proved it is hers, else one without account."""
    email = email.strip().lower()
    owner = owners([email]).first()
    if owner:
        return reader_of(owner)
    return Reader.objects.get_or_create(email=email)[0]


def owners(emails):
    """Active accounts whose sign-in address is among `emails` and was verified."""
    verified = {"emailaddress__verified": True, "emailaddress__email__in": emails}
    return User.objects.filter(email__in=emails, is_active=True, **verified).distinct()


@transaction.atomic
def take_over(reader: Reader, before: Reader) -> None:
    """Give `reader` the alerts of `before`, which goes; those she has already are not doubled."""
    for alert in before.subscriptions.select_for_update():
        try:
            with transaction.atomic():
                alert.reader = reader
                alert.save(update_fields=["reader"])
        except IntegrityError:
            continue
    before.delete()


def gather() -> None:
    """Join the readers whose address became that of an account since: nobody gets two mails."""
    alone = Reader.objects.filter(user=None)
    for user in owners(alone.values("email")):
        reader_of(user)


@transaction.atomic
def stop_all(reader: Reader) -> None:
    """No more mail of this kind: alerts go, kept pages stay but tell nothing. Who has no account is
    forgotten."""
    if reader.user_id is None:
        reader.delete()
        return
    Subscription.objects.filter(reader=reader).delete()
    Bookmark.objects.filter(user_id=reader.user_id).update(told=False)


def remove(alert: Subscription) -> None:
    """Delete an alert, and the address that asked nothing else."""
    alert.delete()
    Reader.objects.filter(pk=alert.reader_id, user=None, subscriptions=None).delete()
