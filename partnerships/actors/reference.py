"""The first directory: public knowledge, put on line « à vérifier » and never written over.

`data/actors.csv` may be incomplete, which no form would accept: rows are published by the loader,
with their answers as a first version so that the next edit starts from them."""

import csv
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.listing.addresses import keep_address
from aict.listing.models import Clock
from aict.moderation.models import Contribution, JournalEntry, State
from aict.taxonomies.models import ActorType, Offer, Sector
from aict.territories.models import Country, Territory
from partnerships.kinds.actor import RESERVED
from partnerships.models import Actor

FILE = Path(__file__).resolve().parent.parent / "data" / "actors.csv"
LISTS = ("categories", "offers", "sectors", "countries_active")
TEXTS = ("title", "acronym", "teaser", "offer_text", "website", "source", "source_url")
PUT_ON_LINE = "reference"


def items(file: Path = FILE) -> Iterator[tuple[str, dict]]:
    """(key, answers as the forms would hold them) of each line."""
    with open(file, newline="", encoding="utf-8") as opened:
        for line in csv.DictReader(opened):
            answers = {name: line[name].split() if name in LISTS else line[name] for name in line}
            yield answers.pop("key"), {name: value for name, value in answers.items() if value}


def token_of(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"aict-eco:reference:actor:{key}")


@transaction.atomic
def load(file: Path = FILE) -> int:
    """Put on line what is new; follow the file where nobody touched the row. Returns how many."""
    Clock.tick(Actor.KIND, 0)
    terms = Terms()
    known = {
        row.token: row
        for row in Contribution.objects.filter(kind=Actor.KIND).prefetch_related("revisions")
    }
    changed = 0
    # The last stamped opens the list: those of the top of the file.
    for key, answers in reversed(list(items(file))):
        token = token_of(key)
        contribution = known.get(token)
        if contribution is None:
            put(make(token, answers), answers, terms)
        elif untouched(contribution) and contribution.revisions.all()[0].data != answers:
            contribution.revisions.update(data=answers)
            Contribution.objects.filter(pk=contribution.pk).update(title=answers["title"])
            put(contribution, answers, terms)
        else:
            continue
        changed += 1
    return changed


@transaction.atomic
def open_the_list() -> None:
    """Real actors before those of the demonstration, in the order of the file."""
    order = {token_of(key): place for place, (key, _answers) in enumerate(items())}
    rows = Actor.objects.filter(contribution__token__in=order).select_related("contribution")
    actors = sorted(rows, key=lambda actor: -order[actor.contribution.token])
    last = Clock.tick(Actor.KIND, len(actors))
    for stamp, actor in enumerate(actors, start=last - len(actors) + 1):
        actor.stamp = stamp
    Actor.objects.bulk_update(actors, ["stamp"])


def untouched(contribution: Contribution) -> bool:
    """Nobody edited, verified, withdrew or merged it since the file put it on line."""
    texts = contribution.revisions.all()
    alone = len(texts) == 1 and texts[0].author_id is None
    return alone and contribution.state == State.PUBLISHED and not contribution.verified_on


def make(token: UUID, answers: dict) -> Contribution:
    now = timezone.now()
    made = Contribution.objects.create(
        token=token,
        kind=Actor.KIND,
        title=answers["title"],
        category=answers["categories"][0],
        state=State.PUBLISHED,
        live=True,
        published_at=now,
    )
    made.revisions.create(number=1, accepted=True, data=answers)
    JournalEntry.objects.create(contribution=made, transition=PUT_ON_LINE, target=State.PUBLISHED)
    return made


def named(answers: dict, name: str, terms: dict) -> list:
    """The rows of a list of slugs or codes, less those we do not know."""
    return [terms[slug] for slug in answers.get(name, []) if slug in terms]


class Terms:
    """What the lines of the file name, read once for all of them."""

    def __init__(self):
        self.actor_types = ActorType.objects.in_bulk(field_name="slug")
        self.offers = Offer.objects.in_bulk(field_name="slug")
        self.sectors = Sector.objects.in_bulk(field_name="slug")
        self.countries = Country.objects.in_bulk()


def put(contribution: Contribution, answers: dict, terms: Terms) -> Actor:
    """The live row of those answers."""
    row = Actor.objects.filter(contribution=contribution).first() or Actor(
        contribution=contribution
    )
    for name in TEXTS:
        setattr(row, name, answers.get(name, ""))
    row.categories = answers["categories"]
    row.actor_type = terms.actor_types[answers["actor_type"]]
    row.country = terms.countries[answers["country"]]
    row.seat = Territory.objects.get(key=answers["seat"]) if "seat" in answers else None
    keep_address(row, row.title, RESERVED)
    row.updated_at = timezone.now()
    row.save()
    row.offers.set(named(answers, "offers", terms.offers))
    row.sectors.set(named(answers, "sectors", terms.sectors))
    row.countries_active.set(named(answers, "countries_active", terms.countries))
    row.refresh_listing()
    return row
