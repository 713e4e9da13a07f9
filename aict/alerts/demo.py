"""Alerts and kept pages of the demonstration officer, so that her pages are not empty."""

from collections.abc import Iterator

from django.http import QueryDict

from aict.alerts import subjects, subscribing
from aict.alerts.keeping import keep
from aict.alerts.models import Reader
from aict.alerts.rhythms import Rhythm
from aict.listing.selection import BadParameterError
from aict.moderation.models import Contribution

SEARCHES = ("liste=pratiques&categorie=promotion", "liste=financements&statut=ouvert")
KEPT = 3


def load(author, coordinator=None) -> Iterator[str]:
    """Once: what she changed or deleted since stays so. Yields what is new."""
    if Reader.objects.filter(user=author).exists():
        return
    homes = author.memberships.confirmed().select_related("territory")
    wanted = [*SEARCHES, *(f"territoire={row.territory.key}" for row in homes)]
    for query in wanted:
        try:
            subject = subjects.read(QueryDict(query))
        except BadParameterError:
            continue
        if subject and subscribing.subscribe(author, subject, Rhythm.MONTH):
            yield query
    examples = Contribution.objects.on_line().filter(kind="practice", fictional=True)
    for contribution in examples.order_by("-published_at", "-pk")[:KEPT]:
        keep(author, contribution, told=True)
        yield str(contribution)
