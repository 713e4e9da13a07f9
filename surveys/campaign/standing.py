"""What the page of a survey says of its campaign."""

from aict.ui.numbers import count
from surveys.campaign import sending
from surveys.campaign.models import MOST_REMINDERS, Invitation, MailingKind
from surveys.duties import Duty, at
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


def invite(survey: Survey) -> Duty | None:
    """Nobody could answer."""
    if survey.open_link or survey.invitations.exists():
        return None
    return Duty(
        "Personne n’est invité, et l’enquête n’est pas ouverte à qui a le lien : personne ne pourrait répondre.",
        "Inviter",
        at("campaign:add", survey),
    )


def send(survey: Survey) -> Duty | None:
    waiting = survey.invitations.to_invite().count()
    if not waiting:
        return None
    told = count(waiting, "invitation n’est pas partie", "invitations ne sont pas parties")
    return Duty(
        f"{told}.", "Envoyer les invitations", at("campaign:send", survey, MailingKind.FIRST)
    )


def remind(survey: Survey) -> Duty | None:
    """A reminder may leave; or will, some days later."""
    number = sending.next_number(survey, MailingKind.REMINDER)
    if number > MOST_REMINDERS:
        return None
    silent = sending.receivers(survey, number).count()
    if not silent:
        return None
    told = count(silent, "personne invitée n’a pas répondu", "personnes invitées n’ont pas répondu")
    if wait := sending.obstacle(survey, MailingKind.REMINDER):
        return Duty(f"{told}. {wait}", "Suivre les réponses", at("campaign:rates", survey))
    return Duty(
        f"{told} : un rappel peut partir, le {number}ᵉ sur {MOST_REMINDERS}.".replace("1ᵉ", "1ᵉʳ"),
        "Relancer",
        at("campaign:send", survey, MailingKind.REMINDER),
    )
