"""The embedded server's life: lease, start, adoption, restart after a crash, stop."""

import atexit
import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from aict.embedded_pg import place
from aict.embedded_pg.place import EmbeddedPostgresError

PATIENCE = 60
_mutex = threading.RLock()
_leases: dict[Path, tuple[int, int]] = {}


class Server:
    """The PostgreSQL server whose files live below `root`. Making one touches nothing on disk."""

    def __init__(self, root: Path | str):
        self.root = Path(os.path.abspath(root))
        self.account = place.chosen_account()
        self.home = place.home_of(self.root, self.account)
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        self.socket_dir = place.socket_dir_of(self.home)

    def ensure(self) -> None:
        """Return once the server answers, started if need be; this process then keeps it alive."""
        with _mutex:
            try:
                self._take_lease()
                if not self._answers():
                    with self._start_lock():
                        self._start()
            except OSError as error:
                raise EmbeddedPostgresError(self._sentence(str(error))) from error

    def stop(self, *, only_if_unused: bool = False) -> bool:
        """Stop the server; False when none runs or, on demand, when a live process still holds a lease."""
        if not self.data.exists():
            return False
        with contextlib.ExitStack() as held:
            if only_if_unused:
                lease = os.open(self.home / "lease", os.O_RDWR | os.O_CREAT, 0o644)
                held.callback(os.close, lease)
                try:
                    fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
            else:
                held.enter_context(self._start_lock())
            pid, _ = self.postmaster()
            if pid:
                self._end(pid)
            return bool(pid)

    def postmaster(self) -> tuple[int, str]:
        """(process, state) of the server that holds the data: starting, ready, stopping; (0, "") without one."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            pid = int(lines[0])
        except (FileNotFoundError, NotADirectoryError, IndexError, ValueError):
            return 0, ""
        if not _runs_on(pid, self.data):
            return 0, ""
        return pid, lines[7].strip() if len(lines) > 7 else "starting"

    def _answers(self) -> bool:
        return (
            self.postmaster()[1] == "ready"
            and (self.socket_dir / f".s.PGSQL.{place.PORT}").exists()
        )

    def _take_lease(self) -> None:
        owner, inherited = _leases.get(self.home, (0, -1))
        if owner == os.getpid():
            return
        place.make_folder(self.home)
        lease = os.open(self.home / "lease", os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(lease, fcntl.LOCK_SH)
        _leases[self.home] = (os.getpid(), lease)
        if inherited >= 0:
            os.close(inherited)
        atexit.register(self._leave)

    def _leave(self) -> None:
        owner, lease = _leases.get(self.home, (0, -1))
        if owner == os.getpid():
            del _leases[self.home]
            os.close(lease)
            with contextlib.suppress(OSError, EmbeddedPostgresError):
                self.stop(only_if_unused=True)

    @contextlib.contextmanager
    def _start_lock(self) -> Iterator[None]:
        descriptor = os.open(self.home / "start.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _start(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            pid, state = self.postmaster()
            if not pid:
                self._launch(deadline)
            elif state == "ready":  # its socket was swept away from /tmp
                self._end(pid)
            elif time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"PostgreSQL embarqué ne répond pas (journal : {self.log})."
                )
            else:
                time.sleep(0.02)

    def _launch(self, deadline: float) -> None:
        """One attempt: returns when the server is ready, or when it must be tried again."""
        bin_dir = place.binaries(self.home, self.account)
        if self.log.exists() and self.log.stat().st_size > 5_000_000:
            self.log.replace(self.log.with_suffix(".log.1"))
        if not (self.data / "PG_VERSION").exists():
            self._create(bin_dir)
        self._check_data(bin_dir)
        place.make_private_folder(self.socket_dir, self._owner())
        # Nobody alive holds it, yet a dead server that its parent never reaped would pass for one.
        for trace in [self.data / "postmaster.pid", *self.socket_dir.glob(".s.PGSQL.*")]:
            trace.unlink(missing_ok=True)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.socket_dir,
            "unix_socket_permissions": "0700",
            "logging_collector": "off",
            "log_timezone": "UTC",
        }
        command: list[str | Path] = [bin_dir / "postgres", "-D", self.data, "-p", str(place.PORT)]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            process = subprocess.Popen(command, **self._as_owner(log), start_new_session=True)
        while process.poll() is None:
            if self._answers():
                process.returncode = (
                    0  # it outlives us on purpose: no warning when this object goes
                )
                return
            if time.monotonic() > deadline:
                process.kill()
                process.wait()
            time.sleep(0.01)
        said = self.log.read_bytes()[before:].decode(errors="replace")
        # Children of a killed server need a moment to notice and let go of its shared memory.
        if "is still in use" not in said or time.monotonic() > deadline:
            raise EmbeddedPostgresError(self._sentence(said))
        time.sleep(0.1)

    def _create(self, bin_dir: Path) -> None:
        """A new cluster with its database, prepared aside so that a half-made one is never taken for whole."""
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        place.make_private_folder(fresh, self.account)
        options: list[str | Path] = [
            bin_dir / "initdb",
            "-D",
            fresh,
            "-U",
            "aict",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
        ]
        if (
            sys.platform == "linux"
        ):  # one order to the disk instead of one for each of a thousand files
            options.append("--sync-method=syncfs")
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            as_owner = self._as_owner(log, cwd=fresh)
            failed = subprocess.run(options, **as_owner).returncode
            if not failed:
                del as_owner["stdin"]
                single: list[str | Path] = [
                    bin_dir / "postgres",
                    "--single",
                    "-D",
                    fresh,
                    "template1",
                ]
                order = b"CREATE DATABASE aict;\n"
                failed = subprocess.run(single, input=order, **as_owner).returncode
        if failed:
            raise EmbeddedPostgresError(
                self._sentence(self.log.read_bytes()[before:].decode(errors="replace"))
            )
        fresh.rename(self.data)

    def _check_data(self, bin_dir: Path) -> None:
        try:
            held = (self.data / "PG_VERSION").read_text().strip()
        except PermissionError:
            raise EmbeddedPostgresError(
                f"Les données de {self.data} appartiennent à un autre compte : reprenez ce compte ou lancez « make clean »."
            ) from None
        major = subprocess.run(
            [bin_dir / "postgres", "-V"], capture_output=True, text=True
        ).stdout.split()[-1]
        if held != major.split(".")[0]:
            raise EmbeddedPostgresError(
                f"Les données de {self.data} viennent de PostgreSQL {held} et le serveur est en {major} : "
                "sauvegardez-les avec l’ancienne version, ou lancez « make clean » pour repartir de zéro."
            )

    def _owner(self) -> tuple[int, int] | None:
        """The account to run under: as root, whoever the data already belongs to."""
        if self.account and self.data.exists() and (status := self.data.stat()).st_uid != 0:
            return status.st_uid, status.st_gid
        return self.account

    def _as_owner(self, log, cwd: Path | None = None) -> dict:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))
        }
        options = {
            "cwd": cwd or self.data,
            "env": environment | {"LC_ALL": "C", "HOME": str(self.home)},
            "stdin": subprocess.DEVNULL,
            "stdout": log,
            "stderr": log,
        }
        if owner := self._owner():
            options |= {"user": owner[0], "group": owner[1], "extra_groups": []}
        return options

    def _end(self, pid: int) -> None:
        for order, patience in (
            (signal.SIGINT, PATIENCE),
            (signal.SIGQUIT, 5),
            (signal.SIGKILL, 5),
        ):
            deadline = time.monotonic() + patience
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, order)
            while time.monotonic() < deadline:
                if not _runs_on(pid, self.data):
                    return
                time.sleep(0.01)

    def _sentence(self, said: str) -> str:
        if "No space left on device" in said:
            return f"Le disque est plein : PostgreSQL ne peut pas écrire dans {self.home}."
        last = next(
            (line for line in reversed(said.splitlines()) if "FATAL" in line or "rror" in line), ""
        )
        return f"PostgreSQL embarqué n’a pas démarré ({last.strip() or 'sans un mot'} ; journal : {self.log})."


def _runs_on(pid: int, data: Path) -> bool:
    """Whether `pid` is a live server of `data`: not a zombie, not another program that took the number."""
    if sys.platform != "linux":
        ps = ["ps", "-ww", "-o", "stat=,command=", "-p", str(pid)]
        state, _, command = (
            subprocess.run(ps, capture_output=True, text=True).stdout.strip().partition(" ")
        )
        return not state.startswith("Z") and f"-D {data}" in command
    try:
        with (
            open(f"/proc/{pid}/stat") as status,
            open(f"/proc/{pid}/cmdline", "rb") as command_line,
        ):
            zombie = status.read().rpartition(")")[2].split()[0] in "ZX"
            return not zombie and os.fsencode(data) in command_line.read().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
