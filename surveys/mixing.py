"""What was written together must not stay together: rows lose the order and the company they came in.

Two rows written one after the other have neighbouring transaction numbers (xmin) and places on the disk (ctid):
whoever reads the tables could pair an invitation with a response. See docs/decisions/.
"""

from datetime import datetime

from django.db import connection, transaction
from psycopg.sql import SQL, Composed, Identifier

from surveys.models import Response, Survey

# Tables with a `survey_id`, in the order in which they are locked: rooms above add theirs in `ready()`.
TABLES = ["surveys_response", "surveys_codedresponse"]
# Not an UPDATE: it would leave a row near its former place, and long texts where they were.
SHUFFLE = SQL(
    "WITH gone AS (DELETE FROM {table} WHERE survey_id = %s RETURNING *)"
    " INSERT INTO {table} SELECT * FROM gone ORDER BY random()"
)
NUMBERS = SQL("SELECT xmin::text FROM {table} WHERE survey_id = %s")


def also(table: str) -> None:
    TABLES.append(table)


@transaction.atomic
def mix(survey: Survey) -> int:
    """Write every row of the survey again, in random order, under one transaction number.

    The tables are locked against writing meanwhile, so that what is being saved waits rather than
    be lost. Returns how many rows."""
    count = 0
    with connection.cursor() as cursor:
        # As foreign keys will ask at the end: taken first, it cannot be waited for later.
        cursor.execute("SELECT FROM surveys_survey WHERE id = %s FOR KEY SHARE", [survey.pk])
        cursor.execute(SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(all_tables()))
        for table in TABLES:
            cursor.execute(SHUFFLE.format(table=Identifier(table)), [survey.pk])
            count += cursor.rowcount
    return count


def all_tables() -> Composed:
    return SQL(", ").join(map(Identifier, TABLES))


def is_mixed(survey: Survey) -> bool:
    """Whether nothing was written since the last time."""
    parts = SQL(" UNION ALL ").join(NUMBERS.format(table=Identifier(name)) for name in TABLES)
    asked = SQL("SELECT count(DISTINCT xmin) < 2 FROM ({}) AS rows").format(parts)
    with connection.cursor() as cursor:
        cursor.execute(asked, [survey.pk] * len(TABLES))
        return cursor.fetchone()[0]


def sweep() -> None:
    """Give back the room of the former rows, which still tell their order until then.

    Nothing within a transaction, where PostgreSQL refuses it."""
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(SQL("VACUUM {}").format(all_tables()))


def forget_unsent(before: datetime) -> int:
    """Erase what was typed and never sent in surveys closed before that moment. Returns how many."""
    unsent = Response.objects.begun().filter(survey__in=Survey.objects.closed_before(before))
    return unsent.delete()[1].get("surveys.Response", 0)
