"""What people are told at each change of state: what happened, who is waited on, until when."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, JournalEntry
from aict.moderation.permissions import can_moderate
from aict.moderation.waiting import waited_on
from aict.people.models import Role, User
from aict.ui.dates import long_date
from aict.ui.typography import french

TO_COORDINATORS = {"submit"}
SUBJECTS = {
    "submit": "soumis à la coordination",
    "withdraw": "repris en brouillon",
    "send_back": "corrections demandées",
    "accept": "publié",
    "publish": "publié",
    "revise": "mise à jour commencée",
    "discard": "mise à jour abandonnée",
    "abandon": "brouillon abandonné",
    "archive": "retiré du site",
    "reopen": "rouvert",
    "restore": "remis en ligne",
    "expire": "classé sans réponse",
    "expire_update": "mise à jour classée sans réponse",
}
SENTENCES = {
    "submit": "Votre contribution a été soumise à la coordination",
    "withdraw": "Votre contribution a été reprise en brouillon",
    "send_back": "Des corrections ont été demandées",
    "accept": "Votre contribution a été publiée",
    "publish": "Votre contribution a été publiée",
    "revise": "Une mise à jour de votre contribution a été commencée",
    "discard": "La mise à jour de votre contribution a été abandonnée ; la version en ligne n’a pas changé",
    "abandon": "Le brouillon de votre contribution a été abandonné ; il est gardé et peut être rouvert",
    "archive": "Votre contribution a été retirée du site ; son contenu est gardé",
    "reopen": "Votre contribution a été rouverte, comme brouillon",
    "restore": "Votre contribution a été remise en ligne, telle qu’elle était",
    "expire": "Sans réponse de votre part, votre contribution a été classée ; elle peut être rouverte",
    "expire_update": "Sans réponse de votre part, la mise à jour a été classée ; la version en ligne n’a pas changé",
}
READ = "La lire et suivre ce qu’elle devient :"
REVIEW = "La relire et décider :"
INVITATIONS = {
    "send_back": "Corriger, champ par champ :",
    "accept": "La retrouver, la compléter ou la mettre à jour :",
    "publish": "La retrouver, la compléter ou la mettre à jour :",
}


def recipients(entry: JournalEntry) -> list[User]:
    """Editors, and on submission the coordinators who may decide; never who acted."""
    contribution = entry.contribution
    people = list(contribution.editors.filter(is_active=True))
    if entry.transition in TO_COORDINATORS:
        people += [u for u in coordinators() if can_moderate(u, contribution)]
    return [person for person in dict.fromkeys(people) if person.pk != entry.by_id]


def coordinators() -> QuerySet[User]:
    return User.objects.filter(is_active=True, role__in=[Role.COORDINATOR, Role.ADMINISTRATOR])


def send(entry: JournalEntry, person: User) -> None:
    """Tell one person what happened, who is waited on and until when."""
    contribution = entry.contribution
    reviews = can_moderate(person, contribution)
    context = {
        "entry": entry,
        "contribution": contribution,
        "sentence": sentence(entry, reviews),
        "waiting": waited_on(contribution, to_authors=not reviews),
        "corrections": asked(contribution) if entry.transition == "send_back" else [],
        "invitation": REVIEW if reviews else INVITATIONS.get(entry.transition, READ),
        "reviews": reviews,
        "url": settings.SITE_URL + address(contribution, person),
    }
    body = render_to_string("moderation/mail.txt", context)
    title = " ".join(str(contribution).split())
    subject = french(f"[AICT éco] {subject_of(entry, reviews)} : « {title} »")
    EmailMessage(subject, body, to=[person.email]).send()


def asked(contribution: Contribution) -> list[tuple[str, str, str]]:
    """(passage, reason, request) of each correction not answered yet."""
    kind = KINDS[contribution.kind]
    return [
        (kind.label_of(row.field), row.get_reason_display(), row.comment)
        for row in contribution.corrections.filter(resolved_at=None)
    ]


def subject_of(entry: JournalEntry, reviews: bool) -> str:
    return "à relire" if reviews and entry.transition == "submit" else SUBJECTS[entry.transition]


def sentence(entry: JournalEntry, reviews: bool) -> str:
    """What happened, who did it and when."""
    when = f"le {long_date(entry.at)}"
    who = str(entry.by or "")
    if reviews and entry.transition == "submit":
        return f"{who or 'Un service'} a soumis cette contribution {when}. Elle attend votre relecture."
    happened, _, then = SENTENCES[entry.transition].partition(" ; ")
    by = f" par {who}," if who else ""
    return f"{happened}{by} {when}{' ; ' if then else ''}{then}."


def address(contribution: Contribution, person: User) -> str:
    """Where `person` handles it: the queue's page for coordinators, one's own page otherwise."""
    if person.is_coordinator and can_moderate(person, contribution):
        return f"/moderation/{contribution.token}/"
    return f"/contributions/{contribution.token}/"
