"""Who was invited to the surveys of the demonstration: real authorities, invented addresses and gestures."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from surveys.campaign.models import Invitation, MailingKind, SurveyMailing
from surveys.models import State, Survey

# For each level: how many of the most populated, and the share that answers.
CLOSED = {
    "region": (18, 0.85),
    "departement": (95, 0.5),
    "metropole": (21, 0.9),
    "epci": (180, 0.42),
    "commune": (420, 0.34),
}
OPEN = {
    "region": (10, 0.3),
    "departement": (20, 0.2),
    "metropole": (20, 0.25),
    "commune": (60, 0.12),
}
SERVICES = {"international": "relations-internationales", "economie": "developpement-economique"}
SECOND = 0.15
LEFT_TO_SEND = 0.12


def load(author: User, coordinator: User) -> Iterator[str]:
    """The invitations of fictional surveys that have none, yielding the slug of each."""
    begun = Survey.objects.filter(fictional=True, invitations=None)
    for survey in begun.exclude(state=State.DRAFT):
        with transaction.atomic():
            invite(survey)
            mailings(survey, coordinator)
        yield survey.slug


def invite(survey: Survey) -> None:
    chance = random.Random(survey.slug)  # noqa: S311 - fiction, not a secret
    services = Service.objects.in_bulk(SERVICES.values(), field_name="slug")
    rows = []
    for level, (many, share) in (OPEN if survey.state == State.OPEN else CLOSED).items():
        for place in most_populated(level, many):
            second = chance.random() < SECOND
            for box, slug in list(SERVICES.items())[: 1 + second]:
                row = drawn(survey, share, chance)
                row.territory, row.service = place, services.get(slug)
                row.email = f"{box}@{slugify(place.name)[:60]}.example"
                rows.append(row)
    Invitation.objects.bulk_create(rows, ignore_conflicts=True)


def most_populated(level: str, many: int):
    rows = Territory.objects.current().authorities().french().filter(level=level)
    return rows.exclude(population=None).order_by("-population", "pk")[:many]


def drawn(survey: Survey, share: float, chance: random.Random) -> Invitation:
    """Where one stands: the same on every machine."""
    open_ = survey.state == State.OPEN
    sent = not (open_ and chance.random() < LEFT_TO_SEND)
    answered = sent and chance.random() < share
    started = answered or (sent and chance.random() < 0.1)
    stopped = sent and not answered and chance.random() < 0.05
    reminded = 0 if open_ or answered or stopped or not sent else 2
    return Invitation(
        survey=survey,
        sent=sent,
        started=started,
        answered=answered,
        stopped=stopped,
        reminded=reminded,
    )


def mailings(survey: Survey, by: User) -> None:
    """As if they had left: in the autumn of a closed survey, ten days ago for an open one."""
    mine = Invitation.objects.filter(survey=survey, sent=True)
    first = timezone.now() - timedelta(days=10)
    if survey.state != State.OPEN:
        first = datetime(survey.year, 9, 17, 8, tzinfo=UTC)
        for number in (1, 2):
            SurveyMailing.objects.create(
                survey=survey,
                kind=MailingKind.REMINDER,
                number=number,
                at=first + timedelta(weeks=3 * number),
                count=mine.filter(reminded__gte=number).count(),
                by=by,
            )
    SurveyMailing.objects.create(
        survey=survey, kind=MailingKind.FIRST, at=first, count=mine.count(), by=by
    )
