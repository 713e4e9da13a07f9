"""What the page of a survey says of its campaign."""

from aict.ui.numbers import count
from surveys.campaign.models import Invitation
from surveys.models import Survey
from surveys.steps import ALL, Step


def told(survey: Survey) -> str:
    mine = Invitation.objects.filter(survey=survey)
    if not (invited := mine.count()):
        return "Personne n’est invité"
    answered = mine.filter(answered=True).count()
    verb = "a répondu" if answered < 2 else "ont répondu"
    return f"{count(invited, 'invitation')}, {answered} {verb}"


STEP = Step(
    "Inviter et relancer",
    "campaign:list",
    ALL,
    30,
    told,
    "La liste des personnes invitées, les envois, le taux de réponse.",
)
