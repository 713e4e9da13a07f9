"""Invitations for tests."""

from itertools import count

from surveys.campaign.models import Invitation
from surveys.models import Survey

_numbers = count(1)


def invitation(survey: Survey, **told) -> Invitation:
    """One that was sent, to nobody in particular."""
    told = {"email": f"invite{next(_numbers)}@collectivite.example", "sent": True} | told
    return Invitation.objects.create(survey=survey, **told)
