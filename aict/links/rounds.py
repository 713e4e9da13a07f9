"""A round of checks: which links are due, what becomes of each, whom to tell."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from time import sleep

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from aict.links.checker import Outcome, check
from aict.links.models import Link
from aict.links.places import Place, everywhere
from aict.moderation.mails import coordinators
from aict.moderation.models import Contribution

WEEK, DAY = timedelta(days=7), timedelta(days=1)
BATCH, PAUSE = 20, 1.0
# Jobs do not start to the second: what was checked a week ago today is due.
SLACK = timedelta(hours=2)


@transaction.atomic
def gather() -> int:
    """Know every address on line, forget those no page shows any more. Returns how many."""
    urls = {place.url for place in everywhere()}
    Link.objects.exclude(url__in=urls).delete()
    Link.objects.bulk_create([Link(url=url) for url in sorted(urls)], ignore_conflicts=True)
    return len(urls)


def due():
    """Every week; the day after when it failed."""
    now = timezone.now() + SLACK
    failing = Q(failures__gt=0, checked_at__lt=now - DAY)
    late = Q(checked_at=None) | Q(checked_at__lt=now - WEEK) | failing
    return Link.objects.filter(late).order_by(F("checked_at").asc(nulls_first=True), "pk")


def check_some(checking: Callable[[str], Outcome] = check, pause: float = PAUSE) -> int:
    """Check the links longest unchecked, slowly. Returns how many; 0 when none is due."""
    links = list(due()[:BATCH])
    for number, link in enumerate(links):
        if number:
            sleep(pause)
        note(link, checking(link.url))
    return len(links)


def note(link: Link, outcome: Outcome) -> None:
    """Keep what a check found; an address that answers again starts with a clean slate."""
    now = timezone.now()
    link.checked_at, link.status, link.problem = now, outcome.status, outcome.problem
    if outcome.problem:
        link.failures += 1
        link.failing_since = link.failing_since or now
    else:
        link.failures, link.failing_since, link.told_at = 0, None, None
    link.save()


def to_tell() -> dict[int, list[Place]]:
    """The places of links known broken and not told yet, by person; coordinators where nobody edits."""
    urls = set(Link.objects.broken().filter(told_at=None).values_list("url", flat=True))
    places = [place for place in everywhere() if place.url in urls]
    owners = editors_of({place.contribution_id for place in places})
    fallback = list(coordinators().values_list("pk", flat=True))
    found = defaultdict(list)
    for place in places:
        for person in owners.get(place.contribution_id or 0) or fallback:
            found[person].append(place)
    return dict(found)


def editors_of(ids: set[int | None]) -> dict[int, list[int]]:
    rows = Contribution.editors.through.objects.filter(
        contribution_id__in=ids, user__is_active=True
    )
    found = defaultdict(list)
    for contribution, person in rows.values_list("contribution_id", "user_id"):
        found[contribution].append(person)
    return dict(found)
