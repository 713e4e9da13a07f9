"""Back from an archive: everything is proved first, the database changes in one transaction."""

import shutil
import subprocess
import tarfile
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from aict.backup import contents
from aict.backup.contents import Manifest
from aict.backup.programs import BackupError, find, last_words, on_our_database
from aict.backup.saving import Tell

# An open page of the site may hold a table for a moment, not for ever.
BEFORE = b"""
SET client_min_messages = warning;
SET lock_timeout = '20s';
BEGIN;
DROP SCHEMA IF EXISTS public CASCADE;
CREATE SCHEMA public;
"""
# Web processes that are running read their lists anew: stamps went back under another epoch.
AFTER = b"""
UPDATE public.listing_clock SET epoch = (random() * 1000000000000)::bigint;
COMMIT;
ANALYZE;
"""
PLAIN = ("--no-owner", "--no-privileges", "--no-comments", "--file=-")
STRICT = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null")


def restore(path: Path, replace: bool, tell: Tell) -> Manifest:
    """Put the archive's database and files in place of the present ones.

    Raises BackupError when the archive is damaged, the database is not empty (unless `replace`), or
    PostgreSQL refuses; then nothing is changed."""
    with contents.opened(path) as (archive, manifest):
        refuse_newer(manifest)
        if not replace and tables():
            raise BackupError(
                "La base n’est pas vide : rien n’a été changé. "
                "Ajoutez --remplacer pour l’effacer et mettre la sauvegarde à sa place."
            )
        tell(f"Sauvegarde vérifiée : la base et {len(manifest.files)} fichiers.")
        absent, different = compared(manifest)
        write_files(archive, absent)
        try:
            restore_database(archive)
        except BaseException:
            forget(absent)
            raise
        forget(different)
        write_files(archive, different)
    return manifest


def refuse_newer(manifest: Manifest) -> None:
    """Code that is older than the data would misread them."""
    migrations = MigrationLoader(None).disk_migrations
    replaced = (key for migration in migrations.values() for key in migration.replaces)
    known = {".".join(key) for key in (*migrations, *replaced)}
    if unknown := sorted(set(manifest.migrations) - known):
        raise BackupError(
            f"Cette sauvegarde vient d’une version plus récente du site ({unknown[-1]}) : "
            "mettez le site à jour d’abord. Rien n’a été changé."
        )


def tables() -> int:
    """How many tables the database holds, those of extensions left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        return cursor.fetchone()[0]


def compared(manifest: Manifest) -> tuple[list[str], list[str]]:
    """Names of the files that are not there, and of those that are not what they were."""
    absent, different = [], []
    for name, expected in manifest.files.items():
        if not default_storage.exists(name):
            absent.append(name)
            continue
        with default_storage.open(name) as present:
            if contents.fingerprint(present) != expected:
                different.append(name)
    return absent, different


def write_files(archive: tarfile.TarFile, names: list[str]) -> None:
    try:
        for name in names:
            content = contents.member(archive, contents.FOLDER + name).read()
            default_storage.save(name, ContentFile(content))
    except OSError as error:
        forget(names)
        raise BackupError(f"Les fichiers n’ont pas pu être écrits ({error.strerror}).") from error


def forget(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)


def restore_database(archive: tarfile.TarFile) -> None:
    """One transaction: it is committed only once the whole dump was read."""
    with tempfile.NamedTemporaryFile(suffix=".dump") as dump:
        shutil.copyfileobj(contents.member(archive, contents.DUMP), dump)
        dump.flush()
        reading = [find("pg_restore"), *PLAIN, dump.name]
        writing, environment = on_our_database(find("psql"), *STRICT)
        connection.close()
        pump(reading, writing, environment)


def pump(reading: list, writing: list, environment: dict) -> None:
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+") as complaints,
        subprocess.Popen(writing, env=environment, stdin=pipe, stderr=complaints) as target,
        subprocess.Popen(reading, stdout=pipe, stderr=complaints) as source,
    ):
        sql, script = cast(IO[bytes], target.stdin), cast(IO[bytes], source.stdout)
        try:
            sql.write(BEFORE)
            shutil.copyfileobj(script, sql, contents.CHUNK)
            if source.wait() == 0:
                sql.write(AFTER)
            sql.close()
        except BrokenPipeError:
            source.kill()
            with suppress(BrokenPipeError):
                sql.close()
        failed = target.wait() or source.wait()
        complaints.seek(0)
        said = complaints.read()
    if "lock timeout" in said:
        raise BackupError("Le site se sert de la base : arrêtez-le d’abord. Rien n’a été changé.")
    if failed:
        raise BackupError(
            f"PostgreSQL a refusé la sauvegarde ({last_words(said)}) : rien n’a été changé."
        )
