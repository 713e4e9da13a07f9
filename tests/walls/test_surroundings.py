"""Python itself: too old, without its libraries, or on a disk without room."""

import ast
import resource
import shutil
import subprocess

import pytest

from aict import settings
from aict.boot import __main__ as entrance
from aict.boot import suites, surroundings
from aict.boot.telling import ProblemError, step
from tests.laws.sources import BASE


def test_an_old_python_can_read_the_refusal(capsys, monkeypatch):
    ast.parse((BASE / "aict/boot/__main__.py").read_text(), feature_version=(3, 4))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert entrance.main(["run"], version=(3, 9)) == 1
    assert "Python 3.9 est trop ancien : il faut Python 3.11" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    called = []
    monkeypatch.setattr(
        shutil, "which", lambda name: "/opt/python3.12" if name.endswith("12") else None
    )
    monkeypatch.setattr("os.execv", lambda path, order: called.append(order))
    entrance.main(["nothing"], version=(3, 9))
    assert called == [["/opt/python3.12", "-m", "aict.boot", "nothing"]]


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A project without environment, whose lock is empty."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(surroundings, "BASE", tmp_path)
    monkeypatch.setattr(surroundings, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(surroundings, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path


def test_the_environment_is_made_once_and_again_when_broken(bare, monkeypatch):
    made = []

    def create():
        made.append(1)
        (bare / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        (bare / ".venv" / "bin" / "python").symlink_to(BASE / ".venv" / "bin" / "python")

    monkeypatch.setattr(surroundings, "create", create)
    monkeypatch.setattr(surroundings, "works", lambda: surroundings.PYTHON.exists())
    surroundings.make_ready()
    surroundings.make_ready()
    assert len(made) == 1
    (bare / "requirements.txt").write_text("# a newer lock\n")
    assert not surroundings.is_ready("site")
    surroundings.make_ready()
    assert surroundings.is_ready("site")
    assert len(made) == 1
    surroundings.PYTHON.unlink()
    surroundings.make_ready()
    assert len(made) == 2


def test_a_failed_installation_is_said_and_tried_again(bare, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (bare / "requirements.txt").write_text("django==5.2 --hash=sha256:" + "0" * 64 + "\n")
    monkeypatch.setattr(surroundings, "create", lambda: None)
    monkeypatch.setattr(surroundings, "PYTHON", BASE / ".venv" / "bin" / "python")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    (bare / ".venv").mkdir()
    with pytest.raises(ProblemError, match="L’installation des bibliothèques a échoué"):
        surroundings.make_ready()
    assert not surroundings.is_ready("site")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Error: [Errno 28] No space left on device", "Le disque est plein"),
        ("The virtual environment was not created: ensurepip is not available", "python3-venv"),
        ("something else", "n’a pas pu être créé .something else"),
    ],
)
def test_an_environment_that_cannot_be_made_is_said(bare, monkeypatch, said, sentence):
    done = subprocess.CompletedProcess([], 1, stdout=said, stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *order, **options: done)
    with pytest.raises(ProblemError, match=sentence):
        surroundings.create()


def test_a_disk_without_room_is_said_before_anything_is_written(bare, monkeypatch):
    monkeypatch.setattr(
        shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(1, 1, 5_000_000)
    )
    with pytest.raises(ProblemError, match=r"il reste 5 Mo .* il en faut 600"):
        surroundings.make_ready()
    assert not (bare / ".venv").exists()


def test_progress_shows_life_after_two_seconds(monkeypatch, capsys):
    monkeypatch.setattr("aict.boot.telling.PATIENCE", 0.01)
    with step("Longue affaire") as told:
        told.progress("3/4")
        while "3/4 0 s" not in (capsys.readouterr().out + ""):
            pass
    assert "Longue affaire… 3/4 fait en 0," in capsys.readouterr().out


def test_the_closing_line_sums_every_suite(tmp_path):
    for number, skipped in ((1, 0), (2, 3)):
        (tmp_path / f"{number}.xml").write_text(
            f'<testsuites><testsuite tests="10" failures="{number}" errors="1" skipped="{skipped}"/></testsuites>'
        )
    reports = [tmp_path / "1.xml", tmp_path / "2.xml", tmp_path / "absent.xml"]
    assert suites.closing_line(reports) == "12 passed, 5 failed, 3 skipped"


@pytest.fixture
def no_chromium(monkeypatch):
    """A machine without Chromium; `called` keeps the orders given to apt-get, which answers `code`."""
    called = []

    def prepare(*, root, code=0, apt=True):
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(suites.os, "geteuid", lambda: 0 if root else 1000)
        found = {"apt-get": "/usr/bin/apt-get"} if apt else {}
        monkeypatch.setattr(suites.shutil, "which", found.get)

        def run(order, **options):
            called.append(order[1])
            return subprocess.CompletedProcess(order, code, stdout="", stderr="E: no network\n")

        monkeypatch.setattr(suites.subprocess, "run", run)
        return called

    return prepare


def test_chromium_is_installed_when_root(no_chromium):
    called = no_chromium(root=True)
    suites.chromium()
    assert called == ["update", "install"]


@pytest.mark.parametrize("machine", [{"root": False}, {"root": True, "apt": False}])
def test_without_chromium_the_reason_is_said(no_chromium, machine, capsys):
    assert no_chromium(**machine) == []
    suites.chromium()
    assert "seront sautés" in capsys.readouterr().out


def test_a_failed_installation_of_chromium_stops_integration_only(no_chromium, monkeypatch, capsys):
    no_chromium(root=True, code=100)
    monkeypatch.delenv("CI", raising=False)
    suites.chromium()
    assert "E: no network" in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    with pytest.raises(ProblemError, match="ne peuvent pas être sautés"):
        suites.chromium()


def test_a_key_that_could_not_be_written_whole_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path)
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, most))
    try:
        with pytest.raises(OSError):
            settings.development_secret()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
    assert not list(tmp_path.iterdir())


def test_an_empty_key_is_drawn_again_then_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path)
    (tmp_path / "secret-key").touch()
    drawn = settings.development_secret()
    assert len(drawn) > 50
    assert settings.development_secret() == drawn
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
