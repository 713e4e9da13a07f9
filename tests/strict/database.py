"""Test databases are copied from a template that remembers the migrations: 5 s less at each run."""

import hashlib
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection


def template_name() -> str:
    """Changes with any migration of ours and any locked version."""
    base = Path(settings.BASE_DIR)
    files = [*sorted(base.glob("*/migrations/*.py")), *sorted(base.glob("aict/*/migrations/*.py"))]
    seen = hashlib.sha256()
    for file in [*files, base / "requirements.txt", base / "aict" / "settings.py"]:
        seen.update(str(file).encode() + file.read_bytes())
    return f"migrated_{seen.hexdigest()[:16]}"


@contextmanager
def maintenance():
    with connection._nodb_cursor() as cursor:
        yield cursor


def use_template() -> None:
    """Make the next test database from the template when there is one."""
    with maintenance() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template_name()])
        if cursor.fetchone():
            connection.settings_dict["TEST"]["TEMPLATE"] = template_name()


def remember_template() -> None:
    """Copy the freshly migrated test database for the next runs; forget older copies."""
    if connection.settings_dict["TEST"].get("TEMPLATE"):
        return
    source = connection.settings_dict["NAME"]
    connection.close()
    with maintenance() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated\\_%%'")
        names = {name for (name,) in cursor.fetchall()} - {template_name()}
        try:
            for name in names:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{template_name()}" TEMPLATE "{source}"')
        except Exception as error:  # another worker was first
            if not isinstance(error.__cause__, psycopg.errors.DatabaseError):
                raise
