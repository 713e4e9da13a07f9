"""A copy of the working tree with its own var/, to run `make` in it as a newcomer would."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import threading
import time
from pathlib import Path

from tests.laws.sources import BASE

# What the surrounding test run sets must not reach the copy.
OURS = (
    "DJANGO_",
    "PYTEST_",
    "DEBUG",
    "SECRET_KEY",
    "DATABASE_URL",
    "HOST",
    "PORT",
    "SITE_URL",
    "MAKE",
)


def copy_tree(target: Path, *, environment: bool = True) -> Path:
    """The repository's files as they are now, with a link to the present virtual environment or none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (BASE / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(BASE / name, target / name)
    if environment:
        (target / ".venv").symlink_to((BASE / ".venv").resolve())
    return target


def opened(folder: Path) -> Path:
    """`folder`, once others may walk down to it: pytest's own are private."""
    for each in [folder, *folder.parents]:
        mode = each.stat().st_mode
        if each.stat().st_uid == os.geteuid() and not mode & stat.S_IXOTH:
            each.chmod(mode | 0o111)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Run:
    """An order given in a copy, in its own session as a terminal would."""

    def __init__(self, folder: Path, *order: str, **environment: str):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.process = subprocess.Popen(
            order,
            cwd=folder,
            env=kept | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    def wait_for(self, text: str, patience: float = 90) -> None:
        deadline = time.monotonic() + patience
        while text not in self.said:
            ended = self.process.poll() is not None
            assert not ended, f"it ended without « {text} »:\n{self.said}"
            assert time.monotonic() < deadline, f"no « {text} » in {patience} s:\n{self.said}"
            time.sleep(0.05)

    def control_c(self) -> int:
        """What the terminal does: the signal goes to every process of the foreground group."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.end()

    def end(self, patience: float = 60) -> int:
        code = self.process.wait(patience)
        self.reader.join(5)
        assert self.process.stdout
        self.process.stdout.close()
        return code


def processes_of(folder: Path) -> list[str]:
    """Command lines of the live processes that work in `folder` or name it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            where = os.readlink(entry / "cwd")
        except OSError:
            continue
        if command and (str(folder) in command or where.startswith(str(folder))):
            found.append(command)
    return found
