"""The Natural Earth projection (Šavrič, Jenny, Patterson, 2011), on a drawing 1000 wide."""

from math import radians

WIDTH, HEIGHT = 1000, 480
SCALE = WIDTH / 5.47


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to the drawing's coordinates, y downwards; Antarctica falls below it."""
    lam, phi = radians(longitude), radians(latitude)
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return round(WIDTH / 2 + SCALE * x, 1), round(262 - SCALE * y, 1)
