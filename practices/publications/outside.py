"""Where publications are read elsewhere, for the weekly check of links."""

from collections.abc import Iterator

from aict.links.places import Place
from practices.publications.models import Publication


def places() -> Iterator[Place]:
    """Invented publications point nowhere real."""
    real = Publication.objects.published().filter(contribution__fictional=False).exclude(link="")
    for row in real.only("title", "slug", "contribution_id", "link"):
        yield Place(row.link, row.title, row.get_absolute_url(), row.contribution_id)
