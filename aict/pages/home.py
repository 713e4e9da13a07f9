"""What the home page gathers from the rooms."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from aict.listing.cards import joined
from aict.listing.index import Snapshot
from aict.ui.numbers import is_plural, number
from practices.cards import CARDS
from practices.listing import PRACTICES
from practices.models import Practice

LATEST = 4

# slug, title, sentence: our own words for the three categories.
CATEGORIES = (
    (
        "internationalisation",
        _("Internationalisation des entreprises"),
        _(
            "Aider les entreprises d’ici à vendre, s’allier et s’installer ailleurs : missions, "
            "salons, accompagnement."
        ),
    ),
    (
        "promotion",
        _("Promotion du territoire"),
        _(
            "Faire connaître le territoire et ce qu’il produit : investisseurs, visiteurs, tables "
            "et terroirs, événements."
        ),
    ),
    (
        "cooperation",
        _("Coopération internationale"),
        _(
            "Développer ensemble deux territoires liés dans la durée, avec les acteurs "
            "économiques des deux rives."
        ),
    ),
)


def latest() -> str:
    """The last practices put on line, as the items of a list; nothing when there is none."""
    rows = Practice.objects.published().newest_first().values_list("pk", "stamp")[:LATEST]
    return joined(f"<li>{card.html()}</li>" for card in CARDS.of(rows).values())


def figures() -> list[tuple[str, str]]:
    """(value, label) of what the site holds, from the sets that lists count with."""
    snapshot = PRACTICES.index.current()
    practices = snapshot.alive.bit_count()
    if not practices:
        return []
    places, countries = present(snapshot, "departement"), present(snapshot, "pays")
    return [
        figure(practices, gettext("pratique publiée"), gettext("pratiques publiées")),
        figure(places, gettext("département représenté"), gettext("départements représentés")),
        figure(countries, gettext("pays partenaire"), gettext("pays partenaires")),
    ]


def figure(n: int, one: str, many: str) -> tuple[str, str]:
    return number(n), many if is_plural(n) else one


def present(snapshot: Snapshot, facet: str) -> int:
    """How many values of a facet one practice at least carries."""
    values = snapshot.bits.get(facet, {}).values()
    return sum(1 for rows in values if rows & snapshot.alive)
