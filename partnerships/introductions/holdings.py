"""Requests, as something handed over when their officer leaves, and given back in a data export."""

import re

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from partnerships.introductions import gate
from partnerships.introductions.permissions import CLOCK
from partnerships.introductions.states import UNFINISHED
from partnerships.models.introduction import Introduction, IntroductionEntry

TEXTS = ("what", "how", "why", "difficulty")
REMOVED = "[nom retiré]"


def held(user, territory=None):
    mine = Introduction.objects.mine(user)
    return mine.filter(territory=territory) if territory else mine


def count(user, territory=None) -> int:
    return held(user, territory).count()


def hand_over(user, heir, territory=None) -> int:
    """`heir` follows them; without heir, those that wait are closed politely. An account that goes
    takes its name away from the texts."""
    rows = list(held(user, territory))
    for introduction in rows:
        if not give(introduction, heir):
            if introduction.state in UNFINISHED:
                gate.apply(introduction, "leave", CLOCK)
            Introduction.objects.filter(pk=introduction.pk).update(
                requester=None, share_contact=False
            )
        if territory is None:
            scrub(introduction, user)
    if territory is None:
        scrub_journal(IntroductionEntry.objects.filter(by=user), user)
    return len(rows)


def give(introduction: Introduction, heir) -> bool:
    """False without heir, or when the heir already asks the same actor: one request is enough."""
    if heir is None:
        return False
    mine = Introduction.objects.filter(pk=introduction.pk)
    try:
        with transaction.atomic():
            mine.update(requester=heir, share_contact=False)
    except IntegrityError:
        return False
    return True


def scrub(introduction: Introduction, user) -> None:
    for name in TEXTS:
        setattr(introduction, name, without(getattr(introduction, name), user))
    introduction.save(update_fields=[*TEXTS])
    scrub_journal(introduction.journal.all(), user)


def scrub_journal(entries, user) -> None:
    for entry in entries.exclude(comment=""):
        entry.comment = without(entry.comment, user)
        entry.save(update_fields=["comment"])


def without(text: str, user) -> str:
    """The text less the person's name (whole, or its long words) and address."""
    words = [user.email, user.name, *(word for word in user.name.split() if len(word) > 2)]
    for word in filter(None, words):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", REMOVED, text, flags=re.IGNORECASE)
    return text


def export(user) -> list[dict]:
    rows = held(user).with_names().order_by("pk")
    return [
        {
            "demande": introduction.get_intent_display(),
            "adressée à": introduction.target_name,
            "état": introduction.get_state_display(),
            "créée le": introduction.created_at.isoformat(timespec="seconds"),
            "coordonnées transmises si acceptée": introduction.share_contact,
            **{name: getattr(introduction, name) for name in TEXTS},
        }
        for introduction in rows
    ] + [
        {"geste": entry.transition, "le": entry.at.isoformat(timespec="seconds")}
        for entry in IntroductionEntry.objects.filter(by=user)
    ]


INTRODUCTIONS = Holding("mises en relation", _("Mises en relation"), count, hand_over, export)
