"""Django's development server, without its banner and without loading the site twice.

`python -m aict.boot.web HOST:PORT`: the watching process imports no application; the one it starts again at each
change does.
"""

import fcntl
import logging
import sys

import django
from django.conf import settings
from django.contrib.staticfiles.management.commands.runserver import Command
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.urls import get_resolver
from django.utils import autoreload

from aict.boot.serve import PREPARING


class Quiet(Command):
    def on_bind(self, server_port):
        """The household announces the address once it answers."""


def serve(place: str) -> None:
    django.setup()
    get_resolver().url_patterns  # noqa: B018 (loads every page)
    wait_until_prepared()
    call_command(Quiet(), place, use_reloader=False, verbosity=0, skip_checks=True)


def wait_until_prepared() -> None:
    """The household holds this lock while it makes the database ready."""
    with PREPARING.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)


def being_prepared() -> bool:
    with PREPARING.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def check_settings() -> None:
    """Without settings there is nothing to watch. The preparation, started with us, reads the same ones
    and says what lacks: we only say it when it is over."""
    try:
        settings.DEBUG  # noqa: B018 (reads them all)
    except ImproperlyConfigured as problem:
        sys.exit(1 if being_prepared() else f"\n{problem}")


if __name__ == "__main__":
    check_settings()
    logging.getLogger("django.utils.autoreload").setLevel(logging.WARNING)
    autoreload.run_with_reloader(serve, sys.argv[1])
