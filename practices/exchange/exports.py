"""Every reuse as a spreadsheet: what a network reports of its ideas is where they were taken up."""

from collections.abc import Iterator

from django.conf import settings
from django.http import StreamingHttpResponse

from aict.ui.transfer import csv_response
from practices.exchange.models import Reuse

HEADER = (
    *("collectivité", "code", "service", "pratique reprise", "adresse", "de", "ce qui est repris"),
    *("depuis", "où elle en est", "ce que c’est devenu", "sa propre pratique", "masquée"),
    *("déclarée le", "exemple fictif"),
)


def csv() -> StreamingHttpResponse:
    """All that were not withdrawn, the newest first; for coordinators, hidden ones included."""
    rows = Reuse.objects.kept().with_names().iterator(chunk_size=500)
    return csv_response("reprises.csv", HEADER, (line(reuse) for reuse in rows))


def line(reuse: Reuse) -> Iterator[object]:
    practice, child = reuse.practice, reuse.child
    yield from (reuse.territory.name, reuse.territory.code, reuse.service)
    yield from (practice.title, settings.SITE_URL + practice.get_absolute_url())
    yield practice.territory.name if practice.territory else practice.territory_name
    yield from (reuse.taken, reuse.since, reuse.get_state_display(), reuse.sentence)
    yield settings.SITE_URL + child.get_absolute_url() if child else ""
    yield "oui" if reuse.hidden else "non"
    yield reuse.created_at.date()
    yield "oui" if reuse.fictional else "non"
