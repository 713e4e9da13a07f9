"""What people are told when something is decided about their account."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.people.models import PeopleEntry, User

Action = PeopleEntry.Action

SUBJECTS: dict[str, Promise] = {
    Action.DECLARED: gettext_lazy("Une appartenance à confirmer"),
    Action.CONFIRMED: gettext_lazy("Votre appartenance est confirmée"),
    Action.REFUSED: gettext_lazy("Votre appartenance n’a pas été confirmée"),
    Action.HANDED_OVER: gettext_lazy("Des contributions vous sont confiées"),
    Action.ROLE: gettext_lazy("Votre rôle a changé"),
}


def recipients(entry: PeopleEntry) -> list[User]:
    """Coordinators when they are waited on, else the person concerned; nobody who left."""
    if entry.person is None or not entry.person.is_active:
        return []
    if entry.action == Action.DECLARED:
        return list(User.objects.coordinators().exclude(pk=entry.person_id))
    return [entry.person]


def send(entry: PeopleEntry) -> int:
    """Send the mails of a journal entry. Returns how many."""
    if entry.action not in SUBJECTS:
        return 0
    sent = 0
    for person in recipients(entry):
        context = {"entry": entry, "person": person, "site": settings.SITE_URL}
        body = render_to_string(f"people/mails/{entry.action}.txt", context)
        sent += EmailMessage(subject(SUBJECTS[entry.action]), body, to=[person.email]).send()
    return sent


def send_farewell(email: str) -> None:
    """The last mail to an address that is no longer in the database."""
    body = render_to_string("people/mails/erased.txt", {"site": settings.SITE_URL})
    EmailMessage(subject(_("Votre compte est effacé")), body, to=[email]).send(fail_silently=True)


def subject(text) -> str:
    return f"[{settings.SITE_NAME}] {text}"
