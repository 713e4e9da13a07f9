"""Database and files at one same instant, in one archive, while the site goes on working."""

import os
import subprocess
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from aict.backup import contents
from aict.backup.contents import Manifest
from aict.backup.programs import BackupError, find, last_words, on_our_database

Tell = Callable[[str], None]
# What nobody misses and a thief would like: everyone signs in again.
WITHOUT_DATA = ("django_session", "cache")
PATIENCE = 2


def save(folder: Path, tell: Tell) -> Path:
    """Make the archive in `folder` and return its path. Raises BackupError; then nothing is left."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{archive_name()}.tar"
    partial = target.with_suffix(".partiel")
    for path in (target, partial):
        if path.exists():
            raise BackupError(f"{path} existe déjà : rien n’est écrasé.")
    dump = folder / f".{target.stem}.dump"
    try:
        with (
            open(partial, "xb", opener=private) as file,
            tarfile.open(fileobj=file, mode="w") as archive,
        ):
            fill(archive, dump, tell)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(target)
    except OSError as error:
        raise BackupError(f"La sauvegarde n’a pas pu être écrite ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)
        dump.unlink(missing_ok=True)
    return target


def archive_name() -> str:
    return f"aict-eco-{timezone.localtime():%Y-%m-%d-%H%M%S}"


def private(path, flags):
    return os.open(path, flags, 0o600)


def fill(archive: tarfile.TarFile, dump: Path, tell: Tell) -> None:
    with transaction.atomic():
        snapshot = shared_snapshot()
        manifest = Manifest(
            made_at=timezone.now().isoformat(),
            site=settings.SITE_URL,
            postgresql=server(),
            migrations=sorted(".".join(key) for key in applied()),
        )
        dump_database(dump, snapshot, tell)
        named = list(dict.fromkeys(contents.named_files()))
    with open(dump, "rb") as file:
        manifest.dump = contents.fingerprint(file)
    archive.add(dump, contents.DUMP)
    add_files(archive, manifest, named, tell)
    contents.write_manifest(archive, manifest)


def shared_snapshot() -> str:
    """What this transaction sees, under a name that pg_dump can borrow."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        return cursor.fetchone()[0]


def server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return cursor.fetchone()[0]


def applied() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def dump_database(dump: Path, snapshot: str, tell: Tell) -> None:
    options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
    options += [f"--exclude-table-data=public.{table}" for table in WITHOUT_DATA]
    command, environment = on_our_database(find("pg_dump"), *options, f"--file={dump}")
    dump.touch(mode=0o600)
    run = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    while True:
        try:
            _, said = run.communicate(timeout=PATIENCE)
            break
        except subprocess.TimeoutExpired:
            tell(f"Base de données : {dump.stat().st_size / 1e6:.1f} Mo")
        except BaseException:
            run.kill()
            run.wait()
            raise
    if run.returncode:
        raise BackupError(f"La base n’a pas pu être sauvegardée ({last_words(said)}).")


def add_files(archive: tarfile.TarFile, manifest: Manifest, named: list, tell: Tell) -> None:
    told = time.monotonic()
    for number, (storage, name) in enumerate(named, start=1):
        try:
            with storage.open(name) as file:
                content = file.read()
        except FileNotFoundError:
            manifest.missing.append(name)
            continue
        manifest.files[name] = contents.add_bytes(archive, contents.FOLDER + name, content)
        if time.monotonic() - told > PATIENCE:
            told = time.monotonic()
            tell(f"Fichiers : {number} sur {len(named)}")
