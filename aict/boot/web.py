"""Django's development server, without its banner and without loading the site twice.

`python -m aict.boot.web HOST:PORT`: the watching process imports no application; the one it starts again at each
change does.
"""

import fcntl
import logging
import sys

import django
from django.contrib.staticfiles.management.commands.runserver import Command
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


if __name__ == "__main__":
    logging.getLogger("django.utils.autoreload").setLevel(logging.WARNING)
    autoreload.run_with_reloader(serve, sys.argv[1])
