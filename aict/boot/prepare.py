"""Before the site opens: structure of the database, reference data, demonstration. Twice changes nothing."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from aict.boot.telling import ProblemError, Step, step

LOADS = {
    "load_reference": "Données de référence",
    "load_directories": "Premiers annuaires",
    "load_sheets": "Premières fiches-repères",
    "load_agenda": "Événements passés de la dynamique",
    "load_publications": "Premières publications",
    "load_demo": "Données de démonstration",
}
# Sets of the demonstration that need the reference data alone.
APART = ("enquêtes", "invitations aux enquêtes", "résultats d’enquête", "sondages antérieurs")


def main() -> int:
    try:
        django.setup()
        hurry()
        check_database()
        migrate()
        load()
        tell_accounts()
    except (ImproperlyConfigured, ProblemError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except DatabaseError as error:
        if "No space left on device" not in str(error):
            raise
        print("\nLe disque est plein : libérez de la place puis recommencez.", file=sys.stderr)
        return 1
    return 0


def hurry() -> None:
    """Our own server need not write each of our transactions to the disk before the next: after a
    power cut, the next start loads again what lacks."""
    if not settings.DATABASE_URL:
        options = os.environ.get("PGOPTIONS", "")
        os.environ["PGOPTIONS"] = f"{options} -c synchronous_commit=off".strip()


def check_database() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        where = connection.settings_dict
        reason = (str(error).splitlines() or ["sans un mot"])[0].strip()
        raise ProblemError(
            f"La base de données ne répond pas ({where['HOST'] or 'localhost'}:{where['PORT'] or 5432}, "
            f"base « {where['NAME']} ») : vérifiez DATABASE_URL ({reason})."
            if settings.DATABASE_URL
            else reason
        ) from error


def migrate() -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        with step(f"Structure de la base ({len(plan)} migrations)"):
            call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


class Relay(io.StringIO):
    """Shows what a command says as the progress of a step."""

    def __init__(self, told: Step):
        super().__init__()
        self.told = told

    def write(self, text: str) -> int:
        if text.strip():
            self.told.progress(text.strip())
        return len(text)


def load() -> None:
    first, *others = LOADS
    call(first)
    with surveys_apart():
        for name in others[:-1]:
            call(name)
    if settings.DEMO:
        call(others[-1])


def call(name: str) -> None:
    if name in get_commands():
        with step(LOADS[name]) as told:
            call_command(name, verbosity=0, stdout=Relay(told))
            told.progress("")


@contextmanager
def surveys_apart() -> Iterator[None]:
    """Meanwhile, the first time, a process of ours makes the surveys of the demonstration. What it
    could not do is done, or said, by `load_demo`, which comes next."""
    from aict.people.models import User

    if not settings.DEMO or User.objects.exists():
        yield
        return
    connection.close()
    child = os.fork()
    if not child:
        try:
            for name in APART:
                call_command("load_demo", only=name, stdout=io.StringIO())
        finally:
            os._exit(0)
    try:
        yield
    finally:
        os.waitpid(child, 0)


def tell_accounts() -> None:
    from aict.people.demo import DEMO_ACCOUNTS, DEMO_PASSWORD
    from aict.people.models import Role, User

    known = set(User.objects.values_list("email", flat=True)) if settings.DEMO else set()
    shown = [account for account in DEMO_ACCOUNTS if account.email in known]
    if shown:
        print(f"\n  Comptes de démonstration (mot de passe : {DEMO_PASSWORD})")
        for account in shown:
            print(f"    {account.email:<40} {Role(account.role).label}")
        print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
