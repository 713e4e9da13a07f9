"""What people chose for a name, kept for the next list where the same name stands."""

import hashlib
from collections.abc import Iterable

from aict.territories.lookup import territories_by_key
from aict.territories.models import Territory
from aict.territories.names import normalise
from partnerships.imports.links import Link
from partnerships.imports.mention import Mention
from partnerships.models import LinkChoice


def mention_key(link: Link, mention: Mention) -> str:
    """The same for the same name at the same place. A name that nothing places is known by the other
    side: Saint-Ouen twinned with Salford is not the one twinned with Podstrana."""
    place: tuple = (mention.inside, mention.code)
    if mention.point:
        place = tuple(round(x, 2) for x in mention.point)
    elif not any(place):
        place = tuple(normalise(m.name) for m in (link.french, link.foreign) if m)
    return digest(normalise(mention.name), mention.countries, place)


def link_key(link: Link) -> str:
    return digest(*(mention_key(link, m) for m in (link.french, link.foreign) if m))


def digest(*told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()


def remembered(links: Iterable[Link]) -> tuple[dict[tuple[Link, Mention], int], dict[Link, str]]:
    """(territory of each mention that was settled by hand, reason of each link that was left out)."""
    keys: dict[str, list[tuple[Link, Mention | None]]] = {}
    for link in links:
        if link.french and link.foreign:
            for side in (link.french, link.foreign):
                keys.setdefault(mention_key(link, side), []).append((link, side))
            keys.setdefault(link_key(link), []).append((link, None))
    chosen: dict[tuple[Link, Mention], int] = {}
    left_out: dict[Link, str] = {}
    choices = list(LinkChoice.objects.filter(key__in=list(keys)).select_related("territory", "by"))
    today = territories_by_key([choice.territory.key for choice in choices if choice.territory])
    for choice in choices:
        for link, mention in keys[choice.key]:
            if mention and choice.territory:
                chosen[link, mention] = today[choice.territory.key].pk
            elif choice.reason:
                left_out[link] = choice.get_reason_display()
    return chosen, left_out


def remember(link: Link, chosen: dict[Mention, Territory], by) -> None:
    for mention, territory in chosen.items():
        keep(mention_key(link, mention), mention.name, by, territory=territory, reason="")


def remember_refusal(link: Link, reason: str, by) -> None:
    keep(link_key(link), link.title, by, territory=None, reason=reason)


def keep(key: str, told: str, by, **said) -> None:
    LinkChoice.objects.update_or_create(key=key, defaults={"told": told[:300], "by": by, **said})
