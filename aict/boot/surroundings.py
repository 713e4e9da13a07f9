"""The virtual environment and its locked libraries, made once and again when the lock changes."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path

from aict.boot.telling import ProblemError, step

BASE = Path(__file__).resolve().parents[2]
VENV = BASE / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"site": ["requirements.txt"], "tests": ["requirements.txt", "requirements-dev.txt"]}
# Of what checks and tests start. Bytecode is kept whatever this machine says: they start the site again
# and again, and pytest rewrites thousands of assertions in each of its processes.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
# What an installation writes, in megabytes, with some room.
ROOM = {"site": 600, "tests": 1200}


def make_ready(*, tests: bool = False) -> int:
    """Return 0 once `.venv` holds exactly what the lock files say; nothing is done when it already does."""
    wanted = "tests" if tests else "site"
    if is_ready(wanted):
        return 0
    (BASE / "var").mkdir(exist_ok=True)
    with (BASE / "var" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(wanted):
            check_room(BASE, ROOM[wanted])
            if not works():
                create()
            install(wanted)
            for done in ("site", wanted):
                mark(done).write_text(fingerprint(done))
    return 0


def mark(wanted: str) -> Path:
    return VENV / f"installed-{wanted}"


def fingerprint(wanted: str) -> str:
    """Changes with the lock files; what Python it was made with is seen by `works`."""
    return hashlib.sha256(
        b"".join((BASE / name).read_bytes() for name in LOCKS[wanted])
    ).hexdigest()


def is_ready(wanted: str) -> bool:
    try:
        return mark(wanted).read_text() == fingerprint(wanted) and os.access(PYTHON, os.X_OK)
    except (FileNotFoundError, NotADirectoryError):
        return False


def works() -> bool:
    """Whether the environment runs, has pip, and its Python is still recent enough."""
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def check_room(folder: Path, megabytes: int) -> None:
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < megabytes:
        raise ProblemError(
            f"Le disque est plein : il reste {free} Mo sous {folder} et il en faut {megabytes} ; "
            "libérez de la place puis recommencez."
        )


def create() -> None:
    with step("Environnement Python"):
        if not VENV.is_symlink():
            shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, text=True)
    if made.returncode:
        said = made.stdout + made.stderr
        explain(said)
        if "ensurepip" in said or "No module named venv" in said:
            raise ProblemError(
                "Le module venv de Python manque : sur Debian, « apt-get install python3-venv » l’installe."
            )
        raise ProblemError(f"L’environnement Python n’a pas pu être créé ({last_line(said)}).")


def install(wanted: str) -> None:
    order: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    order.append("--disable-pip-version-check")
    for name in LOCKS[wanted]:
        order += ["-r", BASE / name]
    said: deque[str] = deque(maxlen=40)
    with (
        step("Bibliothèques") as told,
        subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip,
    ):
        met = 0
        for line in pip.stdout or []:
            said.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                met += 1
                told.progress(f"{met} reçues,")
            elif line.startswith("Installing collected"):
                told.progress(f"{met} reçues, mise en place,")
        code = pip.wait()
        told.progress("")
    if code:
        text = "".join(said)
        explain(text)
        raise ProblemError(
            "L’installation des bibliothèques a échoué : vérifiez l’accès au dépôt de paquets Python "
            f"puis recommencez ({last_line(text)})."
        )


def explain(said: str) -> None:
    if "No space left on device" in said:
        raise ProblemError("Le disque est plein : libérez de la place puis recommencez.")


def last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["sans un mot"])[-1].removeprefix("ERROR: ")
