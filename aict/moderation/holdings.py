"""Contributions, as something their editor hands over when leaving and gets back in a data export."""

from django.utils.translation import gettext_lazy as _

from aict.moderation.models import Contribution, JournalEntry, Revision
from aict.people.holdings import Holding


def held(user, territory=None):
    mine = Contribution.objects.filter(editors=user)
    return mine.filter(territory=territory) if territory else mine


def count(user, territory=None) -> int:
    return held(user, territory).count()


def hand_over(user, heir, territory=None) -> int:
    """`heir` edits them instead of `user`; without heir, coordinators alone do."""
    moved = list(held(user, territory))
    if heir:
        heir.contributions.add(*moved)
    user.contributions.remove(*moved)
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
        }
        for contribution in mine
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
