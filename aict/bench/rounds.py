"""Alternating rounds, so that what the machine does meanwhile weighs on every cell alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from django.db import connection

from aict.bench import cells, load, sql
from aict.bench.load import Measure
from aict.bench.server import Server, cpu_of_database

SITE = {
    "list": "liste et filtres",
    "search": "recherche et filtres",
    "detail": "une pratique",
    "autocomplete": "complétion des territoires",
    "partnerships": "partenariats, liste et filtres",
    "map": "carte, page et points",
    "territory": "un territoire",
    "directories": "acteurs, financements, fiches, agenda",
    "observatory": "observatoire",
    "elected": "trois questions d’élu·e",
    "compare": "trois pratiques côte à côte",
    "results": "résultats d’enquête",
    "gabarit": "limite : gabarit, données fixes",
    "vide": "limite : vue vide, même taille",
}


@dataclass
class Cell:
    """What was measured of one address family: with one connection, with four."""

    alone: Measure = field(default_factory=Measure)
    together: Measure = field(default_factory=Measure)
    cpu: float = 0.0
    database_cpu: float = 0.0

    def line(self, words: str) -> str:
        count = len(self.together.times) or 1
        refused = self.alone.refused + self.together.refused
        return (
            f"  {words:<34}{self.together.rate:>9.0f}{self.alone.percentile(0.5):>9.1f}"
            f"{self.alone.percentile(0.95):>9.1f}{self.cpu / count * 1000:>9.2f}"
            f"{self.database_cpu / count * 1000:>9.2f}{self.together.size / 1000:>8.0f}"
            + (f"  {refused} refus" if refused else "")
        )


HEAD = f"  {'':<34}{'req/s':>9}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'base ms':>9}{'ko':>8}"


def table(size: str, url: str, names: list[str], count: int, seconds: float) -> Iterator[str]:
    """The lines of the table of one size."""
    with Server(url) as server:
        paths = {name: cells.CELLS[name]() for name in names} | {
            name: [path] for name, path in cells.FLOORS.items()
        }
        found = {name: Cell() for name in paths}
        floors = {name: Cell() for name in names if name in cells.FLOORED}
        for name in paths:
            load.warm(server.port, paths[name])
        for _ in range(count):
            for name, cell in found.items():
                measure(server, cell, paths[name], seconds)
            for name, cell in floors.items():
                cell.alone += sql.ask(paths[name], seconds / 2, 1)
                cell.together += sql.ask(paths[name], seconds / 2, 4)
        yield f"{size} pratiques, {server.memory():.0f} Mo (PSS, maître et 2 ouvriers)"
        yield HEAD
        for name, cell in found.items():
            yield cell.line(SITE[name])
        for name, cell in floors.items():
            yield cell.line(f"limite : SQL seul, {name}")


def measure(server: Server, cell: Cell, paths: list[str], seconds: float) -> None:
    cell.alone += load.ask(server.port, cycle(paths), seconds / 2, 1)
    site, base = server.cpu(), cpu_of_database(connection.settings_dict["NAME"])
    cell.together += load.ask(server.port, cycle(paths), seconds, 4)
    cell.cpu += server.cpu() - site
    cell.database_cpu += cpu_of_database(connection.settings_dict["NAME"]) - base
