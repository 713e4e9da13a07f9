"""Which territory a mention means, or why a person must say. Pure: a mention and candidates in, a verdict
out. Doubt never attaches: a wrong link costs more than a question."""

from dataclasses import dataclass, field
from math import log10

from aict.taxonomies.enums import Level
from aict.territories.models import Kind
from aict.territories.names import normalise
from partnerships.imports.candidates import Candidate
from partnerships.imports.likeness import ENDING, JOINED, LONGER, PART, kilometres, likeness
from partnerships.imports.mention import Mention

# Less than the full name: without its institution, before its comma.
SHORTENED = 0.99
EXACT = JOINED * SHORTENED
# (likeness at least, kilometres at most, the same when the position is that of the département)
LIMITS = (
    (EXACT, 25.0, 60.0),
    (PART * SHORTENED, 8.0, 30.0),
    (LONGER * SHORTENED, 6.0, 15.0),
    (ENDING * SHORTENED, 2.0, 6.0),
    (0.7, 1.5, 3.0),
)
PROPOSED, MOST = 0.55, 5
MARGIN, TWINS = 4.0, 6.0
# The only one of that name in the country, or one of that population, may stand a little further.
FURTHER, SAME_SIZE = 40.0, 1.25
# A name that is only alike is not enough for a town twice as large.
OTHER_SIZE = 2.2
# Without a point, a foreign town so much larger than its namesakes is the one that is meant.
LARGE, LARGER = 100_000, 20
FIRST_WORDS = (
    (("departement", "conseil departemental"), {Level.DEPARTEMENT}),
    (("region", "conseil regional"), {Level.REGION}),
    (("metropole", "grand"), {Level.METROPOLE}),
    (("cc", "ca", "cu", "communaute", "agglomeration"), {Level.EPCI, Level.METROPOLE}),
)
TOWNS = {Level.COMMUNE, Level.FOREIGN}


@dataclass(frozen=True)
class Proposal:
    candidate: Candidate
    likeness: float
    distance: float | None
    score: float
    limit: float

    @property
    def admitted(self) -> bool:
        if self.distance is None:
            return self.likeness >= EXACT and self.limit > 0
        return self.distance <= self.limit

    @property
    def why(self) -> str:
        """In words, for whoever must choose."""
        if self.likeness >= EXACT:
            return "même nom"
        if self.likeness >= LONGER * SHORTENED:
            return "nom en partie le même"
        return "nom qui ressemble" if self.likeness >= PROPOSED else "près du point"


@dataclass(frozen=True)
class Verdict:
    """`target`: the identifier of the territory of today, none while in doubt."""

    target: int | None = None
    proposals: list[Proposal] = field(default_factory=list)
    why: str = ""


def settle(mention: Mention, candidates: list[Candidate]) -> Verdict:
    """The only candidate beyond doubt, or ranked proposals and the reason of the doubt."""
    every = ranked(mention, candidates)
    admitted = [one for one in every if one.admitted] or further(mention, every)
    shown = [one for one in every if one.likeness >= PROPOSED][:MOST] or every[:2]
    if mention.code and len(every) == 1:
        return Verdict(every[0].candidate.target, every)
    if not admitted:
        return Verdict(None, shown, unknown(mention, every))
    best, *others = admitted
    if not others or beyond_doubt(mention, best, others):
        return Verdict(best.candidate.target, shown)
    return Verdict(None, shown, f"Plusieurs territoires peuvent s’appeler « {mention.name} »")


def ranked(mention: Mention, candidates: list[Candidate]) -> list[Proposal]:
    """The best first; one of each territory that answers today."""
    found: dict[int, Proposal] = {}
    every = [proposal(mention, candidate) for candidate in candidates]
    for one in sorted(every, key=lambda p: (-p.score, -(p.candidate.population or 0))):
        found.setdefault(one.candidate.target, one)
    return list(found.values())


def proposal(mention: Mention, candidate: Candidate) -> Proposal:
    alike = resemblance(mention, candidate)
    distance = None
    if mention.point and candidate.point:
        distance = kilometres(mention.point, candidate.point)
    score = 100 * alike - far(distance, candidate) - other_size(mention, candidate)
    score -= other_level(mention, candidate) + elsewhere(mention, candidate)
    limit = next((pick(row, candidate) for row in LIMITS if alike >= row[0]), -1.0)
    if (alike < EXACT or mention.is_district) and of_another_size(mention, candidate):
        limit = -1.0
    return Proposal(candidate, alike, distance, score, limit)


def further(mention: Mention, every: list[Proposal]) -> list[Proposal]:
    """The namesake a little beyond its limit, when nothing else can be meant."""
    same = [p for p in every if p.likeness >= EXACT and p.limit > 0 and p.distance is not None]
    near = [one for one in same if one.distance is not None and one.distance <= FURTHER]
    if len(near) == 1 and (len(same) == 1 or same_size(mention, near[0].candidate)):
        return near
    return []


def of_another_size(mention: Mention, candidate: Candidate) -> bool:
    return (ratio(mention, candidate) or 1) > OTHER_SIZE


def same_size(mention: Mention, candidate: Candidate) -> bool:
    return 0 < ratio(mention, candidate) <= SAME_SIZE


def ratio(mention: Mention, candidate: Candidate) -> float:
    """How many times the larger population holds the smaller one; 0 when one is unknown."""
    mine, other = mention.population, candidate.population
    return max(mine, other) / min(mine, other) if mine and other else 0.0


def pick(row: tuple[float, float, float], candidate: Candidate) -> float:
    return row[2] if candidate.approximate else row[1]


def resemblance(mention: Mention, candidate: Candidate) -> float:
    if mention.code and mention.code in candidate.key.split("-"):
        return 1.0
    first, *others = mention.names or ("",)
    full = max((likeness(first, name) for name in candidate.names), default=0.0)
    if full == 1.0:
        return full
    short = [likeness(name, known) for name in others for known in candidate.names]
    return max([full, *(SHORTENED * one for one in short)])


def far(distance: float | None, candidate: Candidate) -> float:
    if distance is None:
        return 0.0
    return min(60.0, distance * (0.3 if candidate.approximate else 1.0))


def other_size(mention: Mention, candidate: Candidate) -> float:
    return min(18.0, 8 * log10(ratio(mention, candidate) or 1))


def other_level(mention: Mention, candidate: Candidate) -> float:
    """What the first word asks for, or else a town before what is named after it."""
    plain = normalise(mention.name)
    for words, levels in FIRST_WORDS:
        if "FR" in mention.countries and plain.startswith(tuple(f"{word} " for word in words)):
            return 0.0 if candidate.level in levels else 15.0
    if candidate.kind == Kind.REGION or mention.is_area:
        return 0.0 if mention.is_area and candidate.kind == Kind.REGION else 15.0
    return 0.0 if candidate.level in TOWNS else 8.0


def elsewhere(mention: Mention, candidate: Candidate) -> float:
    """Out of the département or région that the file names."""
    if not mention.places:
        return 0.0
    own = {normalise(candidate.departement), candidate.departement_code.lower()}
    return 0.0 if mention.places & {*own, normalise(candidate.region)} else 12.0


def beyond_doubt(mention: Mention, best: Proposal, others: list[Proposal]) -> bool:
    second = others[0]
    if best.score - second.score >= MARGIN:
        return True
    if all(twins(best, other) for other in others if best.score - other.score < MARGIN):
        return True
    if mention.point is None and "FR" not in mention.countries:
        size, next_size = (p.candidate.population or 0 for p in (best, larger(others)))
        return size >= LARGE and size >= LARGER * next_size
    return False


def larger(proposals: list[Proposal]) -> Proposal:
    return max(proposals, key=lambda p: p.candidate.population or 0)


def twins(one: Proposal, other: Proposal) -> bool:
    """The same town twice in the gazetteer."""
    a, b = one.candidate, other.candidate
    if a.point is None or b.point is None or a.level != Level.FOREIGN:
        return False
    return set(a.names) & set(b.names) != set() and kilometres(a.point, b.point) <= TWINS


def unknown(mention: Mention, every: list[Proposal]) -> str:
    if not every:
        return f"« {mention.name} » n’est pas dans le référentiel"
    if every[0].likeness >= EXACT and every[0].limit < 0:
        return f"Le territoire du nom de « {mention.name} » n’a pas la population donnée"
    if every[0].likeness >= EXACT and every[0].distance is not None:
        return f"Le seul « {mention.name} » connu est à {every[0].distance:.0f} km du point donné"
    return f"Aucun territoire ne s’appelle « {mention.name} » près du point donné"
