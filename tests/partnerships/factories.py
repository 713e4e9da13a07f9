"""Published partnerships, actors and funding of the tests, made by plain functions."""

from itertools import count

from django.db import transaction
from django.utils import timezone

from aict.moderation.models import Contribution, State
from aict.territories.models import Territory
from partnerships.models import Actor, Funding, Partnership
from tests.people.factories import country, territory

RELATIONS = (
    *("parties", "modalities", "sectors", "goals", "countries", "countries_active", "offers"),
    "combines_with",
)
_numbers = count(1)


def abroad(name="Fès", code="2548885", country_code="MA", country_name="Maroc", **fields):
    """That foreign territory, made when it is not there."""
    where = country(country_code, country_name, groups=["apd"])
    defaults = {"name": name, "country": where, "latitude": 34.03, "longitude": -5.0, **fields}
    return Territory.objects.get_or_create(level="etranger", code=code, defaults=defaults)[0]


def partnership(**fields) -> Partnership:
    """Grenoble-Alpes-Métropole and Fès, unless told otherwise."""
    fields.setdefault("parties", [territory(), abroad()])
    fields.setdefault("title", "Grenoble – Fès")
    fields.setdefault("form", "convention")
    fields.setdefault("stage", "actif")
    fields.setdefault("origin", "nouveau")
    fields.setdefault("categories", ["cooperation"])
    return listed(Partnership, **fields)


def actor(**fields) -> Actor:
    fields.setdefault("title", f"Chambre de commerce numéro {next(_numbers)}")
    fields.setdefault("country", country())
    return listed(Actor, **fields)


def funding(**fields) -> Funding:
    fields.setdefault("title", f"Soutenir un projet numéro {next(_numbers)}")
    return listed(Funding, **fields)


@transaction.atomic
def listed(model, archived=False, fictional=False, verified=True, refresh=True, **fields):
    """A row on line, as acceptance leaves it; relations are given as lists."""
    now = timezone.now()
    relations = {name: fields.pop(name) for name in RELATIONS if name in fields}
    fields.setdefault("slug", f"{model.KIND}-{next(_numbers)}")
    fields.setdefault("updated_at", now)
    fields.setdefault(
        "contribution",
        Contribution.objects.create(
            kind=model.KIND,
            title=fields["title"],
            state=State.ARCHIVED if archived else State.PUBLISHED,
            live=not archived,
            fictional=fictional,
            published_at=now,
            verified_on=now.date() if verified else None,
        ),
    )
    made = model.objects.create(archived_at=now if archived else None, **fields)
    for name, values in relations.items():
        getattr(made, name).set(values)
    if refresh:
        made.refresh_listing()
    return made
