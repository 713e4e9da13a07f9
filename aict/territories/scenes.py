"""The two drawings of the maps, and where a point of the Earth falls in them.

World: the Natural Earth projection. France: Mercator, as its départements are drawn at the source,
with the overseas in frames on the left, each at a scale of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, log, pi, radians, tan

from aict.territories import projection

Point = tuple[int, int]
FRAME, STEP = 900, 990


@dataclass(frozen=True)
class Frame:
    """An overseas territory: its code, its name cut into lines by « | », and the degrees that its
    frame shows."""

    code: str
    name: str
    west: float
    south: float
    east: float
    north: float
    column: int
    row: int

    @property
    def corner(self) -> Point:
        return 40 + self.column * STEP, self.row * STEP

    @property
    def middle(self) -> tuple[float, float]:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def place(self, longitude: float, latitude: float) -> Point:
        """Inside the frame, whatever happens: an atoll far away stands at its edge."""
        east, north = self.middle
        flat = cos(radians(north))
        scale = 0.66 * FRAME / max((self.east - self.west) * flat, self.north - self.south)
        x = within((longitude - east) * flat * scale)
        y = within((north - latitude) * scale)
        left, top = self.corner
        return round(left + FRAME / 2 + x), round(top + FRAME * 0.42 + y)


def within(offset: float) -> float:
    return max(-0.4 * FRAME, min(0.4 * FRAME, offset))


FRAMES = (
    Frame("971", "Guadeloupe", -61.81, 15.83, -60.99, 16.52, 0, 0),
    Frame("972", "Martinique", -61.23, 14.38, -60.81, 14.88, 1, 0),
    Frame("973", "Guyane", -54.61, 2.11, -51.65, 5.75, 0, 1),
    Frame("974", "La Réunion", 55.21, -21.39, 55.84, -20.87, 1, 1),
    Frame("976", "Mayotte", 45.03, -13.0, 45.30, -12.64, 0, 2),
    Frame("988", "Nouvelle-|Calédonie", 163.6, -22.7, 168.2, -19.6, 1, 2),
    Frame("987", "Polynésie|française", -152.0, -18.0, -149.1, -16.3, 0, 3),
    Frame("975", "Saint-Pierre-|et-Miquelon", -56.41, 46.75, -56.13, 47.14, 1, 3),
    Frame("978", "Saint-Martin", -63.16, 18.02, -62.96, 18.13, 0, 4),
    Frame("977", "Saint-|Barthélemy", -62.95, 17.85, -62.77, 17.96, 1, 4),
    Frame("986", "Wallis-|et-Futuna", -178.2, -14.35, -176.1, -13.2, 0, 5),
)
# Where Mercator's metres fall on the drawing, calibrated on ten capes: within two hundredths of it.
EAST, SCALE_X, SOUTH, SCALE_Y = 2146.3 + 2100, 23830.3, 24657.2, 23691.9


@dataclass(frozen=True)
class Scene:
    """A drawing: its file in static/, its size, and where degrees fall in it."""

    name: str
    file: str
    width: int
    height: int
    place: Callable[[float, float], Point]

    @property
    def box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def in_world(longitude: float, latitude: float) -> Point:
    x, y = projection.project(longitude, latitude)
    return round(x * 10), round(y * 10)


def in_france(longitude: float, latitude: float) -> Point:
    if is_mainland(longitude, latitude):
        return on_mainland(longitude, latitude)
    return frame_of(longitude, latitude).place(longitude, latitude)


def is_mainland(longitude: float, latitude: float) -> bool:
    """In metropolitan France, Corsica included."""
    return -6 < longitude < 10 and 41 < latitude < 52


def on_mainland(longitude: float, latitude: float) -> Point:
    north = log(tan(pi / 4 + radians(latitude) / 2))
    return round(EAST + SCALE_X * radians(longitude)), round(SOUTH - SCALE_Y * north)


def frame_of(longitude: float, latitude: float) -> Frame:
    """The frame whose middle is the nearest."""

    def away(frame: Frame) -> float:
        east, north = frame.middle
        return (east - longitude) ** 2 + (north - latitude) ** 2

    return min(FRAMES, key=away)


WORLD = Scene("monde", "geo/carte-monde.svg", 10_000, 4_800, in_world)
FRANCE = Scene("france", "geo/carte-france.svg", 8_260, 5_940, in_france)
SCENES = {scene.name: scene for scene in (WORLD, FRANCE)}
