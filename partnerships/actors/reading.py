"""An actor's page in plain words, the same for readers and for the preview."""

from dataclasses import dataclass, field

from aict.links.models import broken_among
from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from partnerships.enums import Conditions
from partnerships.models import Actor


@dataclass(frozen=True)
class ActorPage:
    """What the page shows. `offers` are (label, what it means); `broken` holds the addresses that no
    longer answer."""

    title: str
    acronym: str
    teaser: str
    type: str
    type_slug: str
    country: str
    country_code: str
    seat: object | None
    website: str
    categories: list[str]
    offers: list[tuple[str, str]]
    offer_text: str
    sectors: list
    countries: list
    conditions: str
    conditions_text: str
    contact: str
    source: str
    source_url: str
    fictional: bool
    relayed: bool
    broken: frozenset[str] = field(default_factory=frozenset)

    @property
    def category(self) -> str:
        return self.categories[0] if self.categories else ""


def page_of(actor: Actor) -> ActorPage:
    """The page of a live actor whose relations are read (`with_relations`, contribution)."""
    contribution = actor.contribution
    said = {name: getattr(actor, name) for name in PLAIN} | {
        "actor_type": actor.actor_type,
        "country": actor.country,
        "seat": actor.seat,
        "offers": actor.offers.all(),
        "sectors": actor.sectors.all(),
        "countries_active": actor.countries_active.all(),
    }
    return ActorPage(
        **words_of(said),
        fictional=contribution.fictional,
        broken=frozenset(broken_among([actor.website, actor.source_url])),
    )


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview: exactly the page, less what only publication gives."""
    said = dict.fromkeys(PLAIN, "") | {"categories": [], "contact_public": False}
    said |= {"actor_type": None, "country": None, "seat": None}
    said |= {"offers": [], "sectors": [], "countries_active": []}
    for bound in parts:
        bound.form.is_valid()
        answers = getattr(bound.form, "cleaned_data", {})
        said |= {name: value for name, value in answers.items() if value is not None}
    page = ActorPage(**words_of(said), fictional=contribution.fictional)
    return {"page": page, "practices": "", "partnerships": "", "relay_url": "", "foot": None}


PLAIN = (
    *("title", "acronym", "teaser", "website", "categories", "offer_text", "conditions"),
    *("conditions_text", "contact_public", "public_contact", "contact_relay"),
    *("source", "source_url"),
)


def words_of(said: dict) -> dict:
    """What the text says, as the page shows it. The relay box stays behind."""
    kept = {name: said[name] for name in PLAIN if name not in HIDDEN}
    kind, country = said["actor_type"], said["country"]
    return kept | {
        "type": kind.label if kind else "",
        "type_slug": kind.slug if kind else "",
        "country": country.name if country else "",
        "country_code": country.code if country else "",
        "seat": said["seat"],
        "offers": [(o.label, o.definition) for o in said["offers"]],
        "sectors": list(said["sectors"]),
        "countries": list(said["countries_active"]),
        "conditions": str(Conditions(said["conditions"]).label) if said["conditions"] else "",
        "contact": said["public_contact"] if said["contact_public"] else "",
        "relayed": bool(said["contact_relay"]),
    }


HIDDEN = {"contact_public", "public_contact", "contact_relay", "conditions"}
