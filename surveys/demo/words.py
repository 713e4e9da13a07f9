"""Fictional free words: what is said often, some of it naming somebody who does not exist.

The telephone numbers are those that the regulator keeps for fiction."""

from surveys.demo.drawing import Draw

PLACES = ["Valbrume", "Port-Lointain", "Montclair-le-Vieux", "Trois-Fontaines", "Rivesombre"]
PEOPLE = ["Mme Camille Exemple", "M. Dominique Modèle", "Mme Alix Fictive", "M. Claude Imaginaire"]
COUNTRIES = [
    "au Canada",
    "au Brésil",
    "en Inde",
    "au Japon",
    "au Sénégal",
    "au Maroc",
    "au Vietnam",
]
TRADES = ["agroalimentaire", "tourisme", "numérique", "énergie", "artisanat", "recherche"]
PHONES = ["01 99 00 12 34", "02 61 91 55 10", "06 39 98 20 26"]
NEEDS = [
    "Des exemples concrets de collectivités de notre taille, avec le budget et le temps passé.",
    "Savoir qui appeler pour le secteur « {trade} » {country} : nous cherchons depuis deux ans.",
    "Une mise en relation rapide avec une collectivité qui travaille déjà {country}.",
    "Nos élues et nos élus demandent d’aider les entreprises, mais ce n’est pas notre métier : il faut travailler avec l’économie.",
    "Un calendrier commun des missions, pour partir à plusieurs.",
    "Comprendre les financements : nous ne savons pas lesquels s’adressent à nous.",
    "Une méthode simple pour mesurer ce que cela rapporte ici, pas seulement chez le partenaire.",
    "Des arguments pour convaincre les élues et les élus que la coopération sert aussi l’économie locale.",
    "Associer les associations et les diasporas : elles connaissent le terrain et personne ne les appelle.",
    "Une formation courte sur le cadre juridique des aides aux entreprises.",
    "Que {person}, qui suit le dossier chez nous, trouve un interlocuteur pour le secteur « {trade} ».",
    "À {place}, tout repose sur une personne à mi-temps : donnez-nous des outils prêts à l’emploi.",
    "Rappelez-nous au {phone} : nous avons un projet {country} et aucun contact.",
    "Écrire à international@{domain}.example : notre service veut partager son expérience {country}.",
    "Moins de réunions, plus de fiches courtes.",
]
POINT = [
    "Une page par pays avec les collectivités qui y travaillent.",
    "Des fiches plus courtes, à lire dans le train.",
    "Trouver un acteur du secteur « {trade} » sans passer par trois annuaires.",
    "Savoir ce que devient notre demande de mise en relation.",
    "{person} a beaucoup aidé notre service : merci.",
    "Un webinaire sur les financements, enregistré.",
]


def sentence(draw: Draw, sentences: list[str]) -> str:
    place = draw.chance.choice(PLACES)
    return draw.chance.choice(sentences).format(
        place=place,
        domain=place.lower(),
        person=draw.chance.choice(PEOPLE),
        country=draw.chance.choice(COUNTRIES),
        trade=draw.chance.choice(TRADES),
        phone=draw.chance.choice(PHONES),
    )
