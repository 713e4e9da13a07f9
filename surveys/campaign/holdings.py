"""Invitations and named answers of somebody, given back in a data export; forgotten with the account."""

from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from surveys.campaign.models import Invitation
from surveys.models import Respondent


def count(user, territory=None) -> int:
    return 0


def hand_over(user, heir, territory=None) -> int:
    """Nobody inherits them. When the account goes: an invitation that was not used is removed, the
    address leaves the others, and named answers stay with the authority, without the person."""
    if territory is None:
        mine = Invitation.objects.filter(email__iexact=user.email)
        mine.removable().delete()
        mine.update(email="", stopped=True)
        Respondent.objects.filter(user=user).update(user=None)
    return 0


def export(user) -> list[dict]:
    invited = Invitation.objects.filter(email__iexact=user.email).with_names()
    return [*map(invitation, invited.select_related("survey")), *map(response, named(user))]


def invitation(row: Invitation) -> dict:
    return {
        "invitation à l’enquête": row.survey.title,
        "adresse": row.email,
        "collectivité": row.place,
        "service": row.service and row.service.label,
        "envoyée": row.sent,
        "rappels reçus": row.reminded,
        "commencée": row.started,
        "réponse envoyée": row.answered,
        "sans rappel": row.stopped,
    }


def named(user):
    return Respondent.objects.filter(user=user).select_related("response__survey", "territory")


def response(row: Respondent) -> dict:
    """In named surveys only: of an anonymous answer the site knows nobody."""
    return {
        "réponse à l’enquête": row.response.survey.title,
        "collectivité": row.territory and row.territory.name,
        "réponses": row.response.answers,
    }


INVITATIONS = Holding("enquêtes", _("Enquêtes"), count, hand_over, export)
