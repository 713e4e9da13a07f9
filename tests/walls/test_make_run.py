"""`make run` as a newcomer sees it: it serves, it stops everything, and says what is wrong in one sentence."""

import os
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection

import pytest

from aict.embedded_pg import Server
from tests.walls.clone import Run, copy_tree, free_port, opened, processes_of

NOT_LINUX = not os.path.isdir("/proc/self")
pytestmark = pytest.mark.skipif(NOT_LINUX, reason="processes are read in /proc")


def status(port, path="/pratiques/"):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse().status
    connection.close()
    return answer


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy whose first start was interrupted, then went on: its data are loaded once for all."""
    folder = copy_tree(opened(tmp_path_factory.mktemp("house")) / "clone")
    interrupted = Run(folder, "make", "run", f"PORT={free_port()}")
    interrupted.wait_for("Structure de la base")
    interrupted.control_c()
    assert "Traceback" not in interrupted.said
    assert processes_of(folder) == []
    run = Run(folder, "make", "run", f"PORT={free_port()}")
    run.wait_for("Ctrl-C arrête tout", patience=300)
    run.control_c()
    assert "Traceback" not in run.said
    assert processes_of(folder) == []
    return folder


def test_it_serves_then_stops_everything(house):
    port = free_port()
    started = time.monotonic()
    run = Run(house, "make", "run", f"PORT={port}")
    run.wait_for("Ctrl-C arrête tout")
    took = time.monotonic() - started
    assert f"http://127.0.0.1:{port}" in run.said
    assert "coordination2@demo.aict-eco.example" in run.said
    assert "Structure de la base" not in run.said
    assert took < 20, "the second start takes under 5 s on a quiet machine"
    assert status(port) == 200
    assert status(port, "/enquetes/besoins-2024/resultats/") == 200
    run.wait_for("Launching a worker")
    assert any("procrastinate worker" in command for command in processes_of(house))
    os.kill(run.process.pid, signal.SIGTERM)  # the terminal's window is closed
    run.end()
    assert "Traceback" not in run.said
    assert processes_of(house) == []


def test_a_dead_database_comes_back(house):
    port = free_port()
    run = Run(house, "make", "run", f"PORT={port}")
    run.wait_for("Ctrl-C arrête tout")
    server = Server(house / "var" / "postgresql")
    pid, _ = server.postmaster()
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 60
    while status(port) != 200 or server.postmaster()[0] in {0, pid}:
        assert time.monotonic() < deadline, run.said
        time.sleep(0.2)
    run.control_c()
    assert processes_of(house) == []


def test_with_database_url_nothing_embedded_starts(house, clone):
    server = Server(house / "var" / "postgresql")
    server.ensure()
    try:
        port = free_port()
        address = f"postgres://aict@/aict?host={server.socket_dir}"
        run = Run(clone, "make", "run", f"PORT={port}", DATABASE_URL=address)
        run.wait_for("Ctrl-C arrête tout")
        assert status(port) == 200
        run.control_c()
        assert not (clone / "var" / "postgresql").exists()
        assert server.postmaster()[1] == "ready"
    finally:
        server._leave()


@pytest.mark.slow
def test_a_fresh_clone_serves(open_path):
    """Nothing but Python, make and the repository: libraries come from the package registry."""
    folder = copy_tree(open_path / "fresh", environment=False)
    port = free_port()
    run = Run(folder, "make", "run", f"PORT={port}")
    run.wait_for("Ctrl-C arrête tout", patience=600)
    assert status(port) == 200
    run.control_c()
    again = Run(folder, "make", "run", f"PORT={port}")
    again.wait_for("Ctrl-C arrête tout", patience=15)
    assert "Bibliothèques" not in again.said
    again.control_c()
    assert processes_of(folder) == []


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "huit mille"}, "PORT doit être un nombre de 1 à 65535, et non « huit mille »."),
        ({"PORT": "65536"}, "PORT doit être un nombre de 1 à 65535"),
        ({"HOST": "192.0.2.1"}, "L’adresse « 192.0.2.1 » (HOST) n’est pas à cette machine."),
        ({"HOST": "pas une adresse"}, "L’adresse « pas une adresse » (HOST) est inconnue."),
        ({"DEBUG": "False"}, "SECRET_KEY est obligatoire quand DEBUG=False."),
        ({"DEBUG": "False", "SECRET_KEY": "x"}, "DATABASE_URL est obligatoire quand DEBUG=False."),
        (
            {"DATABASE_URL": "postgres://aict:motdepasse@127.0.0.1:1/aict"},
            "La base de données ne répond pas (127.0.0.1:1, base « aict ») : vérifiez DATABASE_URL",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(clone, environment, sentence):
    run = Run(clone, "make", "run", **{"PORT": str(free_port()), **environment})
    assert run.end() != 0
    assert sentence in run.said
    assert "Traceback" not in run.said
    assert "motdepasse" not in run.said
    assert processes_of(clone) == []


def test_a_busy_port_is_said(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = Run(clone, "make", "run", f"PORT={port}")
        assert run.end() != 0
    assert f"Le port {port} est déjà pris sur 127.0.0.1" in run.said
    assert f"make run PORT={port + 1}" in run.said


@pytest.fixture
def small_disk(clone):
    """The copy's var/ on a disk of its own, too small for a database."""
    (clone / "var").mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=30m,mode=755", "tmpfs", clone / "var"],
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("cannot mount a small disk here (needs root)")
    yield clone
    subprocess.run(["umount", clone / "var"], check=True)


def test_a_full_disk_is_said(small_disk):
    run = Run(small_disk, "make", "run", f"PORT={free_port()}")
    assert run.end() != 0
    assert "Le disque est plein" in run.said
    assert "Traceback" not in run.said
    assert processes_of(small_disk) == []
