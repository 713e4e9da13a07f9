"""A backup is worth what its restoration gives: both are rehearsed on a real database and real files."""

import io
import tarfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import QueryDict

from aict.backup import programs, restoring, saving
from aict.listing.models import Clock
from aict.moderation.models import Attachment, Contribution, Revision
from aict.people.models import User
from practices.filters import PracticeFilter
from practices.models import Practice
from tests.moderation.shelf import joined, read
from tests.practices import workflow


@pytest.fixture
def site(transactional_db, tmp_path, settings):
    """A published practice with its file, another one in the making, someone signed in."""
    Session.objects.create(session_key="x", session_data="x", expire_date="2090-01-01T00:00Z")
    settings.MEDIA_ROOT = tmp_path / "medias"
    contribution = workflow.draft(title="Une saison de chefs à Montréal")
    kept = joined(contribution)
    workflow.apply(contribution, "submit", contribution.editors.get())
    workflow.apply(contribution, "accept", workflow.people.coordinator())
    workflow.draft()
    return kept


@contextmanager
def database(name: str):
    """The same server, another database, empty."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def elsewhere(site, settings, tmp_path):
    """An empty database and an empty shelf, where the archive is put back."""
    with database(f"{connection.settings_dict['NAME']}_restored"):
        settings.MEDIA_ROOT = tmp_path / "ailleurs"
        yield


def save(folder: Path) -> Path:
    call_command("sauvegarder", folder, stdout=io.StringIO())
    (made,) = folder.glob("*.tar")
    return made


def restore(archive: Path, *options: str) -> str:
    said = io.StringIO()
    call_command("restaurer", archive, *options, stdout=said)
    return said.getvalue()


@pytest.fixture
def archive(site, tmp_path):
    return save(tmp_path / "sauvegardes")


def state() -> dict:
    """What must be the same on both sides."""
    return {
        "contributions": list(Contribution.objects.order_by("pk").values()),
        "texts": list(Revision.objects.order_by("pk").values()),
        "people": list(User.objects.order_by("pk").values()),
        "practices": list(
            Practice.objects.order_by("pk").values("slug", "facets", "search_vector")
        ),
    }


def found(words: str) -> list[str]:
    return [
        p.title for p in PracticeFilter(QueryDict(f"q={words}"), Practice.objects.published()).qs
    ]


def test_what_was_saved_comes_back(archive, site, client, request):
    before = state()
    request.getfixturevalue("elsewhere")
    assert "remis en place" in restore(archive)
    assert state() == before
    assert found("montreal") == ["Une saison de chefs à Montréal"]
    answer, content = read(client, Attachment.objects.get())
    assert (answer.status_code, content) == (
        200,
        (Path(settings.MEDIA_ROOT) / site.file.name).read_bytes(),
    )


def test_a_restored_database_lives(archive, elsewhere):
    """Sequences, generated columns, functions, text search and triggers work on new rows."""
    restore(archive)
    call_command("migrate", check_unapplied=True, verbosity=0)
    workflow.published(title="Vendre l’œuvre des céramistes à Séoul")
    assert found("ceramiste") == ["Vendre l’œuvre des céramistes à Séoul"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'moderation.mails'"
        )
        assert cursor.fetchone()[0] > 0


def test_running_processes_read_their_lists_anew(archive, elsewhere):
    restore(archive)
    first = Clock.objects.get(kind="practice").epoch
    restore(archive, "--remplacer")
    assert Clock.objects.get(kind="practice").epoch != first


def test_the_archive_is_private(archive, elsewhere):
    assert archive.stat().st_mode & 0o077 == 0
    assert [path.name for path in archive.parent.iterdir()] == [archive.name]
    restore(archive)
    assert Session.objects.count() == 0, "sessions stay out of it"


def test_a_full_database_is_replaced_on_demand_only(archive, site):
    workflow.draft(title="Écrit depuis la sauvegarde")
    with pytest.raises(CommandError, match="La base n’est pas vide"):
        restore(archive)
    assert Contribution.objects.filter(title="Écrit depuis la sauvegarde").exists()
    restore(archive, "--remplacer")
    assert Contribution.objects.count() == 2
    assert found("montreal")


def test_a_file_that_changed_becomes_what_it_was(archive, site):
    kept = Path(settings.MEDIA_ROOT) / site.file.name
    content = kept.read_bytes()
    kept.write_bytes(b"autre chose")
    restore(archive, "--remplacer")
    assert kept.read_bytes() == content


def flip(archive: Path, place: int) -> None:
    content = bytearray(archive.read_bytes())
    content[place] ^= 0xFF
    archive.write_bytes(content)


def place_of(archive: Path, name: str) -> int:
    with tarfile.open(archive) as opened:
        return opened.getmember(
            next(n for n in opened.getnames() if n.startswith(name))
        ).offset_data


def test_one_wrong_byte_is_seen(archive):
    for name in ("base.dump", "medias/"):
        place = place_of(archive, name) + 20
        flip(archive, place)
        changes_nothing(archive, "abîmée")
        flip(archive, place)
    restore(archive, "--remplacer")


def test_an_archive_cut_short_is_seen(archive):
    whole = archive.read_bytes()
    for kept in (0, 10, 600, len(whole) // 2, len(whole) * 4 // 5):
        archive.write_bytes(whole[:kept])
        changes_nothing(archive, "abîmée")


def changes_nothing(archive: Path, said: str) -> None:
    before = state()
    files = {path: path.read_bytes() for path in Path(settings.MEDIA_ROOT).rglob("*.pdf")}
    with pytest.raises(CommandError, match=said):
        restore(archive, "--remplacer")
    assert state() == before
    assert {path: path.read_bytes() for path in files} == files


def test_what_is_no_archive_is_refused(site, tmp_path):
    changes_nothing(tmp_path / "absente.tar", "ne peut pas être lu")
    for content in (b"pas une archive", b"PK\x03\x04", bytes(2000)):
        (tmp_path / "a.tar").write_bytes(content)
        changes_nothing(tmp_path / "a.tar", "abîmée")


@pytest.mark.slow
def test_a_refusal_of_postgresql_changes_nothing(archive, site, monkeypatch):
    """The dump fails half-way: the old database is still there, and so are the old files."""
    (Path(settings.MEDIA_ROOT) / site.file.name).unlink()
    monkeypatch.setattr(restoring, "AFTER", b"\nSELECT 1/0;\nCOMMIT;\n")
    changes_nothing(archive, "PostgreSQL a refusé la sauvegarde")
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.pdf")), "what was added is taken back"


@pytest.mark.slow
def test_a_dump_read_half_way_is_not_committed(archive, monkeypatch):
    monkeypatch.setattr(restoring, "PLAIN", (*restoring.PLAIN, "--option-inconnue"))
    changes_nothing(archive, "PostgreSQL a refusé la sauvegarde")


def test_a_site_at_work_is_not_pulled_from_under(archive, monkeypatch):
    monkeypatch.setattr(restoring, "BEFORE", restoring.BEFORE.replace(b"20s", b"300ms"))
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN; SELECT count(*) FROM moderation_contribution")
            changes_nothing(archive, "Le site se sert de la base")
    finally:
        other.close()


@pytest.mark.slow
def test_data_of_a_newer_site_are_refused(archive, monkeypatch):
    monkeypatch.setattr(saving, "applied", lambda: {("practices", "0999_plus_tard")})
    newer = save(archive.parent / "plus-tard")
    changes_nothing(newer, "version plus récente du site .practices.0999_plus_tard")


@pytest.mark.slow
def test_nothing_is_overwritten_nor_left_behind(site, tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "archive_name", lambda: "toujours-le-meme")
    made = save(tmp_path / "s")
    with pytest.raises(CommandError, match="existe déjà"):
        call_command("sauvegarder", made.parent)
    monkeypatch.setattr(saving, "archive_name", lambda: "un-autre")
    monkeypatch.setattr(saving, "shared_snapshot", lambda: "inconnu")
    with pytest.raises(CommandError, match="n’a pas pu être sauvegardée"):
        call_command("sauvegarder", made.parent)
    assert list(made.parent.iterdir()) == [made]


@pytest.mark.slow
def test_a_lost_file_does_not_stop_a_backup(site, tmp_path, capsys, request):
    (Path(settings.MEDIA_ROOT) / site.file.name).unlink()
    archive = save(tmp_path / "s")
    request.getfixturevalue("elsewhere")
    restore(archive)
    assert "1 fichier manquait déjà" in capsys.readouterr().err


def test_programs_fit_the_server(db, monkeypatch, tmp_path):
    program = programs.find("pg_dump")
    assert programs.version_of(program) >= programs.server_version()
    monkeypatch.setattr(programs, "server_version", lambda: 99)
    with pytest.raises(programs.BackupError, match="postgresql-client-99"):
        programs.find("pg_dump")


def test_the_password_stays_off_the_command_line(db, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "tres-secret")
    command, environment = programs.on_our_database(Path("psql"))
    assert "tres-secret" not in " ".join(command)
    assert environment["PGPASSWORD"] == "tres-secret"
