"""Practices of the tests, made through the real forms and the real gate."""

from uuid import uuid4

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.taxonomies.models import ActorType, Modality
from practices.models import Practice
from tests.people import factories as people
from tests.practices.factories import term

FULL = {
    "status": "termine",
    "date_start": "2023-03",
    "date_end": "2024-11",
    "context": "Une commande de l’exécutif après deux salons sans suite.",
    "objectives": [{"text": "Trouver des acheteurs"}, {"text": "Apprendre à plusieurs"}],
    "steps": [
        {
            "title": "Choisir",
            "text": "Un appel ouvert.",
            "date": "mars 2023",
            "lessons": "Dire non.",
        },
        {"title": "Partir", "text": "Cinq jours sur place.", "conditions": "Un interprète."},
    ],
    "services_involved": [
        {"service": "relations-internationales", "role": "pilote"},
    ],
    "elected": "Délégation à l’économie",
    "partners": [
        {"name": "Chambre de commerce", "side": "ici", "country": "FR", "role": "sélection"}
    ],
    "beneficiaries_here": "Dix entreprises de moins de cinquante personnes.",
    "budget_year": "48000",
    "staff_fte": "0,4",
    "funding_lines": [
        {"source": "Métropole", "amount": "30000", "share": "62,5"},
        {"source": "Entreprises", "amount": "18000", "share": "37,5"},
    ],
    "results": [
        {
            "label": "contrats signés",
            "before": "0",
            "after": "7",
            "source": "enquête à six mois",
        },
        {"label": "entreprises accompagnées", "after": "10"},
    ],
    "evidence": "2",
    "local_impact": "Quatre recrutements annoncés.",
    "difficulties": "Deux entreprises ont renoncé.",
    "not_again": "Partir sans interprète.",
    "transfer_essential": "Un suivi de six mois.",
    "transfer_adapt": "Le choix du salon.",
    "transfer_conditions": [{"variable": "etp", "operator": "gte", "value": "0,3"}],
    "competence_basis": "Développement économique",
    "keywords": "salon, export",
}


def references():
    """The few rows every practice points to."""
    people.territory()
    people.service()
    people.country("MA", "Maroc", groups=["apd"])
    term(Modality, "salons", categories=["internationalisation"])
    term(ActorType, "chambre-consulaire", "Chambre consulaire")


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


def full(**changes) -> dict:
    """A complete case: every part of a project is told."""
    return answers(**FULL | changes)


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
