"""Published practices of the tests, made by plain functions. Everything has a sensible default."""

from itertools import count

from django.utils import timezone

from aict.moderation.models import Contribution, State
from practices.models import Practice
from tests.people.factories import service, territory, there

RELATIONS = (
    *("countries", "partner_territories", "modalities", "themes", "sectors", "goals"),
    "carried_out_by",
)
_numbers = count(1)


def practice(keywords=(), archived=False, fictional=False, refresh=True, **fields) -> Practice:
    """A practice on line, as acceptance leaves it; relations are given as lists."""
    number = next(_numbers)
    now = timezone.now()
    relations = {name: fields.pop(name) for name in RELATIONS if name in fields}
    fields.setdefault("title", f"Une saison de chefs numéro {number}")
    fields.setdefault("slug", f"pratique-{number}")
    fields.setdefault("nature", "projet")
    fields.setdefault("category", "promotion")
    fields.setdefault("teaser", "Neuf cheffes et chefs pour vendre un terroir.")
    fields.setdefault("summary", "Une tournée commune et un catalogue bilingue.")
    fields.setdefault("benefit", "Quarante producteurs référencés à l’export.")
    fields.setdefault("cost_band", "10-50k")
    fields.setdefault("updated_at", now)
    if not fields.get("territory_name"):
        fields.setdefault("territory", territory())
    fields.setdefault("service", service())
    fields.setdefault("contribution", contribution(fields["title"], archived, fictional))
    made = Practice.objects.create(archived_at=now if archived else None, **fields)
    for name, values in relations.items():
        getattr(made, name).set(values)
    made.keywords.add(*keywords)
    if refresh:
        made.refresh_listing()
    return made


def contribution(title, archived=False, fictional=False) -> Contribution:
    now = timezone.now()
    return Contribution.objects.create(
        kind="practice",
        title=title,
        state=State.ARCHIVED if archived else State.PUBLISHED,
        live=not archived,
        fictional=fictional,
        published_at=now,
        verified_on=now.date(),
    )


def term(model, slug, label=None, **fields):
    """That row of a taxonomy, made when it is not there."""
    if found := there(model, slug=slug):
        return found
    return model.objects.create(slug=slug, **{"label": label or slug.capitalize(), **fields})
