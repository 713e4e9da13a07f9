"""Where actors' pages point elsewhere, for the weekly check."""

from collections.abc import Iterator

from aict.links.places import Place
from partnerships.models import Actor


def places() -> Iterator[Place]:
    """The site and the source of each actor on line."""
    fields = ("website", "source_url", "title", "slug", "contribution_id")
    for actor in Actor.objects.published().only(*fields):
        page = actor.get_absolute_url()
        for url in dict.fromkeys((actor.website, actor.source_url)):
            yield Place(url, actor.title, page, actor.contribution_id)
