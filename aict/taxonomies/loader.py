"""Loads data/ into the tables: one CSV per kind of term, upserted by slug, never deleted."""

import csv
from collections import defaultdict
from pathlib import Path

from django.db import transaction

from aict.taxonomies import models

DATA = Path(__file__).resolve().parent / "data"
FILES: dict[str, type[models.Term]] = {
    "modalities": models.Modality,
    "themes": models.Theme,
    "needs": models.Need,
    "offers": models.Offer,
    "services": models.Service,
    "actor_types": models.ActorType,
    "sectors": models.Sector,
    "goals": models.Goal,
    "indicators": models.Indicator,
}


@transaction.atomic
def load(data: Path = DATA) -> None:
    """Put the terms of `data` in place; those it no longer names are retired, those back return."""
    codes = cad_codes(data)
    for name, model in FILES.items():
        terms = [term_of(model, row, order) for order, row in enumerate(read(data, name), start=1)]
        for term in terms:
            if model is models.Sector:
                term.cad_codes = codes[term.slug]
        put(model, terms)


def put(model: type[models.Term], terms: list) -> None:
    columns = [f.name for f in model._meta.concrete_fields if f.name not in {"id", "slug"}]
    model.objects.bulk_create(
        terms, update_conflicts=True, unique_fields=["slug"], update_fields=columns
    )
    model.objects.exclude(slug__in=[term.slug for term in terms]).update(retired=True)


def term_of(model: type[models.Term], row: dict, order: int) -> models.Term:
    """An unsaved term from a row whose columns are the model's fields; categories are a list."""
    if "categories" in row:
        row["categories"] = row["categories"].split()
    return model(order=order, **row)


def read(data: Path, name: str) -> list[dict]:
    with open(data / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cad_codes(data: Path = DATA) -> dict[str, list[str]]:
    """The purpose codes of each of our sectors."""
    found = defaultdict(list)
    for row in read(data, "cad_codes"):
        found[row["sector"]].append(row["code"])
    return found
