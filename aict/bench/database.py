"""The databases of the measures: one per size, beside the real one, on the same server."""

from collections.abc import Callable
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection

from aict.bench import filling


def use(size: str, say: Callable[[str], None]) -> str:
    """Point this process at the database of that size, filled when it is not; its URL."""
    name = f"aict_mesures_{size}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if not filling.is_full(filling.SIZES[size]):
        empty()
        filling.fill(filling.SIZES[size], say)
    return url()


def empty() -> None:
    """Forget a filling that was cut short."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE moderation_contribution, listing_clock CASCADE")


def url() -> str:
    """This connection as a DATABASE_URL; a socket's folder is a percent-encoded host."""
    at = connection.settings_dict
    secret = f":{quote(at['PASSWORD'], safe='')}" if at["PASSWORD"] else ""
    port = f":{at['PORT']}" if at["PORT"] else ""
    return (
        f"postgresql://{quote(at['USER'])}{secret}@{quote(at['HOST'], safe='')}{port}/{at['NAME']}"
    )
