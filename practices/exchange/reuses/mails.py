"""What each one is told of a reuse."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.moderation.mails import coordinators
from aict.people.models import User
from aict.ui.typography import french
from practices.exchange import signed
from practices.exchange.models.question import Part
from practices.exchange.models.reuse import Reuse, ReuseEntry

W, T, C = Part.OWNER, Part.TEAM, Part.COORDINATION
WORDS: dict[str, dict[Part, tuple[str, str]]] = {
    "declare": {
        W: ("vous vous en inspirez", "C’est noté : {who} s’inspire de « {practice} ». Dans six mois, puis dans un an, un message vous demandera ce que cela devient."),
        T: ("votre pratique inspire", "{who} s’inspire de « {practice} »."),
        C: ("une pratique reprise", "{who} s’inspire de « {practice} »."),
    },
    "adapt": {T: ("votre pratique a été adaptée", "{who} a adapté « {practice} ».")},
    "complete": {T: ("votre pratique a été reprise", "{who} a réalisé ce que « {practice} » lui avait inspiré.")},
    "drop": {T: ("une reprise abandonnée", "{who} a renoncé à reprendre « {practice} ».")},
    "hide": {W: ("une reprise masquée", "La coordination a masqué votre reprise de « {practice} ».")},
    "show": {W: ("une reprise montrée de nouveau", "Votre reprise de « {practice} » s’affiche de nouveau.")},
    "follow": {W: ("que devient votre reprise ?", "{who} s’inspire de « {practice} » depuis quelque temps : qu’est-ce que cela est devenu ? Une minute suffit.")},
    "withdraw": {},
}  # fmt: skip


@dataclass(frozen=True)
class Letter:
    part: Part
    user: User


def letters(entry: ReuseEntry) -> list[Letter]:
    """Everyone to tell, one mail each."""
    told, reuse = WORDS[entry.transition], entry.reuse
    people: list[Letter] = []
    if W in told:
        people += [Letter(W, user) for user in owners(reuse)]
    if T in told and not reuse.hidden:
        people += [Letter(T, user) for user in reuse.practice.contribution.editors.all()]
    if C in told:
        people += [Letter(C, user) for user in coordinators()]
    receipt = entry.transition == "declare"
    kept = {
        letter.user.pk: letter
        for letter in reversed(people)
        if letter.user.is_active
        and (letter.user.pk != entry.by_id or (receipt and letter.part == W))
    }
    return [*reversed(kept.values())]


def owners(reuse: Reuse) -> list[User]:
    """Who declared it; her colleagues of the same service once she is gone."""
    if reuse.declared_by and reuse.declared_by.is_active:
        return [reuse.declared_by]
    members = User.objects.members_of(reuse.territory)
    return list(members.filter(memberships__service=reuse.service))


def message(entry: ReuseEntry, letter: Letter) -> EmailMessage:
    reuse = entry.reuse
    subject, sentence = WORDS[entry.transition][letter.part]
    names = {"who": reuse.territory.name, "practice": reuse.practice.title}
    asking = entry.transition == "follow"
    path = reuse.practice.get_absolute_url() + "reprises/"
    if letter.part == W and not asking:
        path = reuse.get_absolute_url()
    context = {
        "entry": entry,
        "reuse": reuse,
        "part": letter.part,
        "sentence": sentence.format(**names),
        "asking": asking,
        "url": signed.follow_address(reuse) if asking else settings.SITE_URL + path,
    }
    body = render_to_string("exchange/reuse_mail.txt", context)
    subject = " ".join(french(f"[AICT éco] {subject}").split())
    return EmailMessage(subject, body, to=[letter.user.email])
