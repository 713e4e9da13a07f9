"""Where the pages of this room point elsewhere, for the weekly check of links."""

from collections.abc import Callable, Iterator

from aict.links.places import Place
from aict.listing.listed import Listed
from partnerships.models import Actor, Funding, Partnership

FIELDS: dict[type[Listed], tuple[str, ...]] = {
    Actor: ("website", "source_url"),
    Funding: ("apply_url", "info_url", "source_url"),
    Partnership: ("source_url",),
}


def places_of(model: type[Listed]) -> Callable[[], Iterator[Place]]:
    """The addresses told by each row of `model` on line. Invented rows point nowhere real."""

    def places() -> Iterator[Place]:
        told = FIELDS[model]
        real = model.objects.published().filter(contribution__fictional=False)
        for row in real.only("title", "slug", "contribution_id", *told):
            for url in dict.fromkeys(getattr(row, name) for name in told):
                yield Place(url, row.title, row.get_absolute_url(), row.contribution_id)

    return places
