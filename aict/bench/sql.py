"""The limit of the database alone: page and facet counts in one statement, by psycopg, no page."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from urllib.parse import parse_qsl, urlsplit

import psycopg
from django.db import connection

from aict.bench.load import Measure
from aict.search.query import clean

COUNTS = """
WITH found AS MATERIALIZED (
  SELECT id, stamp, facets{rank} FROM practices_practice WHERE archived_at IS NULL {where}
)
SELECT code, count(*) FROM found, unnest(facets) code GROUP BY code
UNION ALL (SELECT id::text, stamp FROM found ORDER BY {order} stamp DESC LIMIT 20)
"""
ONE = "SELECT * FROM practices_practice WHERE slug = %s"
QUERY = "websearch_to_tsquery('public.french_unaccent', %s)"


def statement(path: str) -> tuple[str, list]:
    """The SQL that an address of the site would need without any memory."""
    address = urlsplit(path)
    if not address.query and address.path != "/pratiques/":
        return ONE, [address.path.split("/")[2]]
    where, rank = "", ""
    values: list = []
    by_name: dict[str, list[str]] = {}
    for name, value in parse_qsl(address.query):
        by_name.setdefault(name, []).append(value)
    if text := by_name.pop("q", None):
        rank = f", ts_rank(search_vector, {QUERY}) AS rank"
        where = f"AND search_vector @@ {QUERY}"
        values += [clean(text[0]), clean(text[0])]
    for name, asked in by_name.items():
        where += " AND facets && %s::varchar[]"
        values.append([f"{name}:{value}" for value in asked])
    return COUNTS.format(where=where, rank=rank, order="rank DESC," if rank else ""), values


def ask(paths: list[str], seconds: float, connections: int) -> Measure:
    """The same rounds as the HTTP ones, on the database."""
    found = [statement(path) for path in paths]
    with ThreadPoolExecutor(connections) as pool:
        start = time.perf_counter()
        parts = [
            pool.submit(ask_alone, cycle(found[n:] + found[:n]), start + seconds)
            for n in range(connections)
        ]
        times = [moment for part in parts for moment in part.result()]
    return Measure(times, time.perf_counter() - start)


def ask_alone(statements: Iterator[tuple[str, list]], until: float) -> list[float]:
    at = connection.settings_dict
    times = []
    with psycopg.connect(
        dbname=at["NAME"],
        user=at["USER"],
        password=at["PASSWORD"] or None,
        host=at["HOST"],
        port=at["PORT"] or None,
        autocommit=True,
    ) as own:
        while (now := time.perf_counter()) < until:
            sql, values = next(statements)
            own.execute(sql, values).fetchall()
            times.append(time.perf_counter() - now)
    return times
