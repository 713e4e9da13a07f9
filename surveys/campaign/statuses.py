"""Where an invitation stands, in one word: what the list counts and filters."""

from django.db.models import Case, Count, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from surveys.campaign.models import Invitation
from surveys.models import Survey


class Status(TextChoices):
    WAITING = "a-envoyer", _("À envoyer")
    SENT = "envoyee", _("Sans réponse")
    STARTED = "commencee", _("Commencée")
    ANSWERED = "repondue", _("Réponse envoyée")
    STOPPED = "sans-rappel", _("Sans rappel")
    BOUNCED = "refusee", _("Adresse refusée")


# For each status, its tone and icon.
SHOWN = {
    Status.WAITING: ("neutral", "mail"),
    Status.SENT: ("info", "send"),
    Status.STARTED: ("warning", "pencil"),
    Status.ANSWERED: ("success", "check"),
    Status.STOPPED: ("neutral", "bell-off"),
    Status.BOUNCED: ("error", "triangle-alert"),
}
STATUS = Case(
    When(answered=True, then=Value(Status.ANSWERED.value)),
    When(bounced=True, then=Value(Status.BOUNCED.value)),
    When(stopped=True, then=Value(Status.STOPPED.value)),
    When(started=True, then=Value(Status.STARTED.value)),
    When(sent=True, then=Value(Status.SENT.value)),
    default=Value(Status.WAITING.value),
)


def standing(survey: Survey) -> QuerySet:
    """The invitations of a survey, each with its `status`."""
    return Invitation.objects.filter(survey=survey).annotate(status=STATUS)


def count_by_status(survey: Survey) -> dict[str, int]:
    found = standing(survey).order_by().values_list("status").annotate(n=Count("pk"))
    return dict(found)
