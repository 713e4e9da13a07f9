"""Practices of the tests, made through the real forms and the real gate."""

from uuid import uuid4

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.taxonomies.models import ActorType, Modality
from practices.models import Practice
from tests.people import factories as people


def references():
    """The few rows every practice points to."""
    people.territory()
    people.service()
    people.country("MA", "Maroc", groups=["apd"])
    Modality.objects.get_or_create(
        slug="salons", defaults={"label": "Salons", "categories": ["internationalisation"]}
    )
    ActorType.objects.get_or_create(
        slug="chambre-consulaire", defaults={"label": "Chambre consulaire"}
    )


def answers(**changes) -> dict:
    """A complete express text, as the form's own values."""
    references()
    return {
        "nature": "projet",
        "title": "Accompagner dix entreprises sur un salon",
        "teaser": "Un pavillon commun et un suivi de six mois.",
        "category": "internationalisation",
        "territory": "metropole-200040715",
        "service": "relations-internationales",
        "summary": "Dix entreprises, un salon, un suivi avec la chambre de commerce.",
        "countries": ["MA"],
        "modalities": ["salons"],
        "cost_band": "10-50k",
        "benefit": "Trois contrats signés par des entreprises du territoire.",
        "consent": True,
        "authorised_by_function": "Direction générale des services",
    } | changes


def cooperation(**changes) -> dict:
    """A complete express text of a cooperation, with its three marks."""
    marks = {
        "category": "cooperation",
        "partnership": "Grenoble – Essaouira",
        "beneficiaries_here": "Deux entreprises de l’eau.",
        "beneficiaries_there": "La régie de l’eau.",
        "partners": [
            {"name": "Chambre de commerce", "side": "ici", "country": "FR"},
            {"name": "Chambre de commerce marocaine", "side": "la-bas", "country": "MA"},
        ],
    }
    return answers(**{**marks, **changes})


def draft(by=None, data=None, **changes) -> Contribution:
    by = by or people.officer()
    values = data if data is not None else answers(**changes)
    return drafts.start(KINDS["practice"], uuid4(), values, by)[0]


def submitted(by=None, **changes) -> Contribution:
    contribution = draft(by, **changes)
    apply(contribution, "submit", contribution.editors.get())
    contribution.refresh_from_db()
    return contribution


def returned(by=None, coordinator=None, **changes) -> Contribution:
    contribution = submitted(by, **changes)
    asked = [{"reason": "incomplet", "field": "benefit", "comment": "Combien de contrats ?"}]
    apply(contribution, "send_back", coordinator or people.coordinator(), corrections=asked)
    contribution.refresh_from_db()
    return contribution


def published(by=None, coordinator=None, **changes) -> Practice:
    contribution = submitted(by, **changes)
    apply(contribution, "accept", coordinator or people.coordinator())
    return Practice.objects.get(contribution=contribution)


def archived(by=None, **changes) -> Contribution:
    practice = published(by, **changes)
    apply(
        practice.contribution,
        "archive",
        practice.contribution.editors.get(),
        comment="Action terminée.",
    )
    practice.contribution.refresh_from_db()
    return practice.contribution
