"""What two people look for, each on their own, before a text can be read by all."""

POINTS = {
    "personnes": "Aucun nom, aucune fonction unique, aucune citation reconnaissable",
    "lieux": "Aucun lieu, aucun nom de collectivité, de site, d’événement ou de partenaire",
    "chiffres": "Aucun montant, effectif ou pourcentage qui permette de remonter à l’action",
    "dates": "Aucune date ; ni saison ni échéance qui n’ait eu lieu qu’une fois",
    "pays": "Aucun pays partenaire, ni indice d’un pays avec lequel peu de collectivités travaillent",
    "ailleurs": "Rien que l’on retrouve en cherchant les mêmes mots sur ce site ou ailleurs",
    "marques": "Type, taille, catégorie et modalité, ensemble, désignent plus de quelques collectivités",
}
