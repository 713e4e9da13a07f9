"""What the page of a territory says of it: who it is, where, what became of it, who is like it."""

from dataclasses import dataclass
from heapq import nlargest

from django.utils.translation import gettext as _

from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from aict.territories.scenes import FRAME, FRANCE, WORLD, frame_of, is_mainland
from aict.ui.dates import long_date
from aict.ui.numbers import count, number
from partnerships.listing import PARTNERSHIPS
from partnerships.map.atlas import Atlas

LOOKED_AT, MOST = 60, 4


@dataclass(frozen=True)
class Link:
    words: str
    url: str
    detail: str = ""


def identity(place: Territory) -> list[tuple[str, str, str]]:
    """(label, value, address or ""): its level, its people, what it belongs to."""
    rows = [(_("Niveau"), str(place.nature), "")]
    if place.population:
        rows.append((_("Population"), _("%s habitants") % number(place.population), ""))
    if place.level == Level.FOREIGN:
        rows.append(
            (_("Pays"), place.country.name, f"/partenariats/carte/?pays={place.country_id}")
        )
    for label, parent in (
        (_("Intercommunalité"), place.epci),
        (_("Établissement territorial"), place.ept),
        (_("Département"), place.departement),
        (_("Région"), place.region),
    ):
        if parent and parent.name != place.name:
            rows.append((label, parent.name, parent.get_absolute_url()))
    if place.level != Level.FOREIGN:
        rows.append((_("Code"), place.code, ""))
    return rows


def notice(place: Territory) -> tuple[str, Link | None] | None:
    """What became of it, or who governs it: a sentence, and the page to read instead."""
    if place.valid_to:
        words = _("%(name)s n’existe plus en tant que tel depuis le %(day)s.")
        told = words % {"name": place.name, "day": long_date(place.valid_to)}
        heir = place.successor
        return told, Link(
            _("%s a pris la suite") % heir.name, heir.get_absolute_url()
        ) if heir else None
    if place.carried_by:
        told = _("Cette aire est gouvernée par une autre collectivité.")
        return told, Link(place.carried_by.name, place.carried_by.get_absolute_url())
    return None


def locator(place: Territory) -> dict | None:
    """A drawing cropped around its point: the mainland, an overseas frame, or the world."""
    if place.latitude is None or place.longitude is None:
        return None
    scene = WORLD if place.level == Level.FOREIGN else FRANCE
    x, y = scene.place(place.longitude, place.latitude)
    shape = place.country_id
    box = cropped(x, y)
    size = 55
    if scene is FRANCE:
        own = place if place.level == Level.DEPARTEMENT else place.departement
        shape = own.code if own else ""
        box = "2080 0 6180 5940"
        size = 110
        if not is_mainland(place.longitude, place.latitude):
            left, top = frame_of(place.longitude, place.latitude).corner
            box, size = f"{left + 10} {top + 10} {FRAME - 20} {FRAME - 230}", 22
    return {"file": scene.file, "box": box, "shape": shape, "x": x, "y": y, "size": size}


def cropped(x: int, y: int) -> str:
    """The part of the world around a point, within the drawing."""
    width, height = 2_600, 2_000
    left = max(0, min(x - width // 2, WORLD.width - width))
    top = max(0, min(y - height // 2, WORLD.height - height))
    return f"{left} {top} {width} {height}"


def coverage(place: Territory, known) -> str:
    """« 2 pratiques, 5 partenariats connus (3 vérifiés), 1 acteur » : what the base knows, no more."""
    if known.empty:
        return _(
            "La base ne connaît encore rien de ce territoire : cela ne veut pas dire qu’il ne s’y passe rien."
        )
    links = count(known.partnership_count, "partenariat connu")
    if known.partnership_count:
        links = _("%(links)s (%(checked)s)") % {
            "links": links,
            "checked": count(known.verified, "vérifié"),
        }
    told = [
        words
        for words, total in (
            (count(known.practice_count, "pratique publiée"), known.practice_count),
            (links, known.partnership_count),
            (
                count(known.actor_count, "acteur économique", "acteurs économiques"),
                known.actor_count,
            ),
        )
        if total
    ]
    sentence = _("La base en connaît : %s. Ce qu’elle ignore n’apparaît pas.") % ", ".join(told)
    if known.before:
        names = ", ".join(known.before[:6]) + ("…" if len(known.before) > 6 else "")
        sentence += " " + _("Y compris ce qui vient de : %s.") % names
    return sentence


def around(place: Territory) -> list[Link]:
    """The lists of what happens inside a département or a région, counted as they will be."""
    if place.level not in {Level.DEPARTEMENT, Level.REGION}:
        return []
    name = str(place.level)
    snapshot = PARTNERSHIPS.current()
    total = (snapshot.bits.get(name, {}).get(place.code, 0) & snapshot.alive).bit_count()
    words = _("%s des territoires qui s’y trouvent") % count(total, "partenariat")
    return [Link(words, f"/partenariats/carte/france/?{name}={place.code}")] if total else []


def comparables(place: Territory, atlas: Atlas) -> list[Link]:
    """Authorities like it, those we know something of first, with the reasons in words."""
    if place.valid_to or (place.level != Level.FOREIGN and not place.is_authority):
        return []
    if place.level == Level.FOREIGN:
        found = list(Territory.objects.current().filter(pk__in=compatriots(place, atlas)))
    else:
        found = Territory.objects.nearest_in_size(place, LOOKED_AT // 2)
    # Sorting is stable: what stood nearer in population stays first among equals.
    totals = {other.pk: len(atlas.links_of(other.pk)) for other in found}
    if place.level == Level.FOREIGN:
        found.sort(key=lambda other: (-totals[other.pk], -other.weight, other.pk))
    else:
        found.sort(key=lambda other: (not totals[other.pk], not same_region(place, other)))
    return [
        Link(other.name, other.get_absolute_url(), reasons(place, other, totals[other.pk]))
        for other in found[:MOST]
    ]


def compatriots(place: Territory, atlas: Atlas) -> list[int]:
    """The most linked territories of the same country."""
    same = (
        pk
        for pk, other in atlas.places.items()
        if other.country == place.country_id and pk != place.pk
    )
    return nlargest(MOST, same, key=lambda pk: len(atlas.links_of(pk)))


def same_region(place: Territory, other: Territory) -> bool:
    return place.region_id is not None and place.region_id == other.region_id


def near_in_size(place: Territory, other: Territory) -> bool:
    """Neither is more than one and a half times the other: beyond, "close" would be untrue."""
    small, large = sorted((place.population or 0, other.population or 0))
    return large * 2 <= small * 3


def reasons(place: Territory, other: Territory, links: int) -> str:
    """« Même niveau, population proche (45 200 habitants), même région ; 12 partenariats connus »."""
    abroad = place.level == Level.FOREIGN
    told = [_("Même pays") if abroad else _("Même niveau")]
    if other.population and not abroad and near_in_size(place, other):
        told.append(_("population proche (%s habitants)") % number(other.population))
    elif other.population:
        told.append(_("%s habitants") % number(other.population))
    if place.departement_id and place.departement_id == other.departement_id:
        told.append(_("même département"))
    elif same_region(place, other):
        told.append(_("même région"))
    sentence = ", ".join(told)
    return f"{sentence} ; {count(links, 'partenariat connu')}" if links else sentence
