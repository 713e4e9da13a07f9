"""The one gate through which every change of a proposal goes.

| from | step    | to       | who                                                        |
|------|---------|----------|------------------------------------------------------------|
| –    | propose | open     | a confirmed officer outside the team, on a live page       |
| open | take    | taken    | the team, the coordination; the draft takes the new words  |
| open | refuse  | refused  | the team, the coordination, with a reason                  |
| open | outdate | outdated | nobody: a version that changes the same part came on line  |
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aict.moderation import letters
from aict.moderation.kinds import KINDS
from aict.moderation.letters import Letter
from aict.moderation.mails import coordinators
from aict.moderation.models import Contribution, JournalEntry, Proposal, Revision
from aict.moderation.permissions import can_edit
from aict.moderation.readiness import Refused
from aict.moderation.wording import compared
from aict.people.models import User

State = Proposal.State


@dataclass(frozen=True)
class Step:
    target: str
    done: str
    subject: str
    sentence: str


STEPS = {
    "propose": Step(
        State.OPEN,
        "propose_change",
        "modification proposée",
        "{who} propose un autre texte pour la partie « {part} ». Vous pouvez le reprendre dans le "
        "brouillon, ou dire pourquoi vous ne le retenez pas.",
    ),
    "take": Step(
        State.TAKEN,
        "take_proposal",
        "votre proposition est reprise",
        "Votre proposition pour la partie « {part} » est reprise dans le brouillon de la prochaine "
        "version. Elle sera en ligne quand cette version sera publiée.",
    ),
    "refuse": Step(
        State.REFUSED,
        "refuse_proposal",
        "votre proposition n’est pas retenue",
        "Votre proposition pour la partie « {part} » n’est pas retenue. Voici pourquoi.",
    ),
    "outdate": Step(
        State.OUTDATED,
        "outdate_proposal",
        "votre proposition est dépassée",
        "Une nouvelle version a changé la partie « {part} » avant que votre proposition soit "
        "examinée. Votre texte est gardé : relisez la page, et proposez de nouveau s’il le faut.",
    ),
}


def move(proposal: Proposal, step: str, by: User | None, answer: str = "") -> None:
    """Decide of a proposal whose contribution is locked. `by` None: a new version did.

    Raises PermissionDenied, Refused."""
    rule, contribution = STEPS[step], proposal.contribution
    proposal.refresh_from_db(fields=["state"])
    if (by is None) != (step == "outdate") or (by and not can_edit(by, contribution)):
        raise PermissionDenied("Cette proposition est à décider par l’équipe de la page.")
    if proposal.state != State.OPEN:
        raise Refused(f"C’est déjà décidé : « {proposal.get_state_display()} ».")
    if step == "refuse" and not answer.strip():
        raise Refused("Dites pourquoi, en une phrase : la personne qui propose la lira.")
    proposal.state, proposal.answer = rule.target, answer.strip()
    proposal.decided_at, proposal.decided_by = timezone.now(), by
    proposal.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    note(proposal, step, by, answer)


def note(proposal: Proposal, step: str, by: User | None, words: str) -> None:
    """In the journal, and the letters of it."""
    contribution = proposal.contribution
    JournalEntry.objects.create(
        contribution=contribution,
        transition=STEPS[step].done,
        source=contribution.state,
        target=contribution.state,
        by=by,
        number=proposal.base_number,
        comment=words.strip(),
    )
    letters.post(f"proposal:{step}", proposal.pk, concerned(proposal, step))


def concerned(proposal: Proposal, step: str) -> list[User]:
    """Its author; of a new one, the team, or the coordination of a page without a team."""
    if step != "propose":
        return [proposal.author] if proposal.author else []
    return list(proposal.contribution.editors.filter(is_active=True)) or list(coordinators())


def outdate(contribution: Contribution, text: Revision) -> None:
    """Called when `text` is accepted: it may have changed what somebody proposes to change."""
    kind = KINDS[contribution.kind]
    bases = {
        row.number: row.data
        for row in contribution.revisions.filter(accepted=True).exclude(pk=text.pk)
    }
    for proposal in contribution.proposals.filter(state=State.OPEN).select_related("author"):
        part = next((p for p in kind.parts if p.slug == proposal.part), None)
        base = bases.get(proposal.base_number, {})
        if part is None or compared(kind, part, text.data, base):
            proposal.contribution = contribution
            move(proposal, "outdate", None)


def write(step: str, pk: int, person: User) -> Letter | None:
    proposal = Proposal.objects.select_related("contribution", "author").filter(pk=pk).first()
    if proposal is None:
        return None
    kind = KINDS[proposal.contribution.kind]
    part = next((p.title for p in kind.parts if p.slug == proposal.part), proposal.part)
    who = str(proposal.author or "Quelqu’un")
    return Letter(
        proposal.contribution,
        STEPS[step].subject,
        STEPS[step].sentence.format(who=who, part=part),
        reverse("moderation:proposal", args=[proposal.pk]),
        "Comparer les deux textes et décider :" if step == "propose" else "La relire :",
        proposal.why if step == "propose" else proposal.answer,
    )


for _step in STEPS:
    letters.written_by(f"proposal:{_step}")(lambda pk, person, step=_step: write(step, pk, person))
