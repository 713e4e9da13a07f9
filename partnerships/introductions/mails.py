"""What each one is told at each step: what happened, who is waited on, what to press."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.moderation.mails import coordinators
from aict.people.models import User
from aict.ui.typography import french
from partnerships.introductions import signed, targets
from partnerships.introductions.waiting import waited_on
from partnerships.models.introduction import Introduction, IntroductionEntry, Part, State

R, T, C = Part.REQUESTER, Part.TARGET, Part.COORDINATION
# transition → who is told, and in which words (subject, sentence).
WORDS: dict[str, dict[Part, tuple[str, str]]] = {
    "send": {
        R: ("demande envoyée", "Votre demande de mise en relation est partie vers « {asked} »."),
        T: ("une collectivité souhaite échanger avec vous", "{asker} souhaite échanger avec vous."),
    },
    "entrust": {
        R: ("demande envoyée", "Votre demande de mise en relation est confiée à la coordination."),
        C: ("une demande vous est confiée", "{asker} cherche un interlocuteur et compte sur vous."),
    },
    "acknowledge": {R: ("demande bien reçue", "« {asked} » a bien reçu votre demande.")},
    "accept": {
        R: ("demande acceptée", "Bonne nouvelle : « {asked} » accepte d’échanger avec vous."),
        T: ("merci d’avoir accepté", "Vous avez accepté d’échanger avec {asker}. Merci !"),
    },
    "refuse": {
        R: ("réponse à votre demande", "« {asked} » ne peut pas donner suite à votre demande."),
        T: ("votre réponse est transmise", "Votre réponse est transmise à {asker}. Merci."),
    },
    "escalate": {
        R: ("la coordination prend la suite", "« {asked} » n’a pas répondu. La coordination prend la suite."),
        C: ("une demande sans réponse", "« {asked} » n’a pas répondu à {asker} : la suite est à vous."),
        T: ("vous pouvez encore répondre", "{asker} attend toujours votre réponse ; la coordination prend la suite, et vous pouvez encore répondre."),
    },
    "hand_back": {
        R: ("la coordination prend la suite", "Votre demande est confiée à la coordination."),
        C: ("une demande vous est confiée", "{asker} cherche un autre interlocuteur et compte sur vous."),
    },
    "reassign": {
        R: ("un nouvel interlocuteur", "La coordination adresse votre demande à « {asked} »."),
        T: ("une collectivité souhaite échanger avec vous", "{asker} souhaite échanger avec vous."),
    },
    "retry": {
        R: ("demande envoyée", "Votre demande est partie vers « {asked} »."),
        T: ("une collectivité souhaite échanger avec vous", "{asker} souhaite échanger avec vous."),
    },
    "hold": {T: ("échange noté", "{asker} a noté que votre échange a eu lieu. Merci de votre temps.")},
    "close": {T: ("ce que votre échange a donné", "{asker} a clos sa demande. Merci de l’avoir aidée.")},
    "file": {
        R: ("demande close", "La coordination a clos votre demande."),
        T: ("demande close", "La coordination a clos la demande de {asker}. Rien d’autre n’est attendu de vous."),
    },
    "withdraw": {
        T: ("demande retirée", "{asker} a retiré sa demande. Rien d’autre n’est attendu de vous."),
    },
    "leave": {
        T: ("demande close", "La personne qui vous sollicitait a quitté la plateforme : sa demande est close. Rien d’autre n’est attendu de vous. Merci."),
    },
    "remind_target": {
        T: ("rappel : une collectivité attend votre réponse", "{asker} attend votre réponse. Un oui ou un non suffit."),
    },
    "remind_coordination": {
        C: ("rappel : une demande attend", "La demande de {asker} attend toujours que vous lui trouviez un interlocuteur."),
    },
    "remind_requester": {
        R: ("où en est votre mise en relation ?", "Où en est votre échange avec « {asked} » ? Deux clics suffisent."),
    },
}  # fmt: skip
# Told to the target only when it had been asked and no answer had ended it.
AFTERWARDS = {"withdraw", "leave", "file"}
STILL_CONCERNED = {State.SENT, State.ACKNOWLEDGED, State.ESCALATED, State.ACCEPTED, State.HELD}


@dataclass(frozen=True)
class Letter:
    """One mail to send: in what capacity; None is the actor's relay box."""

    part: Part
    user: User | None = None


def letters(entry: IntroductionEntry) -> list[Letter]:
    """Everyone to tell, one mail each; nobody is told of their own gesture twice."""
    told = WORDS.get(entry.transition, {})
    found: list[Letter] = []
    introduction = entry.introduction
    requester = introduction.requester
    if R in told and requester and requester.is_active:
        found.append(Letter(R, requester))
    if T in told and concerns_target(entry):
        if introduction.actor:
            found.append(Letter(T))
        found += [Letter(T, user) for user in members(introduction)]
    if C in told:
        others = coordinators().exclude(pk=entry.by_id).exclude(pk=introduction.requester_id)
        found += [Letter(C, user) for user in others]
    return found


def members(introduction: Introduction) -> list[User]:
    """Who accepted for the territory; everyone who may answer until then."""
    accepted = introduction.journal.filter(
        transition="accept", round=introduction.round, by__is_active=True
    )
    if introduction.peer and (entry := accepted.select_related("by").first()):
        return [entry.by] if entry.by else []
    return targets.members_to_tell(introduction)


def concerns_target(entry: IntroductionEntry) -> bool:
    return entry.transition not in AFTERWARDS or entry.source in STILL_CONCERNED


def message(entry: IntroductionEntry, letter: Letter) -> EmailMessage | None:
    """The mail, or None when it no longer makes sense (asked to another since, box closed)."""
    introduction = entry.introduction
    address = address_of(introduction, letter)
    if not address or (letter.part == T and entry.round != introduction.round):
        return None
    subject, sentence = WORDS[entry.transition][letter.part]
    who = {"asked": entry.asked, "asker": asker(introduction)}
    asking = letter.part == T and introduction.state in {
        *(State.SENT, State.ACKNOWLEDGED, State.ESCALATED)
    }
    context = {
        "entry": entry,
        "introduction": introduction,
        "part": letter.part,
        "sentence": sentence.format(**who),
        "asking": asking,
        "contact": contact_for(entry, letter.part),
        "waiting": "" if letter.part == T else waited_on(introduction, letter.part == R).words,
        "url": url_of(introduction, letter, asking),
    }
    body = render_to_string("partnerships/introduction_mail.txt", context)
    subject = " ".join(french(f"[AICT éco] {subject}").split())
    return EmailMessage(subject, body, to=[address])


def url_of(introduction: Introduction, letter: Letter, asking: bool) -> str:
    """Members answer by the same signed page, without having to sign in."""
    if letter.part == T and asking:
        return signed.address(introduction, letter.user)
    return settings.SITE_URL + introduction.get_absolute_url()


def address_of(introduction: Introduction, letter: Letter) -> str:
    """Read when the mail leaves: a box withdrawn meanwhile gets nothing."""
    if letter.user:
        return letter.user.email
    actor = introduction.actor
    if actor is None or not targets.reachable_actors().filter(pk=actor.pk).exists():
        return ""
    return actor.contact_relay


def contact_for(entry: IntroductionEntry, part: Part) -> str:
    """How to reach the other: what it typed itself, or what the requester agreed to share."""
    introduction = entry.introduction
    if entry.transition != "accept":
        return ""
    if part == R:
        return introduction.target_contact
    requester = introduction.requester
    if part == T and introduction.share_contact and requester:
        return ", ".join(filter(None, [requester.name, requester.function, requester.email]))
    return ""


def asker(introduction: Introduction) -> str:
    return f"{introduction.territory.name} ({introduction.service})"
