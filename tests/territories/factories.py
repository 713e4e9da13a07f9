"""A small France and a small world, cut out of the committed files."""

import csv
import io
from functools import cache

from aict.territories import loader

LEVELS = {"region", "departement", "statut-particulier", "metropole"}
COMMUNES = {
    *("38185", "42218", "59183", "93066", "97411", "11339", "30247", "62041", "07015", "92077"),
    *("69123", "75056", "13055", "32238", "34150", "34172", "59350", "59355", "01015", "58130"),
    *("67482", "26362", "16392", "80829", "38317", "21454"),
}
GROUPINGS = {"200033579", "200030658", "200057867", "200059228"}
TOWNS = {"2643743", "3846616", "6058560", "2867714", "3169070"}


def cut(path, wanted) -> list[bytes]:
    """The header and the lines that `wanted` accepts, as the loader reads them."""
    rows = list(csv.DictReader(line.decode() for line in loader.read(path)))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in rows if wanted(row))
    return text.getvalue().encode().splitlines(keepends=True)


@cache
def small_france() -> list[bytes]:
    """Every région, département, special status and métropole; some thirty communes and groupings."""
    return cut(
        loader.FRANCE,
        lambda row: (
            row["level"] in LEVELS
            or (row["level"] == "commune" and row["code"] in COMMUNES)
            or row["code"] in GROUPINGS
        ),
    )


@cache
def small_world() -> list[bytes]:
    """Maroc, Sénégal, and a few towns known under several names."""
    return cut(loader.FOREIGN, lambda row: row["code"] in TOWNS or row["country"] in {"MA", "SN"})


def load_small() -> None:
    loader.load_countries(loader.read(loader.COUNTRIES))
    loader.load_territories(small_france())
    loader.load_territories(small_world())
