"""Where the reference data come from, who is thanked, and under which licence."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LO2 = (_("Licence Ouverte 2.0"), "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")
CC_BY = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr")
PUBLIC_DOMAIN = (_("Domaine public"), "")
MIT = (_("Licence MIT"), "")


class Source(NamedTuple):
    what: str | Promise
    credit: str | Promise
    licence: tuple[str | Promise, str]
    note: str | Promise


SOURCES = (
    Source(
        _("Communes, intercommunalités, départements, régions"),
        _("INSEE, DGCL, La Poste, réunis par Etalab (découpage administratif, millésime 2026)"),
        LO2,
        _("Population, SIREN et rattachements. Mise à jour une fois par an."),
    ),
    Source(
        _("Coordonnées des collectivités, villes étrangères"),
        "GeoNames",
        CC_BY,
        _(
            "Quand le point exact manque, celui du territoire qui contient la commune est repris et signalé comme approximatif."
        ),
    ),
    Source(
        _("Pays et groupes de pays"),
        _(
            "GeoNames (CC BY 4.0), Banque mondiale (CC BY 4.0), listes de codes publiées sous licence MIT"
        ),
        CC_BY,
        _(
            "L’éligibilité à l’aide publique au développement est calculée : elle est indicative et ne remplace pas la liste de l’OCDE."
        ),
    ),
    Source(
        _("Codes de secteurs (CAD)"),
        _("OCDE et IATI, libellés français de l’équipe"),
        MIT,
        _("Secteurs économiques seulement."),
    ),
    Source(
        _("Objectifs de développement durable"),
        _("Nations unies (numéros et intitulés courts)"),
        (_("Faits"), ""),
        _("Les pictogrammes officiels ne sont pas repris."),
    ),
    Source(_("Fond de carte du monde"), "Natural Earth", PUBLIC_DOMAIN, _("Tracés simplifiés.")),
    Source(
        _("Polices de caractères"),
        _("Newsreader (Production Type) et Public Sans (USWDS)"),
        ("SIL OFL 1.1", "https://openfontlicense.org/"),
        _("Servies par ce site, réduites aux lettres du français."),
    ),
    Source(_("Icônes"), "Lucide", (_("Licence ISC"), ""), ""),
)
