"""Fictional answers to the short survey that is open now: companies come a little closer."""

from surveys.demo.drawing import Draw
from surveys.demo.needs import ASKED, DONE, OFTEN
from surveys.demo.people import person
from surveys.demo.words import POINT, sentence

USES = {"fiches": 0.6, "pratiques": 0.55, "acteurs": 0.35, "mise-en-relation": 0.2, "agenda": 0.4}
HELPED = ["non", "un-peu", "beaucoup"]


def answers(seed: str, speaks: bool) -> dict:
    draw = Draw(seed)
    who = person(draw)
    more = {"internationalisation": DONE["internationalisation"] + 0.6}
    said: dict = {
        "niveau": who.level,
        "population": who.population,
        "service": who.service,
        "fait": draw.grid(DONE | more, OFTEN, 0.25 * who.drive),
        "demande": draw.grid(ASKED, OFTEN, 0.15 * who.drive),
        "usages": draw.several(USES, 5, "aucun"),
    }
    if said["usages"] != ["aucun"]:
        said["aide"] = draw.step(1.2, HELPED, 0.7)
    return said | ({"attente": sentence(draw, POINT)} if speaks else {})
