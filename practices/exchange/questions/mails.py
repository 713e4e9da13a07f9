"""What each one is told of a question: what happened, who is waited on, what to press."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.moderation.mails import coordinators
from aict.people.models import User
from aict.ui.typography import french
from practices.exchange import signed
from practices.exchange.models.question import Part, Question, QuestionEntry, State
from practices.exchange.questions.reading import waited_on

W, T, C = Part.OWNER, Part.TEAM, Part.COORDINATION
# transition → who is told, and in which words (subject, sentence).
WORDS: dict[str, dict[Part, tuple[str, str]]] = {
    "ask": {
        W: ("question envoyée", "Votre question sur « {practice} » est bien arrivée."),
        C: ("une question à transmettre", "{asker} pose une question à l’équipe de « {practice} »."),
    },
    "forward": {
        W: ("question transmise", "Votre question sur « {practice} » est transmise à son équipe."),
        T: ("une question sur votre pratique", "{asker} vous pose une question sur « {practice} »."),
    },
    "answer": {
        W: ("l’équipe a répondu", "L’équipe de « {practice} » a répondu à votre question."),
        C: ("une réponse à relire", "L’équipe de « {practice} » a répondu à {asker}."),
    },
    "return": {
        T: ("votre réponse est à reprendre", "La coordination vous demande de reprendre votre réponse sur « {practice} »."),
    },
    "publish": {
        W: ("votre question est publiée", "Votre question sur « {practice} » paraît avec sa réponse, sans votre nom."),
        T: ("votre réponse est publiée", "Votre réponse à {asker} paraît sur la page de « {practice} ». Merci !"),
    },
    "refuse": {
        W: ("votre question n’est pas retenue", "Votre question sur « {practice} » ne paraîtra pas."),
        T: ("une question close", "La question de {asker} sur « {practice} » ne paraîtra pas. Rien d’autre n’est attendu de vous."),
    },
    "withdraw": {
        T: ("question retirée", "{asker} a retiré sa question sur « {practice} ». Rien d’autre n’est attendu de vous."),
        C: ("question retirée", "{asker} a retiré sa question sur « {practice} »."),
    },
    "leave": {
        T: ("question close", "La personne qui vous posait une question sur « {practice} » a quitté la plateforme. Rien d’autre n’est attendu de vous."),
    },
    "remind": {
        T: ("rappel : une question attend votre réponse", "{asker} attend votre réponse sur « {practice} ». Quelques phrases suffisent."),
        C: ("rappel : une question vous attend", "La question de {asker} sur « {practice} » attend votre relecture."),
    },
}  # fmt: skip
# Whom the end of a question concerns, by the state in which it stood.
CONCERNED: dict[str, set[str]] = {
    T: {State.FORWARDED, State.ANSWERED, State.PUBLISHED},
    C: {State.ASKED, State.ANSWERED},
}
ENDING = {"withdraw", "leave", "refuse", "remind"}


@dataclass(frozen=True)
class Letter:
    part: Part
    user: User


def letters(entry: QuestionEntry) -> list[Letter]:
    """Everyone to tell, one mail each; nobody is told of their own gesture."""
    told = WORDS[entry.transition]
    question = entry.question
    people: list[Letter] = []
    if W in told and question.asker:
        people.append(Letter(W, question.asker))
    if T in told and concerns(T, entry):
        people += [Letter(T, user) for user in question.practice.contribution.editors.all()]
    if C in told and concerns(C, entry):
        people += [Letter(C, user) for user in relays(question)]
    by = entry.by_id if entry.transition not in {"ask", "publish"} else None
    return [letter for letter in people if letter.user.is_active and letter.user.pk != by]


def relays(question: Question) -> list[User]:
    """Coordinators who may act on it: neither who asked nor the team."""
    team = question.practice.contribution.editors.values("pk")
    return list(coordinators().exclude(pk=question.asker_id).exclude(pk__in=team))


def concerns(part: Part, entry: QuestionEntry) -> bool:
    return entry.transition not in ENDING or entry.source in CONCERNED[part]


def message(entry: QuestionEntry, letter: Letter) -> EmailMessage | None:
    """The mail, or None when it no longer makes sense (forwarded anew since)."""
    question = entry.question
    if letter.part == T and entry.round != question.round:
        return None
    subject, sentence = WORDS[entry.transition][letter.part]
    asking = letter.part == T and question.state == State.FORWARDED
    names = {"practice": question.practice.title, "asker": question.asked_by}
    context = {
        "entry": entry,
        "question": question,
        "part": letter.part,
        "sentence": sentence.format(**names),
        "asking": asking,
        "waiting": "" if letter.part == T else waited_on(question).words,
        "url": address(question, letter, asking),
    }
    body = render_to_string("exchange/question_mail.txt", context)
    subject = " ".join(french(f"[AICT éco] {subject}").split())
    return EmailMessage(subject, body, to=[letter.user.email])


def address(question: Question, letter: Letter, asking: bool) -> str:
    """What to press: answer, read the page, or follow the question."""
    if asking:
        return signed.answer_address(question, letter.user)
    if question.state == State.PUBLISHED:
        return f"{settings.SITE_URL}{question.practice.get_absolute_url()}questions/"
    return settings.SITE_URL + question.get_absolute_url()
