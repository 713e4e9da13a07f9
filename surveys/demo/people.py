"""Who answers, in the demonstration: mostly services of international relations."""

from dataclasses import dataclass

from surveys.demo.drawing import Draw

LEVELS = {
    "commune": 36,
    "epci": 22,
    "metropole": 10,
    "departement": 13,
    "region": 9,
    "autre": 10,
}
POPULATIONS = ["moins-5k", "5-20k", "20-50k", "50-100k", "100-200k", "plus-200k"]
# Around which band each level lies, and how widely.
SIZES = {
    "commune": (2.2, 1.3),
    "epci": (2.9, 0.9),
    "metropole": (4.9, 0.4),
    "departement": (4.8, 0.5),
    "region": (5.2, 0.3),
    "autre": (2.5, 1.6),
}
SERVICES = {
    "ri": 58,
    "economie": 10,
    "commun": 8,
    "europe": 9,
    "attractivite": 5,
    "direction": 7,
    "autre": 3,
}
REGIONS = {
    "r84": 13,
    "r27": 4,
    "r53": 7,
    "r24": 4,
    "r94": 1,
    "r44": 8,
    "r32": 9,
    "r11": 12,
    "r28": 5,
    "r75": 9,
    "r76": 10,
    "r52": 7,
    "r93": 7,
    "r01": 1,
    "r02": 1,
    "r03": 0.6,
    "r04": 1.6,
    "r06": 0.4,
}


@dataclass(frozen=True)
class Person:
    """`size` is a place among POPULATIONS; `drive` goes from about -1.5 to 1.5."""

    level: str
    size: int
    service: str
    region: str
    drive: float

    @property
    def population(self) -> str:
        return POPULATIONS[self.size]


def person(draw: Draw) -> Person:
    """Larger authorities have more means, hence more drive; the smallest answer through their direction."""
    level = draw.one(LEVELS)
    size = POPULATIONS.index(draw.step(SIZES[level][0], POPULATIONS, SIZES[level][1]))
    small = {"direction": 30.0, "ri": 30.0} if size == 0 else {}
    return Person(
        level=level,
        size=size,
        service=draw.one(SERVICES | small),
        region=draw.one(REGIONS),
        drive=0.3 * (size - 2.5) + draw.chance.gauss(0, 0.5),
    )
