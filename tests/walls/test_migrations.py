"""The embedded database is built by a shortcut (aict/db/rendering.py): the same to the last comma."""

import os
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from aict.backup.programs import find, on_our_database
from tests.laws.sources import BASE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(settings.DATABASE_URL), reason="Django alone builds this database"),
]


def structure(name: str) -> str:
    """Every table, index, constraint, function of that database of our server."""
    dump, environment = on_our_database(find("pg_dump"), "--schema-only", "--restrict-key=x")
    order = [f"--dbname={name}" if word.startswith("--dbname=") else word for word in dump]
    return subprocess.run(order, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def built_by_django(db):
    """The name of a database that migrations of an unchanged Django built."""
    name, host = f"{connection.settings_dict['NAME']}_django", connection.settings_dict["HOST"]
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=BASE,
        env=os.environ
        | {
            "DATABASE_URL": f"postgres://aict@/{name}?host={quote(host, safe='')}",
            "DATABASE_POOL": "False",
            "DJANGO_SETTINGS_MODULE": "aict.settings",
        },
        check=True,
    )
    yield name
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def test_the_shortcut_builds_what_django_builds(built_by_django):
    ours = structure(connection.settings_dict["NAME"])
    assert "CREATE TABLE public.people_user" in ours
    assert ours == structure(built_by_django)
