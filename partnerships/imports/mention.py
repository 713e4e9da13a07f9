"""A place as a file names it, and the names under which it may be known. Pure text."""

import re
from dataclasses import dataclass
from functools import cached_property

from aict.territories.names import normalise, proper_name

# What an institution adds to the name of its town, in the languages of partners' lists.
AROUND = re.compile(
    r"^(?:the )?(?:royal borough|london borough|metropolitan borough|borough|city|town|municipality"
    r"|gmina|powiat|commune rurale|commune urbaine|commune|ville|province|provincia|region|canton"
    r"|comarca|municipio|municipi|comune|gemeinde|stadt|markt|landkreis|kreis|county|state"
    r"|prefecture|district|department|departement|cercle)"
    r"(?: (?:of|de la|de l|del|della|di|do|da|de|du|des|d))? (?=\S)"
    r"|(?<=\S) (?:rural district|city|municipality|township|town|district|department|departement"
    r"|county|commune|prefecture|province|region|state|arrondissement|cercle|subprefecture"
    r"|barevvonck|oblast|raion|kommune|kreis|governorate)$"
)
DISTRICTS = re.compile(r"\b(?:borough|county|district|landkreis|kreis)\b")
BOROUGH = re.compile(r"(?:\w+ )?borough of ")
AREAS = re.compile(r"\b(?:region|province|provincia|oblast|krai|governorate|state|prefecture)\b")
BRACKETS = re.compile(r"\(([^()]*)\)")
SEVERAL_NAMES = re.compile(r"\s*/\s*| [-–] | ou | or ")


@dataclass(frozen=True)
class Mention:
    """`countries`: the ISO codes it may stand in, several for a country that is no more. `inside`: a
    département, a région or a code that the file gives beside the name. `own_country`: the only one of
    today that the file names."""

    name: str
    countries: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    inside: str = ""
    code: str = ""
    own_country: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Normalised, the fullest first: « Homberg (Ohm) » → homberg ohm, homberg."""
        bare = BRACKETS.sub(" ", self.name)
        bare, *_after = bare.split(",")
        parts = [self.name, bare, *SEVERAL_NAMES.split(bare)]
        plain = [normalise(part) for part in parts]
        if "FR" in self.countries:
            plain += [proper_name(bare)]
        # « London Borough of Hackney » is not a longer name of London.
        plain = [name for one in plain for name in named_by(one)]
        return tuple(dict.fromkeys(name for name in plain if len(name) > 1))

    @property
    def is_area(self) -> bool:
        """Whether it calls itself a region, or the like."""
        return bool(AREAS.search(self.name.lower()))

    @property
    def is_district(self) -> bool:
        """Whether it may be much more than the town it is named after: the London Borough of Barnet."""
        return bool(DISTRICTS.search(self.name.lower()))

    @cached_property
    def places(self) -> frozenset[str]:
        """What the file says of where it is: « Arona, Piedmont », « Saint-Denis (93) »."""
        after = self.name.split(",")[1:]
        told = [self.inside, *after, *BRACKETS.findall(self.name)]
        return frozenset(filter(None, map(normalise, told)))


def named_by(name: str) -> list[str]:
    """The name, and what it is without its institution."""
    bare = AROUND.sub("", name)
    whole = name if bare == name or not BOROUGH.match(name) else bare
    return [whole, bare]
