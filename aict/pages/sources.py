"""Where the reference data come from, who is thanked, and under which licence."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

LO2 = (_("Licence Ouverte 2.0"), "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")
CC_BY = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr")
PUBLIC_DOMAIN = (_("Domaine public"), "")


class Source(NamedTuple):
    what: Words
    credit: Words
    licence: tuple[Words, str]
    note: Words = ""


SOURCES = (
    Source(
        _("Communes, intercommunalités, départements, régions"),
        _("Insee (code officiel géographique, populations légales, Sirene), DGCL et La Poste, réunis par Etalab ; 1er janvier 2026"),
        LO2,
        _("Les noms abrégés sont complétés ; la population d’un groupement est la somme de celles de ses communes. Révision une fois par an."),
    ),
    Source(
        _("Coordonnées des collectivités, régions et villes étrangères"),
        "GeoNames ; 2026",
        CC_BY,
        _("Un point inconnu est remplacé par celui du groupement ou du département, et signalé comme approximatif. Des noms français ont été ajoutés."),
    ),
    Source(
        _("Pays et groupes de pays"),
        _("GeoNames, Banque mondiale, listes de codes ISO publiées sous licence MIT ; 2026"),
        CC_BY,
        _("L’éligibilité à l’aide au développement est calculée d’après le revenu par habitant : elle est indicative et ne remplace pas la liste officielle de l’OCDE."),
    ),
    Source(
        _("Objectifs de développement durable"),
        _("Nations unies : numéros, intitulés courts, couleurs"),
        (_("Faits publics"), ""),
        _("Les pictogrammes officiels ne sont pas repris."),
    ),
    Source(
        _("Codes de secteurs de l’aide (CAD)"),
        _("OCDE, par le standard IATI"),
        (_("Licence MIT"), ""),
        _("Secteurs économiques seulement ; libellés français de l’équipe."),
    ),
    Source(
        _("Premier annuaire des acteurs économiques"),
        _("Informations publiques réunies par l’équipe ; chaque page donne sa source"),
        LO2,
        _("Noms, types et sites d’organismes, sans nom de personne. Chaque fiche porte « à vérifier » tant que personne ne l’a confirmée."),
    ),
    Source(_("Carte de France"), "Victor Cazanave, svg-maps", CC_BY, _("Tracés des départements de métropole, simplifiés. L’outre-mer, dessiné d’après Natural Earth (domaine public), est en encarts, chacun à son échelle.")),
    Source(
        _("Carte du monde"),
        "Natural Earth, world-atlas",
        PUBLIC_DOMAIN,
        _("Frontières retouchées selon celles que reconnaissent les Nations unies : Crimée en Ukraine, Chypre et Somalie entières."),
    ),
    Source(
        _("Polices de caractères"),
        "Newsreader (Production Type), Public Sans (USWDS)",
        ("SIL OFL 1.1", "https://openfontlicense.org/"),
        _("Servies par ce site et réduites aux lettres du français."),
    ),
    Source(_("Icônes"), "Lucide", (_("Licence ISC"), "https://lucide.dev/license")),
)  # fmt: skip
