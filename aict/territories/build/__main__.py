"""python -m aict.territories.build: see README.md."""

import csv
import gzip
import io
import json

from aict.territories.build import foreign, france, summing
from aict.territories.build.sources import DATA, DEPARTMENTS_MAP, FRENCH_COLUMNS, report
from aict.territories.names import searched


def write(name: str, lines: list[dict], columns) -> None:
    """A compressed CSV whose bytes depend on its lines alone."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    packed = gzip.compress(text.getvalue().encode(), 9, mtime=0)
    (DATA / name).write_bytes(packed)
    report(f"{name} : {len(lines)} lignes, {len(packed) // 1024} ko")


def departments_map() -> None:
    """SVG paths of the départements as JSON."""
    source = DEPARTMENTS_MAP.read_text("utf-8").removeprefix("export default ").rstrip().rstrip(";")
    drawing = json.loads(source)
    shapes = {shape["id"].upper(): shape["path"] for shape in drawing["locations"]}
    drawn = {"viewBox": drawing["viewBox"], "paths": shapes}
    (DATA / "france_departements.json").write_text(json.dumps(drawn, indent=0) + "\n")
    report(f"france_departements.json : {len(shapes)} départements")


current, former = france.build()
summing.complete(current)
for line in [*current, *former]:
    line["search"] = searched(line["level"], line["name"], line["other_names"].split("|"))
write("france.csv.gz", [*current, *former], FRENCH_COLUMNS)
abroad = foreign.build()
write("foreign.csv.gz", abroad, list(abroad[0]))
departments_map()
