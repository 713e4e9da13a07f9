"""Fictional answers to the needs survey of 2024, with the shape that the network reports.

International relations answer; promotion and cooperation are done, companies and promotion are asked
for; new partnerships are preferred; associations are left aside, funding is little known, effects are
little measured."""

from surveys.demo.drawing import Draw, without
from surveys.demo.people import Person, person
from surveys.demo.words import NEEDS, sentence

OFTEN = ["jamais", "ponctuel", "regulier", "prioritaire"]
FIVE = ["1", "2", "3", "4", "5"]
DONE = {"internationalisation": 0.4, "promotion": 1.9, "cooperation": 1.8, "non-economique": 1.5}
ASKED = {"internationalisation": 2.2, "promotion": 2.1, "cooperation": 1.1, "non-economique": 0.8}
LEADERS: dict[str, dict[str, float]] = {
    "internationalisation": {"ri": 1, "economie": 5, "agence": 3, "conjoint": 1, "personne": 4},
    "promotion": {"ri": 3, "economie": 3, "agence": 5, "conjoint": 2, "personne": 1},
    "cooperation": {"ri": 9, "economie": 1, "agence": 0.5, "conjoint": 2, "personne": 1.5},
}
NOW = {
    "ue": 0.6,
    "ocde": 0.15,
    "brics": 0.12,
    "afrique": 0.62,
    "maghreb-moyen-orient": 0.34,
    "asie": 0.14,
    "amerique-latine": 0.1,
}
NEXT = {
    "ue": 0.2,
    "ocde": 0.54,
    "brics": 0.48,
    "afrique": 0.2,
    "maghreb-moyen-orient": 0.17,
    "asie": 0.3,
    "amerique-latine": 0.16,
}
WORKED_WITH = {
    "chambres": 0.48,
    "agence": 0.4,
    "team-france-export": 0.14,
    "poles": 0.2,
    "entreprises": 0.24,
    "ess": 0.13,
    "associations": 0.15,
    "enseignement": 0.42,
    "reseaux": 0.55,
}
WANTED = {
    "chambres": 0.36,
    "agence": 0.24,
    "team-france-export": 0.4,
    "poles": 0.37,
    "entreprises": 0.58,
    "ess": 0.41,
    "associations": 0.52,
    "enseignement": 0.3,
    "reseaux": 0.22,
}
SECTORS = {
    "agriculture-alimentation": 8,
    "gastronomie-terroir": 4,
    "industrie": 6,
    "petites-entreprises-artisanat": 5,
    "tourisme": 9,
    "culture-creation": 5,
    "numerique": 5,
    "transports-logistique": 2,
    "energie-environnement": 7,
    "formation-emploi": 5,
    "recherche-innovation": 4,
    "ess": 3,
}
STAFF = ["0", "moins-1", "1-2", "3-5", "plus-5"]
MONEY = ["0", "moins-10k", "10-50k", "50-200k", "plus-200k"]
KNOWN = ["inconnu", "connu", "demande", "obtenu"]
FUNDING = {
    "etat": 1.1,
    "union-europeenne": 0.7,
    "afd": 0.5,
    "region": 0.6,
    "fondations": 0.0,
}
BRAKES = {
    "temps": 9,
    "budget": 8,
    "portage": 5,
    "services": 6,
    "competences": 4,
    "cadre": 3,
    "contacts": 6,
    "entreprises": 5,
    "preuve": 4,
}
INDICATORS = {
    "entreprises": 0.6,
    "contrats": 0.2,
    "emplois": 0.25,
    "visiteurs": 0.45,
    "investissements": 0.22,
    "competences": 0.3,
    "autre": 0.1,
}
IMPORTANT = {
    "information": 2.5,
    "outils": 2.4,
    "formation": 2.1,
    "mise-en-relation": 3.4,
    "exemples": 3.5,
    "sensibilisation": 2.6,
    "financement": 2.9,
}
SATISFIED = {
    "information": 2.3,
    "outils": 1.7,
    "formation": 1.8,
    "mise-en-relation": 0.8,
    "exemples": 0.7,
    "sensibilisation": 1.3,
    "financement": 1.2,
}


def answers(seed: str, speaks: bool) -> dict:
    """What one fictional respondent says; `speaks`: some free words too."""
    draw = Draw(seed)
    who = person(draw)
    said = profile(draw, who) | strategy(draw, who) | partners(draw, who) | means(draw, who)
    said |= effects(draw, who)
    if speaks:
        said["q25"] = sentence(draw, NEEDS)
    return said


def profile(draw: Draw, who: Person) -> dict:
    region = {} if draw.happens(0.09) else {"q3": who.region}
    return {"q1": who.level, "q2": who.population, "q4": who.service} | region


def strategy(draw: Draw, who: Person) -> dict:
    said: dict = {"q5": draw.step(1.2 - 0.7 * who.drive, ["oui", "en-cours", "non"], 0.7)}
    if said["q5"] != "non":
        said["q6"] = draw.one({"oui": 2 + max(0, who.drive), "partie": 5, "non": 3})
    extra = 0.9 * (who.level == "region") + 0.6 * (who.service in {"economie", "commun"})
    done = DONE | {"internationalisation": DONE["internationalisation"] + extra}
    said["q7"] = draw.grid(done, OFTEN, 0.25 * who.drive)
    said["q8"] = draw.grid(ASKED, OFTEN, 0.15 * who.drive)
    if draw.happens(0.85):
        rows = {row: draw.one(weights) for row, weights in LEADERS.items() if draw.happens(0.95)}
        said |= {"q9": rows} if rows else {}
    together = 3.2 if who.service == "commun" else 1.3
    return said | {"q10": draw.step(together + 0.3 * who.drive, FIVE, 1)}


def partners(draw: Draw, who: Person) -> dict:
    return {
        "q11": draw.several(NOW, 7, "aucune"),
        "q12": draw.several(NEXT, 7, "aucune"),
        "q13": draw.step(2.7 + 0.2 * who.drive, FIVE, 1.1),
        "q14": draw.several(WORKED_WITH, 9, "aucun"),
        "q15": draw.several(WANTED, 9, "aucun"),
        "q16": draw.ranked(SECTORS, draw.chance.choice([1, 2, 3, 3, 3, 3])),
    }


def means(draw: Draw, who: Person) -> dict:
    money = "nsp" if draw.happens(0.08) else draw.step(1.6 + 0.9 * who.drive, MONEY, 0.9)
    # Where there is money, its lack is less often a brake.
    rich = ["budget"] if money in MONEY[3:] and draw.happens(0.6) else []
    return {
        "q17": draw.step(1.4 + 0.9 * who.drive, STAFF, 0.8),
        "q18": money,
        "q19": draw.grid(FUNDING, KNOWN, 0.35 * who.drive),
        "q20": draw.ranked(without(BRAKES, rich), draw.chance.choice([2, 3, 4, 5, 5])),
    }


def effects(draw: Draw, who: Person) -> dict:
    measured = {"oui": 8 + 4 * max(0, who.drive), "parfois": 20, "non": 72}
    said: dict = {"q21": draw.one(measured)}
    if said["q21"] != "non" and draw.happens(0.9) and (used := draw.several(INDICATORS, 7)):
        said["q22"] = used
    short = {"financement": IMPORTANT["financement"] - 0.25 * (who.size - 2)}
    said["q23"] = draw.grid(IMPORTANT | short, FIVE)
    said["q23s"] = draw.grid(SATISFIED, FIVE, 0.2 * who.drive)
    if draw.happens(0.85):
        said["q24"] = draw.one({"oui": 3, "non": 7})
    return said
