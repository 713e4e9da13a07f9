"""Writing and restoring the page of the dynamic: coordinators publish it directly, numbered."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from aict.dynamic.models import TEXTS, DynamicPage, original
from aict.people.models import User
from aict.people.permissions import coordinates


class OvertakenError(Exception):
    """Somebody published another version meanwhile; `current` is theirs."""

    def __init__(self, current: DynamicPage):
        super().__init__(f"La version {current.number} vient d’être publiée par quelqu’un d’autre.")
        self.current = current


def current() -> DynamicPage:
    """What is on line."""
    return DynamicPage.objects.first() or original()


def version(number: int) -> DynamicPage | None:
    """That version, the original one included."""
    return original() if number == 0 else DynamicPage.objects.filter(number=number).first()


def publish(texts: dict[str, str], note: str, read: int, by: User) -> DynamicPage:
    """A new version on line. `read` is the version its author started from.

    Raises PermissionDenied, or OvertakenError when another version came meanwhile. Publishing the
    same text again gives no new version: a double click is harmless."""
    if not coordinates(by):
        raise PermissionDenied
    now = current()
    if now.texts() == {name: texts[name] for name in TEXTS}:
        return now
    if now.number != read:
        raise OvertakenError(now)
    try:
        with transaction.atomic():
            return DynamicPage.objects.create(number=now.number + 1, note=note, by=by, **texts)
    except IntegrityError as error:
        raise OvertakenError(current()) from error


def restore(old: DynamicPage, by: User) -> DynamicPage:
    """The same text as a new version: nothing of what came between is lost."""
    note = f"Version {old.number} rétablie" if old.number else "Texte d’origine rétabli"
    return publish(old.texts(), note, current().number, by)
