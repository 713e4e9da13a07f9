"""What a backup holds: one dump, the files that the database names, and a manifest that proves them."""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO

from django.apps import apps
from django.core.files import File
from django.core.files.storage import Storage
from django.db.models import FileField

from aict.backup.programs import BackupError

DUMP, MANIFEST, FOLDER = "base.dump", "manifeste.json", "medias/"
FORMAT = 1
DAMAGED = "Cette sauvegarde est abîmée ou incomplète : rien n’a été changé."
CHUNK = 1024 * 1024


@dataclass
class Manifest:
    made_at: str
    site: str
    postgresql: str
    migrations: list[str]
    dump: dict = field(default_factory=dict)
    # name → {size, sha256}
    files: dict[str, dict] = field(default_factory=dict)
    # Named by the database and absent from the storage when the backup was made.
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


def named_files() -> Iterator[tuple[Storage, str]]:
    """Every file that a row names, whatever the model, with where it is kept."""
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, FileField):
                rows = model._default_manager.exclude(**{column.name: ""})
                names = rows.values_list(column.name, flat=True)
                yield from ((column.storage, name) for name in names.iterator() if name)


def fingerprint(source: IO[bytes] | File) -> dict:
    """Size and SHA-256, read to the end."""
    seen, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        seen.update(chunk)
        size += len(chunk)
    return {"size": size, "sha256": seen.hexdigest()}


def add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> dict:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, BytesIO(content))
    return fingerprint(BytesIO(content))


def write_manifest(archive: tarfile.TarFile, manifest: Manifest) -> None:
    """Last of all: an archive that was cut short has none."""
    told = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    add_bytes(archive, MANIFEST, told.encode())


@contextmanager
def opened(path: Path) -> Iterator[tuple[tarfile.TarFile, Manifest]]:
    """The archive and its manifest, every content proved against it. Raises BackupError."""
    try:
        archive = tarfile.open(path, "r:")  # noqa: SIM115 (closed below, whatever happens)
    except OSError as error:
        raise BackupError(f"{path} ne peut pas être lu ({error.strerror}).") from error
    except tarfile.TarError as error:
        raise BackupError(DAMAGED) from error
    with archive:
        yield archive, proved(archive)


def proved(archive: tarfile.TarFile) -> Manifest:
    try:
        told = json.loads(member(archive, MANIFEST).read())
        if told["format"] != FORMAT:
            raise BackupError(
                "Cette sauvegarde vient d’une version plus récente du site : rien n’a été changé."
            )
        manifest = Manifest(**told)
        for name, expected in proofs(manifest):
            if fingerprint(member(archive, name)) != expected:
                raise BackupError(DAMAGED)
    except (tarfile.TarError, LookupError, TypeError, ValueError, EOFError) as error:
        raise BackupError(DAMAGED) from error
    return manifest


def member(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    """The content of a plain file of the archive. Raises KeyError without it."""
    found = archive.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def proofs(manifest: Manifest) -> Iterator[tuple[str, dict]]:
    yield DUMP, manifest.dump
    for name, expected in manifest.files.items():
        yield FOLDER + name, expected
