"""Contributions, as something their editor hands over when leaving and gets back in a data export."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.moderation.models import Contribution, JournalEntry, Reading, Revision
from aict.people.holdings import Holding


def held(user, territory=None):
    mine = Contribution.objects.filter(editors=user)
    return mine.filter(territory=territory) if territory else mine


def count(user, territory=None) -> int:
    return held(user, territory).count()


def hand_over(user, heir, territory=None) -> int:
    """`heir` edits them instead of `user`; without heir, coordinators alone do. Who leaves everything
    is no longer waited on for a second reading."""
    moved = list(held(user, territory))
    if heir:
        heir.contributions.add(*moved)
    user.contributions.remove(*moved)
    given = user.assignments.filter(contribution__in=moved)
    given.update(person=heir) if heir else given.delete()
    if territory is None:
        asked = user.readings.filter(role=Reading.Role.SECOND, state=Reading.State.ASKED)
        asked.update(state=Reading.State.CLOSED, answered_at=timezone.now())
    return len(moved)


def export(user) -> list[dict]:
    """What `user` edits, with the texts she wrote and the decisions she took."""
    mine = held(user).select_related("territory", "service").order_by("pk")
    return [
        {
            "titre": contribution.title,
            "nature": contribution.kind,
            "état": contribution.get_state_display(),
            "collectivité": contribution.territory and contribution.territory.name,
            "créée le": contribution.created_at.isoformat(timespec="seconds"),
            "mes textes": texts(user, contribution),
            "mes gestes": gestures(user, contribution),
            "mes remarques": remarks(user, contribution),
        }
        for contribution in mine
    ] + elsewhere(user, mine)


def elsewhere(user, mine) -> list[dict]:
    """What she said of texts that are not hers: remarks and readings she was asked for."""
    said = Contribution.objects.filter(
        Q(remarks__author=user) | Q(readings__person=user) | Q(proposals__author=user)
    )
    return [
        {
            "titre": contribution.title,
            "nature": contribution.kind,
            "mes remarques": remarks(user, contribution),
            "mes propositions": [
                {
                    "partie": p.part,
                    "état": p.get_state_display(),
                    "pourquoi": p.why,
                    "texte": p.data,
                }
                for p in contribution.proposals.filter(author=user)
            ],
            "mes relectures": [
                {
                    "version": reading.number,
                    "réponse": reading.get_state_display(),
                    "mots": reading.words,
                }
                for reading in contribution.readings.filter(person=user)
            ],
        }
        for contribution in said.exclude(pk__in=mine).distinct().order_by("pk")
    ]


def remarks(user, contribution) -> list[dict]:
    said = contribution.remarks.filter(author=user)
    return [
        {"le": remark.at.isoformat(timespec="seconds"), "sur": remark.part, "mots": remark.text}
        for remark in said
    ]


def texts(user, contribution) -> list[dict]:
    written = Revision.objects.filter(contribution=contribution, author=user)
    return [
        {"version": text.number, "le": text.at.isoformat(timespec="seconds"), "texte": text.data}
        for text in written
    ]


def gestures(user, contribution) -> list[dict]:
    done = JournalEntry.objects.filter(contribution=contribution, by=user)
    return [
        {"geste": entry.transition, "le": entry.at.isoformat(timespec="seconds")} for entry in done
    ]


CONTRIBUTIONS = Holding("contributions", _("Contributions"), count, hand_over, export)
