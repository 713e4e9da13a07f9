"""What the home page gathers from the rooms."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from aict.listing.cards import Cards, joined
from aict.listing.index import Snapshot
from aict.pages.navigation import exists
from aict.ui.numbers import is_plural, number
from practices.cards import CARDS
from practices.events.cards import CARDS as EVENT_CARDS
from practices.events.models import Event
from practices.listing import PRACTICES
from practices.models import Practice
from practices.sheets.cards import CARDS as SHEET_CARDS
from practices.sheets.models import Sheet

LATEST, SHEETS_SHOWN, EVENTS_SHOWN = 4, 3, 3

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


@dataclass(frozen=True)
class Profile:
    """Somebody who arrives, what they come for, and where each need is met: (words, address)."""

    title: Promise
    sentence: Promise
    first: tuple[Promise, str]
    others: tuple[tuple[Promise, str], ...]

    def ways(self) -> list[tuple[Promise, str]]:
        """Those whose address exists already."""
        return [(words, path) for words, path in self.others if exists(path)]


PROFILES = (
    Profile(
        _("Vous travaillez dans une collectivité"),
        _("Un quart d’heure, et une réunion jeudi avec l’élu·e."),
        (_("Trouver trois cas comparables"), "/pratiques/"),
        (
            (_("L’acteur économique à appeler"), "/acteurs/"),
            (_("Une ligne de financement"), "/financements/"),
            (_("Ce qui répond à votre besoin"), "/besoins/"),
            (_("Composer un dossier pour votre élu·e"), "/compte/dossiers/"),
            (_("Partager ce que vous faites"), "/pratiques/proposer/"),
        ),
    ),
    Profile(
        _("Vous êtes élu·e"),
        _("Deux minutes, sur votre téléphone, sans compte."),
        (_("Lire ce qu’ont fait d’autres élu·es"), "/elus/"),
        (
            (_("Ce que fait un territoire, et avec qui"), "/territoires/"),
            (_("L’état des lieux, en chiffres"), "/observatoire/"),
            (_("Ce que demandent les élues et les élus"), "/resultats/"),
            (_("Ce que d’autres ne referaient pas"), "/retours-d-experience/"),
        ),
    ),
    Profile(
        _("Vous animez le réseau"),
        _("Ce qui arrive, ce qui vieillit, ce qui se prépare."),
        (_("Ouvrir la file de relecture"), "/moderation/"),
        (
            (_("La dynamique thématique"), "/dynamique/"),
            (_("L’agenda et les inscriptions"), "/agenda/"),
            (_("Les enquêtes à conduire"), "/enquetes/gestion/"),
            (_("Les besoins restés sans réponse"), "/mises-en-relation/besoins/"),
        ),
    ),
)


def latest() -> str:
    """The last practices put on line, as the items of a list; nothing when there is none."""
    return items(CARDS, Practice.objects.published().newest_first(), LATEST)


def sheets() -> str:
    """The fiches-repères, by their number."""
    return items(SHEET_CARDS, Sheet.objects.published().order_by("number"), SHEETS_SHOWN)


def upcoming() -> str:
    """The next events of the network; nothing when none is announced."""
    found = Event.objects.upcoming(timezone.localdate())
    return items(EVENT_CARDS, found, EVENTS_SHOWN)


def items(cards: Cards, rows: QuerySet, most: int) -> str:
    found = cards.of(rows.values_list("pk", "stamp")[:most])
    return joined(f"<li>{card.html()}</li>" for card in found.values())


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
