"""The entries of the main menu, in their order. An entry shows once its address exists."""

from functools import lru_cache
from typing import NamedTuple

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Entry(NamedTuple):
    label: str | Promise
    path: str


MAIN = (
    Entry(_("Pratiques"), "/pratiques/"),
    Entry(_("Partenariats"), "/partenariats/"),
    Entry(_("Acteurs"), "/acteurs/"),
    Entry(_("Financements"), "/financements/"),
    Entry(_("Fiches-repères"), "/fiches-reperes/"),
    Entry(_("Agenda"), "/agenda/"),
    Entry(_("Enquêtes"), "/enquetes/"),
    Entry(_("Besoins"), "/besoins/"),
    Entry(_("Kit"), "/kit/"),
    Entry(_("Observatoire"), "/observatoire/"),
)
# What a signed-in person finds under their name; the second list is for coordinators.
PERSONAL = (
    Entry(_("Mes contributions"), "/compte/contributions/"),
    Entry(_("Mes dossiers"), "/compte/dossiers/"),
    Entry(_("Pages gardées"), "/compte/gardees/"),
    Entry(_("Mes alertes"), "/compte/alertes/"),
    Entry(_("Financements suivis"), "/financements/suivis/"),
    Entry(_("Mes inscriptions"), "/agenda/inscriptions/"),
    Entry(_("Mises en relation"), "/mises-en-relation/"),
    Entry(_("Questions et reprises"), "/echanges/"),
    Entry(_("Mes témoignages"), "/retours-d-experience/les-miens/"),
    Entry(_("Mon compte"), "/compte/"),
)
COORDINATION = (
    Entry(_("Modération"), "/moderation/"),
    Entry(_("Enquêtes à conduire"), "/enquetes/gestion/"),
    Entry(_("Suivi des mises en relation"), "/mises-en-relation/suivi/"),
    Entry(_("Questions et reprises à suivre"), "/echanges/suivi/"),
    Entry(_("Témoignages à vérifier"), "/retours-d-experience/relecture/"),
    Entry(_("Appartenances"), "/compte/appartenances/"),
    Entry(_("Importer des pratiques"), "/pratiques/importer/"),
    Entry(_("Doublons de l’annuaire"), "/acteurs/doublons/"),
    Entry(_("Liens à vérifier"), "/liens/"),
    Entry(_("Importer des partenariats"), "/partenariats/importer/"),
)


@lru_cache(maxsize=64)
def exists(path: str) -> bool:
    """True when the site answers at this address."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def available(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if exists(entry.path)]
