"""Fills a database of its own with seeded practices, once: later runs find it ready."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from aict.bench.rows import Row, World, rows
from aict.moderation.models import Contribution
from aict.search import spelling
from aict.taxonomies.models import Goal, Modality, Sector, Service, Theme
from partnerships import volume
from practices.models import Practice, Result

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
VERSION = "mesures 4"
MOST_LINKS = 10_000
CHUNK = 1_000
SLOW = {"practice_search", "practice_lead", "practice_facets"}


def fill(count: int, say: Callable[[str], None]) -> None:
    """Migrated, empty database → `count` published practices with their relations, searchable."""
    call_command("load_reference", verbosity=0)
    make_terms()
    with slow_indexes_later():
        left = rows(World.of_database(), count)
        done = 0
        while chunk := list(islice(left, CHUNK)):
            save(chunk)
            done += len(chunk)
            say(f"{done} pratiques sur {count}")
    call_command("load_directories", verbosity=0)
    call_command("load_sheets", verbosity=0)
    for done in volume.fill(min(count, MOST_LINKS)):
        say(f"{done} partenariats")
    sample = Practice.objects.all()[:5_000].iterator(chunk_size=500)
    spelling.relearn(practice.full_text() for practice in sample)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO listing_clock VALUES ('practice', %s, 1)", [count])
        cursor.execute(f"COMMENT ON TABLE practices_practice IS '{VERSION}'")
        cursor.execute("VACUUM ANALYZE")


def is_full(count: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regclass('practices_practice'))")
        marked = cursor.fetchone()[0] == VERSION
    return marked and Practice.objects.count() == count


def make_terms() -> None:
    """Rows to file under, where the reference data have none."""
    Service.objects.get_or_create(slug="mesures", defaults={"label": "Mesures"})
    for model, count in ((Modality, 24), (Theme, 20), (Sector, 24), (Goal, 17)):
        if not model.objects.exists():
            more = {"categories": []} if model is Modality else {}
            name = str(model._meta.verbose_name).capitalize()
            model.objects.bulk_create(
                model(slug=str(n), label=f"{name} {n}", order=n, **more)
                for n in range(1, count + 1)
            )


def save(chunk: list[Row]) -> None:
    now = timezone.now()
    contributions = [
        Contribution(
            kind="practice",
            state="published",
            live=True,
            title=row.practice.title,
            published_at=now,
            verified_on=now.date(),
        )
        for row in chunk
    ]
    for row, made in zip(chunk, Contribution.objects.bulk_create(contributions), strict=True):
        row.practice.contribution = made
    Practice.objects.bulk_create([row.practice for row in chunk])
    for name in chunk[0].related:
        through = getattr(Practice, name).through
        column = Practice._meta.get_field(name).m2m_reverse_field_name() + "_id"
        through.objects.bulk_create(
            through(practice_id=row.practice.pk, **{column: key})
            for row in chunk
            for key in row.related[name]
        )
    Result.objects.bulk_create(row.result for row in chunk if row.result)


@contextmanager
def slow_indexes_later() -> Iterator[None]:
    indexes = [i for i in Practice._meta.indexes if i.name in SLOW]
    with connection.schema_editor() as editor:
        for index in indexes:
            editor.remove_index(Practice, index)
    yield
    with connection.schema_editor() as editor:
        for index in indexes:
            editor.add_index(Practice, index)
