"""Fiches of the tests, made through the real forms."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from aict.moderation import drafts
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from practices.sheets import loading
from practices.sheets.models import Sheet
from tests.people import factories as people

FULL = {
    "goals": ["8"],
    "levels": ["region", "metropole"],
    "for_whom": "Une région qui prépare un salon.",
    "facts": [
        {
            "text": "Douze foires ont lieu chaque année.",
            "when": "2024",
            "source": "Office fictif",
            "url": "https://exemple.aict-eco.example/foires",
            "read_on": "2026-03-01",
        }
    ],
    "role_ri": "Elles ouvrent les portes.",
    "role_eco": "Il choisit les entreprises.",
    "cautions": "Ne pas promettre de contrats.",
    "laws": [{"reference": "Article L. 1115-1", "says": "Agir avec une autorité étrangère."}],
    "questions": [{"question": "Combien cela coûte-t-il ?", "answer": "Le prix de deux stands."}],
    "faq": [{"question": "Faut-il un interprète ?", "answer": "Oui, dès la première réunion."}],
    "terms": [{"term": "Terroir", "definition": "Un lieu et un savoir-faire."}],
    "references": [{"title": "Guide des salons", "url": "https://exemple.aict-eco.example/"}],
    "reviewers": "Service juridique",
}


def answers(**changes) -> dict:
    """The shortest text that can be submitted."""
    today = timezone.localdate()
    return {
        "title": "Gastronomie et terroir",
        "teaser": "Vendre ce que l’on mange, et ce que cela raconte.",
        "categories": ["promotion"],
        "in_brief": "Commencer par les producteurs.\nChoisir un pays.\nCompter les ventes.",
        "definition": "Les produits et les tables d’un territoire.",
        "why": "Un premier motif de voyage.",
        "objectives": "Vendre mieux\nAccueillir davantage",
        "tools": [{"name": "Semaine de chefs", "use": "Faire goûter", "cost": "20 000 €"}],
        "steps": [
            {"title": "Choisir", "text": "Cinq producteurs."},
            {"title": "Partir", "text": "Une semaine.", "duration": "trois mois"},
        ],
        "actors": [{"name": "CCI", "brings": "Le carnet d’adresses", "lead": "eco"}],
        "legal": "La région mène l’aide aux entreprises.",
        "legal_checked_on": today.isoformat(),
        "authors": "Coordination de la dynamique thématique",
        "validated_by": "Comité de la dynamique",
        "review_on": (today + timedelta(days=365)).isoformat(),
    } | changes


def full(**changes) -> dict:
    return answers(**{**FULL, **changes})


def draft(by=None, data=None, **changes) -> Contribution:
    values = data if data is not None else answers(**changes)
    return drafts.start(KINDS["sheet"], uuid4(), values, by or people.coordinator())[0]


def published(data=None, **changes) -> Sheet:
    """On line, without the people of its moderation."""
    token = uuid4()
    loading.put(token, data if data is not None else answers(**changes))
    return Sheet.objects.get(contribution__token=token)
