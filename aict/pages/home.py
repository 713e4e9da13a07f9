"""What the home page gathers from the rooms."""

from django.utils.translation import gettext_lazy as _

# slug, title, sentence: our own words for the three categories.
CATEGORIES = (
    (
        "internationalisation",
        _("Internationalisation des entreprises"),
        _(
            "Aider les entreprises d’ici à vendre, s’allier et s’installer ailleurs : missions, salons, accompagnement."
        ),
    ),
    (
        "promotion",
        _("Promotion du territoire"),
        _(
            "Faire connaître le territoire et ce qu’il produit : investisseurs, visiteurs, tables et terroirs, événements."
        ),
    ),
    (
        "cooperation",
        _("Coopération internationale"),
        _(
            "Développer ensemble deux territoires liés dans la durée, avec les acteurs économiques des deux rives."
        ),
    ),
)


def latest() -> list[dict]:
    """The last practices put on line, as components/entry.html reads them."""
    return []


def figures() -> list[tuple[str, str]]:
    """(value, label) of what the site holds; empty until there is something to count."""
    return []
