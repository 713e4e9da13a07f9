"""Actors of the tests: on line as acceptance leaves them, or as an officer tells them."""

from aict.taxonomies.models import ActorType, Offer
from partnerships.models import Actor
from tests.partnerships import factories
from tests.people import factories as people

RELAY = "relais-secret@chambre.example"


def term(model, slug, label):
    return model.objects.get_or_create(slug=slug, defaults={"label": label})[0]


def references():
    """The few rows every actor points to."""
    people.territory()
    people.country("MA", "Maroc", groups=["apd"])
    term(ActorType, "chambre-consulaire", "Chambre consulaire")
    term(Offer, "prospection", "Prospection")


def actor(**fields) -> Actor:
    """A chamber with a relay box that nobody may see."""
    fields.setdefault("teaser", "Elle accompagne les entreprises à l’export.")
    fields.setdefault("categories", ["internationalisation"])
    fields.setdefault("actor_type", term(ActorType, "chambre-consulaire", "Chambre consulaire"))
    fields.setdefault("contact_relay", RELAY)
    return factories.actor(**fields)


def answers(**changes) -> dict:
    """A complete express text, as the form's own values."""
    references()
    return {
        "title": "Chambre de commerce de la Vallée",
        "acronym": "CCV",
        "actor_type": "chambre-consulaire",
        "country": "FR",
        "seat": "metropole-200040715",
        "website": "https://chambre.example",
        "teaser": "Elle accompagne les entreprises à l’export.",
        "categories": ["internationalisation"],
        "offers": ["prospection"],
        "offer_text": "Des rendez-vous d’affaires préparés avec la collectivité.",
        "contact_relay": RELAY,
        "consent": True,
    } | changes
