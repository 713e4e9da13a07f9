"""Test databases are copied from a template that remembers the migrations: 6 s less for each process.

The first process of a run migrates and leaves the template; the others wait for it."""

import fcntl
import hashlib
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase


def template_name() -> str:
    """Changes with any migration of ours and any locked version."""
    base = Path(settings.BASE_DIR)
    rooms = [base / name for name in ("aict", "partnerships", "practices", "surveys")]
    files = sorted(file for room in rooms for file in room.rglob("migrations/*.py"))
    seen = hashlib.sha256()
    others = ("requirements.txt", "aict/settings.py", "aict/db/rendering.py")
    for file in [*files, *(base / name for name in others)]:
        seen.update(str(file).encode() + file.read_bytes())
    return f"migrated_{seen.hexdigest()[:16]}"


@contextmanager
def maintenance():
    with connection._nodb_cursor() as cursor:
        yield cursor


def exists() -> bool:
    with maintenance() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template_name()])
        return cursor.fetchone() is not None


class Turn:
    """Held by the process that migrates, from `use_template` until `remember_template`."""

    file = None

    def take(self) -> None:
        settings.VAR_DIR.mkdir(exist_ok=True)
        self.file = (settings.VAR_DIR / "tests-template.lock").open("w")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def give_back(self) -> None:
        if self.file:
            self.file.close()


turn = Turn()


def use_template() -> None:
    """Make the next test database from the template, once somebody made it; else it is our turn."""
    turn.take()
    if exists():
        connection.settings_dict["TEST"]["TEMPLATE"] = template_name()
        turn.give_back()


def remember_template() -> None:
    """Copy the freshly migrated test database for the others and for the next runs; forget older copies."""
    source = connection.settings_dict["NAME"]
    if connection.settings_dict["TEST"].get("TEMPLATE"):
        return
    if not source.startswith("test_"):  # no test of this run wants a database
        turn.give_back()
        return
    connection.close()
    with maintenance() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated\\_%%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{template_name()}" TEMPLATE "{source}"')
    turn.give_back()


# Django truncates every table of the site, each with its indexes, and declares its permissions anew:
# half a second after each test that commits, for a few rows in a few tables.
EMPTY = """
DO $$
DECLARE
  used regclass;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR used IN
    SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND relname NOT IN ('django_migrations', 'django_content_type', 'auth_permission')
      AND pg_relation_size(oid) > 0
  LOOP
    EXECUTE 'DELETE FROM ' || used;
  END LOOP;
END $$
"""
# Rows deleted stay on disk for a while: a large table is better truncated.
LARGE = """SELECT max(pg_relation_size(oid)) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"""
MANY_BYTES = 4_000_000
truncate = TransactionTestCase._fixture_teardown


def empty(test_case) -> None:
    """After a test that commits: no row is left, jobs included."""
    with connection.cursor() as cursor:
        cursor.execute(LARGE)
        if cursor.fetchone()[0] >= MANY_BYTES:
            truncate(test_case)
        # Django knows nothing of the tables of jobs.
        cursor.execute(EMPTY)


def empty_by_deleting() -> None:
    TransactionTestCase._fixture_teardown = empty
