"""The site as production serves it: gunicorn, two sync workers, and what they consume."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """`with Server(database_url) as server`: serves on server.port until the block ends."""

    def __init__(self, database_url: str, workers: int = 2):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "DEBUG": "False",
            "SECRET_KEY": "mesures-sans-secret-mais-assez-longue-pour-les-controles",
            "ALLOWED_HOSTS": "127.0.0.1",
            "DJANGO_SETTINGS_MODULE": "aict.bench.settings",
            "PYTHONWARNINGS": "ignore:No directory at",
        }
        self.order = [
            *(sys.executable, "-m", "gunicorn", "aict.wsgi", "--worker-class", "sync"),
            *("--workers", str(workers), "--bind", f"127.0.0.1:{self.port}"),
            *("--preload", "--no-control-socket", "--log-level", "warning"),
        ]

    def __enter__(self) -> "Server":
        self.master = subprocess.Popen(self.order, env=self.environment)
        try:
            self.wait_until_it_listens()
        except BaseException:  # Ctrl-C too: nothing of what was started stays behind
            self.stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def wait_until_it_listens(self) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self.master.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("gunicorn n’a pas démarré.")

    def stop(self) -> None:
        """Ask the master to end with its workers; once it is killed, they notice and end by themselves."""
        self.master.terminate()
        try:
            self.master.wait(10)
        except subprocess.TimeoutExpired:
            self.master.kill()
            self.master.wait()

    def processes(self) -> list[int]:
        children = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text()
        return [self.master.pid, *map(int, children.split())]

    def cpu(self) -> float:
        """Seconds of processor its processes have used."""
        return sum(cpu_of(pid) for pid in self.processes())

    def memory(self) -> float:
        """Megabytes it really takes (PSS: what is shared is shared out)."""
        return sum(pss_of(pid) for pid in self.processes()) / 1024


def cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def pss_of(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def cpu_of_database(name: str) -> float:
    """Seconds used by PostgreSQL's processes that serve that database and still live."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f" {name} " in (folder / "cmdline").read_text():
                total += cpu_of(int(folder.name))
        except OSError:
            continue
    return total
