"""Names as they are compared: no accent, no punctuation, « st » is « saint ». Pure text in, text out."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("’‘ʼ´`–—·/", " ")
)
NOT_WORD = re.compile(r"[^a-z0-9]+")
# What stands before the proper name of an authority: « CC du », « Communauté urbaine d’ » …
INSTITUTION = re.compile(
    r"^(?:cc|ca|cu|communaute (?:de communes|d agglomeration|urbaine)|commune|ville|mairie"
    r"|conseil (?:departemental|regional)|departement|region"
    r"|collectivite(?: territoriale| europeenne)?)"
    r"(?: (?:de la|de l|du|des|de|d))? (?=\S)"
)

WITH_INSTITUTION = {"epci", "statut-particulier"}


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """« Saint-Étienne », « st  etienne » → « saint etienne »."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    words = NOT_WORD.sub(" ", folded.encode("ascii", "ignore").decode()).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


def proper_name(text: str) -> str:
    """The normalised name without its institution: « CC du Trièves » → « trieves »."""
    return INSTITUTION.sub("", normalise(text))


def searched(level: str, name: str, other_names: Iterable[str] = ()) -> str:
    """Every name by which it may be looked for, normalised: « grenoble alpes metropole|la metro ».

    The first one is what suggestions are ranked on."""
    full = normalise(name)
    # Elsewhere « ville » and « région » are part of the name: Ville-d’Avray.
    main = INSTITUTION.sub("", full) if level in WITH_INSTITUTION else full
    return "|".join(dict.fromkeys([main, full, *map(normalise, other_names)])).strip("|")


def spaced(names: str) -> str:
    """The same with a space before every word, so that « % alp% » finds the words that begin so."""
    return f" {names.replace('|', ' | ')} |"
