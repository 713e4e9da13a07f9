"""Introductions of the tests: a need of Grenoble, sent through the real gate."""

from aict.taxonomies.models import Sector
from aict.territories.models import Country
from partnerships.introductions import gate
from partnerships.introductions.permissions import CLOCK, Who
from partnerships.models import Introduction
from tests.partnerships import actors
from tests.people import factories as people

# What brings a new need to each state, with an actor as target.
WAYS = {
    "draft": [],
    "sent": ["send"],
    "acknowledged": ["send", "acknowledge"],
    "escalated": ["send", "escalate"],
    "accepted": ["send", "accept"],
    "refused": ["send", "refuse"],
    "held": ["send", "accept", "hold"],
    "closed": ["send", "accept", "hold", "close"],
    "withdrawn": ["send", "withdraw"],
}


def sector(slug="numerique", label="Numérique"):
    return Sector.objects.get_or_create(slug=slug, defaults={"label": label})[0]


def answers(**changes) -> dict:
    """What an officer types."""
    sector()
    people.country("MA", "Maroc", groups=["apd"])
    return {
        "intent": "partenaire",
        "category": "internationalisation",
        "sector": "numerique",
        "countries": ["MA"],
        "what": "Relier nos deux grappes d’entreprises.",
        "how": "Une mission, puis un appel à projets.",
        "why": "Des débouchés ici et là-bas.",
    } | changes


def need(requester=None, **fields) -> Introduction:
    requester = requester or people.officer()
    belongs = requester.memberships.first()
    fields.setdefault("territory", belongs.territory if belongs else people.territory())
    fields.setdefault("service", people.service())
    fields.setdefault("sector", sector())
    fields.setdefault("intent", "partenaire")
    fields.setdefault("category", "internationalisation")
    countries = fields.pop("countries", [people.country("MA", "Maroc", groups=["apd"])])
    texts = {"what": "Relier nos grappes.", "how": "Une mission.", "why": "Des débouchés."}
    made = Introduction.objects.create(requester=requester, **(texts | fields))
    made.countries.set(Country.objects.filter(pk__in=[country.pk for country in countries]))
    return made


def said(transition: str, target=None) -> gate.Said:
    """What makes that transition whole."""
    return {
        "send": lambda: gate.Said(actor=target or actors.actor()),
        "retry": lambda: gate.Said(actor=target or actors.actor()),
        "reassign": lambda: gate.Said(actor=target or actors.actor()),
        "accept": lambda: gate.Said(contact="Le secrétariat, au 04 00 00 00 00"),
        "refuse": lambda: gate.Said(reason="hors-champ"),
        "close": lambda: gate.Said(useful=True, outcome="visite"),
        "file": lambda: gate.Said(comment="Sans suite possible."),
    }.get(transition, gate.Said)()


def by(introduction: Introduction, transition: str) -> Who:
    """Who usually does that."""
    introduction.refresh_from_db()
    if transition in {"acknowledge", "accept", "refuse"}:
        return Who(link=introduction.round)
    if transition in {"escalate", "leave"}:
        return CLOCK
    return Who(user=introduction.requester)


def at(state: str, requester=None, target=None, **fields) -> Introduction:
    """A request in that state."""
    made = need(requester, **fields)
    for transition in WAYS[state]:
        gate.apply(made, transition, by(made, transition), said(transition, target), quiet=True)
    made.refresh_from_db()
    return made
