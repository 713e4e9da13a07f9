"""Invented content for the gallery."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.html import format_html

from aict.ui.badges import STATES
from aict.ui.facets import Option

PARIS = ZoneInfo("Europe/Paris")

ENTRIES = [
    {
        "url": "#",
        "title": "Une saison de chefs pour vendre un terroir",
        "teaser": format_html(
            "Neuf cheffes et chefs, une tournée commune et un catalogue bilingue : la "
            "<mark>{}</mark> comme carte de visite des producteurs du <mark>{}</mark>.",
            "gastronomie",
            "terroir",
        ),
        "category": "promotion",
        "kicker": "Projet · Région · Québec, Canada",
        "meta": "Vérifié le 12 octobre 2026 · Reprise par 3 collectivités · 4 min",
        "figure": "46",
        "figure_label": "producteurs référencés à l’export en deux ans",
        "fictional": True,
    },
    {
        "url": "#",
        "title": "Trois territoires, un appel à projets",
        "teaser": "Une coopération trilatérale qui finance des associations d’insertion des trois rives, avec la chambre de commerce pour tiers de confiance.",
        "category": "cooperation",
        "kicker": "Stratégie · Département · Maroc, Sénégal",
        "meta": "Vérifié le 3 septembre 2026 · Convention 2025-2028 · 6 min",
        "figure": "180 k€",
        "figure_label": "par an, dont 40 % apportés par les partenaires",
        "fictional": False,
    },
    {
        "url": "#",
        "title": "Accompagner à l’international les petites entreprises industrielles d’un bassin d’emploi transfrontalier en reconversion, du diagnostic au premier contrat",
        "teaser": "Un titre très long, une phrase très longue : rien ne déborde, rien n’est coupé, et l’œil retrouve tout de suite où commence la pratique suivante dans la liste.",
        "category": "internationalisation",
        "kicker": "Projet · Métropole · Corée du Sud, Allemagne, Italie, République tchèque et Slovaquie",
        "meta": "Vérifié le 20 août 2026 · 5 min",
        "figure": "",
        "figure_label": "",
        "fictional": True,
    },
]


LISTS = {
    "entries": ENTRIES,
    "chips": [("Promotion du territoire", "#"), ("Région", "#"), ("Canada", "#")],
    "links": [
        {"label": "CSV", "url": "#", "icon": "download", "current": False},
        {"label": "Flux", "url": "#", "icon": "rss", "current": False},
        {"label": "Créer une alerte", "url": "#", "icon": "bell", "current": False},
        {"label": "Liste", "url": "#", "icon": "", "current": True},
        {"label": "Carte", "url": "#", "icon": "", "current": False},
    ],
    "categories": [
        Option("internationalisation", "Internationalisation des entreprises", 31),
        Option("promotion", "Promotion du territoire", 74, selected=True),
        Option("cooperation", "Coopération internationale", 58),
    ],
    "levels": [
        Option("commune", "Commune", 22),
        Option("epci", "Intercommunalité", 17),
        Option("metropole", "Métropole", 12),
        Option("departement", "Département", 9),
        Option("region", "Région", 14, selected=True),
        Option("statut-particulier", "Collectivité à statut particulier", 0),
    ],
    "modalities": [
        Option(f"modalite-{n}", f"Modalité d’action numéro {n}", 40 - 3 * n) for n in range(1, 13)
    ],
    "tabs": [
        {"label": "À traiter", "url": "#", "current": True, "count": 12},
        {"label": "En attente de l’auteur", "url": "#", "current": False, "count": 4},
        {"label": "Publiées", "url": "#", "current": False, "count": None},
    ],
    "empty_actions": [
        {"label": "Retirer le filtre « Région »", "url": "#", "primary": True},
        {"label": "Créer une alerte", "url": "#", "primary": False},
    ],
}


READING = {
    "crumbs": [("Pratiques", "/galerie/"), ("Une saison de chefs", "")],
    "figures": [
        ("46", "producteurs référencés"),
        ("120 k€", "par an, 0,8 ETP"),
        ("2,1 M€", "de ventes déclarées"),
        ("Documentée", "preuve : pièces jointes"),
    ],
    "steps": [
        {
            "title": "Choisir ensemble",
            "date": "Printemps 2025",
            "text": "Les deux services écrivent les critères ; un jury mêle producteurs et acheteurs.",
        },
        {
            "title": "Préparer l’export",
            "date": "",
            "text": "Six ateliers avec la chambre d’agriculture ; le catalogue bilingue en sort.",
        },
        {
            "title": "Partir, puis revenir",
            "date": "",
            "text": "Une tournée de dix jours, une visite retour des acheteurs trois mois après.",
        },
    ],
    "facts": [
        ("Pilote", "Développement économique"),
        ("Contribue", "Relations internationales, tourisme"),
        ("Partenaires", "Chambre d’agriculture, deux lycées hôteliers, une centrale d’achat"),
        ("Montant", ""),
    ],
    "sections": [("D’où vient la demande", "g-textes"), ("Ce qui a été fait", "g-etapes")],
    "rows": [
        ("Internationalisation des entreprises", 31, "31", "internationalisation"),
        ("Promotion du territoire", 74, "74", "promotion"),
        ("Coopération internationale", 58, "58", "cooperation"),
    ],
    "headers": ("Catégorie", "Pratiques"),
    "verified": datetime(2026, 10, 12, tzinfo=PARIS),
}


FOLLOWING = {
    "states": list(STATES),
    "events": [
        {
            "title": "Publiée",
            "by": "par la coordination",
            "at": datetime(2026, 10, 12, 14, 2, tzinfo=PARIS),
            "tone": "success",
            "comment": "",
        },
        {
            "title": "À corriger",
            "by": "par la coordination",
            "at": datetime(2026, 10, 8, 9, 30, tzinfo=PARIS),
            "tone": "warning",
            "comment": "Incomplet : quel est le coût annuel pour la région ?",
        },
        {
            "title": "Soumise",
            "by": "par le service Relations internationales",
            "at": datetime(2026, 10, 1, 17, 45, tzinfo=PARIS),
            "tone": "info",
            "comment": "",
        },
    ],
    "differences": [
        {
            "label": "En une phrase",
            "old": "Huit chefs, une tournée commune et un catalogue : la cuisine comme carte de visite.",
            "new": "Neuf cheffes et chefs, une tournée commune et un catalogue bilingue : la cuisine comme carte de visite des producteurs.",
        }
    ],
    "tasks": [
        {"label": "L’essentiel", "url": "#", "state": "Complet", "tone": "success"},
        {
            "label": "Partenaires et bénéficiaires",
            "url": "#",
            "state": "Commencé",
            "tone": "info",
        },
        {"label": "Résultats et preuve", "url": "#", "state": "À faire", "tone": "neutral"},
    ],
    "files": [
        {"name": "Convention 2025-2028.pdf", "size": 1_240_000, "url": "#", "token": "a"},
    ],
    "hidden_fields": [("version", "3")],
}

# Everything ui/gallery/*.html shows, apart from the forms.
SAMPLES = {**LISTS, **READING, **FOLLOWING}
