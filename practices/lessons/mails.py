"""What each one is told of a statement: that something happened, and where to read it. A mailbox is no
protected place: no mail holds a word of the text, nor says whose it is."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.moderation.mails import coordinators
from aict.people.models import User
from aict.ui.typography import french
from practices.lessons.models import Part, State, StatementEntry

A, C = Part.AUTHOR, Part.COORDINATION
# transition → who is told, and in which words (subject, sentence).
WORDS: dict[str, dict[Part, tuple[str, str]]] = {
    "submit": {
        A: ("votre témoignage est confié", "Votre témoignage est arrivé. Deux personnes de la coordination vérifient, chacune de son côté, que l’on n’y reconnaît personne."),
        C: ("un témoignage à vérifier", "Un témoignage attend que deux personnes le vérifient."),
    },
    "rewrite": {C: ("un témoignage repris", "Un témoignage a été repris : les vérifications sont à refaire.")},
    "check": {
        A: ("votre témoignage attend votre accord", "Deux personnes ont vérifié votre témoignage. Relisez le texte exact qui paraîtrait : rien n’est publié sans votre accord."),
        C: ("une vérification faite", "Un témoignage a été vérifié une première fois : il attend une deuxième personne."),
    },
    "send_back": {A: ("votre témoignage est à reprendre", "La coordination vous propose de reprendre votre témoignage.")},
    "refuse": {A: ("votre témoignage n’est pas retenu", "Votre témoignage ne sera pas publié.")},
    "approve": {C: ("un témoignage publié", "Un témoignage vient d’être approuvé et publié.")},
    "take_back": {C: ("un témoignage repris en brouillon", "Un témoignage a été repris par la personne qui le confie. Rien n’est attendu de vous.")},
    "withdraw": {C: ("un témoignage retiré", "Un témoignage a été retiré. Rien n’est attendu de vous.")},
    "remove": {A: ("votre témoignage est retiré du site", "La coordination a retiré votre témoignage du site.")},
    "leave": {},
    "remind": {
        A: ("rappel : votre témoignage vous attend", "Votre témoignage attend votre accord, ou une reprise."),
        C: ("rappel : un témoignage vous attend", "Un témoignage attend d’être vérifié."),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Letter:
    part: Part
    user: User


def letters(entry: StatementEntry) -> list[Letter]:
    """Everyone to tell, one mail each; nobody is told of their own gesture, a receipt apart."""
    told, statement = WORDS[entry.transition], entry.statement
    parts = set(told)
    if entry.transition == "check":
        parts = {A} if statement.state == State.CLEARED else {C}
    if entry.transition == "remind":
        parts = {C} if statement.state == State.SUBMITTED else {A}
    people: list[Letter] = []
    if A in parts and statement.author and statement.author.is_active:
        people.append(Letter(A, statement.author))
    if C in parts:
        others = coordinators().exclude(pk=statement.author_id).exclude(pk=entry.by_id)
        if entry.transition in {"check", "remind"}:
            done = statement.checks.filter(digest=statement.digest, by__isnull=False)
            others = others.exclude(pk__in=done.values("by"))
        people += [Letter(C, user) for user in others]
    receipt = entry.transition == "submit"
    return [letter for letter in people if receipt or letter.user.pk != entry.by_id]


def message(entry: StatementEntry, letter: Letter) -> EmailMessage:
    subject, sentence = WORDS[entry.transition][letter.part]
    url = settings.SITE_URL + entry.statement.get_absolute_url()
    body = render_to_string("lessons/mail.txt", {"sentence": sentence, "url": url})
    subject = " ".join(french(f"[AICT éco] {subject}").split())
    return EmailMessage(subject, body, to=[letter.user.email])
