"""The convergence of Caisse des dépôts and AFD on the internationalisation of territories: dated facts,
each with its source. What one source alone says, or a press article, is to be verified."""

from datetime import date
from typing import NamedTuple

READ_ON = date(2026, 11, 22)


class Fact(NamedTuple):
    when: str
    words: str
    source: str
    url: str
    sure: bool


FACTS = (
    Fact(
        "2014",
        "L’AFD (Agence française de développement) ouvre la FICOL : elle finance directement des "
        "projets que des collectivités françaises mènent avec une autorité locale partenaire.",
        "AFD, page de présentation de la FICOL",
        "http://www.afd.fr/home/AFD/nospartenaires/Cooperation_decentralisee/facilite-financement-collectivite-locale-ficol",
        True,
    ),
    Fact(
        "6 décembre 2016",
        "La Caisse des dépôts et l’AFD signent une charte d’alliance stratégique, pour rapprocher ce "
        "qu’elles font toutes deux : infrastructures, développement urbain, énergies, appui aux "
        "entreprises.",
        "Assemblée nationale, question écrite n° 5992 (16e législature)",
        "http://questions.assemblee-nationale.fr/q16/16-5992QE.htm",
        True,
    ),
    Fact(
        "Novembre 2016",
        "La presse annonce un correspondant « internationalisation des territoires » dans chaque "
        "direction régionale de la Caisse : demandez à la vôtre s’il existe aujourd’hui.",
        "L’Agefi, 29 novembre 2016",
        "http://www.agefi.fr/financements-marches/actualites/quotidien/20161129/caisse-depots-l-afd-scellent-leur-alliance-205075",
        False,
    ),
    Fact(
        "5 juillet 2017",
        "Une convention précise comment les deux réseaux travaillent ensemble, en France et à "
        "l’étranger, et vise l’appui à l’internationalisation des territoires.",
        "Exposé d’un amendement, Assemblée nationale, février 2021",
        "https://2017-2022.nosdeputes.fr/15/amendement/3887/146",
        False,
    ),
    Fact(
        "Date à vérifier",
        "La charte est renouvelée : cofinancements dans les Outre-mer, appui commun à des "
        "partenaires africains, formation et échanges de personnels.",
        "Caisse des dépôts, communiqué",
        "https://caissedesdepots.fr/node/3071",
        True,
    ),
)
