"""What the page she comes from already says of the need."""

from dataclasses import dataclass, field

from django.http import QueryDict

from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.models.actor import Actor
from partnerships.models.introduction import Intent
from partnerships.models.partnership import Partnership


@dataclass
class Origin:
    """`initial`: the form's first values; the rest is kept with the need."""

    initial: dict = field(default_factory=dict)
    actor: Actor | None = None
    peer: Territory | None = None
    about: Contribution | None = None
    words: str = ""


def origin_of(asked: QueryDict) -> Origin:
    """From `acteur`, `partenariat` (addresses), `page` (a contribution's number) or `territoire` (key).
    What does not exist is left out: the form simply opens empty."""
    values = {name: asked.get(name, "").replace("\x00", "")[:120] for name in READERS}
    for name, reader in READERS.items():
        if values[name] and (found := reader(values[name])):
            return found
    return Origin()


def from_actor(slug: str) -> Origin | None:
    actor = Actor.objects.published().with_relations().filter(slug=slug).first()
    if actor is None:
        return None
    initial: dict = {"intent": Intent.ACTOR}
    if actor.categories:
        initial["category"] = actor.categories[0]
    if actor.country_id != "FR":
        initial |= {"countries": [actor.country], "intent": Intent.ABROAD}
    if len(actor.sectors.all()) == 1:
        initial["sector"] = actor.sectors.all()[0].slug
    return Origin(initial, actor=actor, words=actor.title)


def from_partnership(slug: str) -> Origin | None:
    row = Partnership.objects.published().with_relations().select_related("contribution")
    found = row.filter(slug=slug).first()
    if found is None:
        return None
    parties = list(found.parties.all())
    french = [party for party in parties if party.level != "etranger"]
    origin = from_territory(french[0].key) if french else None
    origin = origin or Origin()
    origin.about, origin.words = found.contribution, found.title
    origin.initial |= {
        "intent": Intent.PEER,
        "countries": list({p.country_id: p.country for p in parties if p not in french}.values()),
    }
    if found.categories:
        origin.initial["category"] = found.categories[0]
    if sectors := list(found.sectors.all()):
        origin.initial["sector"] = sectors[0].slug
    return origin


def from_page(number: str) -> Origin | None:
    """A published page of any room, by what every contribution says."""
    if not number.isdecimal() or len(number) > 12:
        return None
    rows = Contribution.objects.on_line().filter(pk=int(number))
    found = rows.select_related("territory").first()
    if found is None:
        return None
    initial = {"intent": Intent.PEER, "category": found.category}
    return Origin(initial, peer=found.territory, about=found, words=found.title)


def from_territory(key: str) -> Origin | None:
    found = Territory.objects.current().filter(key=key).first()
    if found is None:
        return None
    if found.level == "etranger":
        initial = {"intent": Intent.ABROAD, "countries": [found.country]}
        return Origin(initial, words=found.name)
    return Origin({"intent": Intent.PEER}, peer=found, words=found.name)


READERS = {
    "acteur": from_actor,
    "partenariat": from_partnership,
    "page": from_page,
    "territoire": from_territory,
}
