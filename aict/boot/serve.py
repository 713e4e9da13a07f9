"""`make run`: the site, its worker and its database, started together and stopped together."""

import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from aict.boot.surroundings import BASE, PYTHON, VENV, check_room, make_ready
from aict.boot.telling import ProblemError, step
from aict.embedded_pg import DEFAULT_ROOT, Server

PREPARING = BASE / "var" / "preparing.lock"
PREPARE = ["-m", "aict.boot.prepare"]
SITE = ["-m", "aict.boot.web"]
WORKER = ["manage.py", "procrastinate", "worker"]


def run(arguments: list[str]) -> int:
    """Prepare everything, serve until Ctrl-C; 0 when asked to stop, 1 when the site stopped by itself."""
    started = time.monotonic()
    host, port = address()
    make_ready()
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.environ["AICT_STARTED"] = str(started)
        os.execv(PYTHON, [str(PYTHON), "-m", "aict.boot", "run", *arguments])
    started = float(os.environ.pop("AICT_STARTED", started))
    (BASE / "var").mkdir(exist_ok=True)
    check_room(BASE, 200)
    environment = surroundings_of(host, port)
    # Started behind a script, we would be told to ignore Ctrl-C.
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGHUP, interrupt)
    if not environment.get("DATABASE_URL"):
        with step("Base de données"):
            Server(DEFAULT_ROOT).ensure()
    return Household(host, port, environment).live(started)


def address() -> tuple[str, int]:
    """HOST and PORT, once sure that we can listen there."""
    host, wanted = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        raise ProblemError(f"PORT doit être un nombre de 1 à 65535, et non « {wanted} ».")
    port = int(wanted)
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except socket.gaierror:
        raise ProblemError(f"L’adresse « {host} » (HOST) est inconnue.") from None
    except PermissionError:
        raise ProblemError(
            f"Le port {port} est réservé : essayez « make run PORT=8000 »."
        ) from None
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise ProblemError(f"L’adresse « {host} » (HOST) n’est pas à cette machine.") from None
        raise ProblemError(
            f"Le port {port} est déjà pris sur {host} : arrêtez l’autre programme "
            f"ou choisissez un autre port, par exemple « make run PORT={port + 1} »."
        ) from None
    return host, port


def surroundings_of(host: str, port: int) -> dict[str, str]:
    """The environment of what we start: a demonstration unless told otherwise."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    usual = {
        "DEBUG": "True",
        "SITE_URL": f"http://{shown}:{port}",
        "DJANGO_SETTINGS_MODULE": "aict.settings",
        "PYTHONUNBUFFERED": "1",
        "PGCONNECT_TIMEOUT": "5",
    }
    return {**usual, **os.environ}


def interrupt(*_) -> None:
    raise KeyboardInterrupt


class Household:
    """The processes we started. Each has its own session: Ctrl-C reaches us alone, and we stop them in order."""

    def __init__(self, host: str, port: int, environment: dict[str, str]):
        self.host, self.port, self.environment = host, port, environment
        self.children: dict[str, subprocess.Popen] = {}

    def live(self, started: float) -> int:
        try:
            if failed := self.prepare():
                return failed
            self.wait_for_site()
            self.start("worker", WORKER)
            took = f"{time.monotonic() - started:.1f}".replace(".", ",")
            print(
                f"\n  {self.environment['SITE_URL']}  (prêt en {took} s)\n\n  Ctrl-C arrête tout.",
                flush=True,
            )
            return self.watch()
        except KeyboardInterrupt:
            return 0
        finally:
            self.stop()

    def prepare(self) -> int:
        """Make the database ready while the site loads; the site listens once the lock is free."""
        with PREPARING.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.start("site", [*SITE, f"{bracketed(self.host)}:{self.port}"])
            failed = self.start("prepare", PREPARE).wait()
        del self.children["prepare"]
        return failed

    def start(self, name: str, order: list[str]) -> subprocess.Popen:
        child = self.children[name] = subprocess.Popen(
            [PYTHON, *order], cwd=BASE, env=self.environment, start_new_session=True
        )
        return child

    def wait_for_site(self) -> None:
        with step("Site"):
            while self.children["site"].poll() is None:
                try:
                    socket.create_connection((self.host, self.port), timeout=1).close()
                    return
                except OSError:
                    time.sleep(0.05)
        raise ProblemError("Le site n’a pas démarré : son message est au-dessus.")

    def watch(self) -> int:
        """Until the site ends; a worker that ends is started again, at most once every five seconds."""
        worker_started = time.monotonic()
        while self.children["site"].poll() is None:
            if self.children["worker"].poll() is not None and time.monotonic() - worker_started > 5:
                print("Le processus des tâches s’est arrêté, il repart.", file=sys.stderr)
                worker_started = time.monotonic()
                self.start("worker", WORKER)
            time.sleep(0.2)
        print("Le site s’est arrêté de lui-même.", file=sys.stderr)
        return 1

    def stop(self) -> None:
        """Ask every process and its children to end, then insist. The database follows the last of us."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for order, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
            alive = [child for child in self.children.values() if group_lives(child.pid)]
            for child in alive:
                os.killpg(child.pid, order)
            deadline = time.monotonic() + patience
            while alive and time.monotonic() < deadline:
                alive = [child for child in alive if child.poll() is None or group_lives(child.pid)]
                time.sleep(0.02)


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
