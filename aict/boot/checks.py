"""`make check`: what can be said of the code without running the site."""

import secrets
import subprocess

from aict.boot.surroundings import BASE, ENVIRONMENT, PYTHON, make_ready
from aict.boot.telling import ProblemError, step

PRODUCTION = {
    "DEBUG": "False",
    "DATABASE_URL": "postgres://aict@127.0.0.1:1/aict",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "aict-eco.example",
    "DATABASE_POOL": "False",
}
CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("Style", ["-m", "ruff", "check", "--quiet"], {}),
    ("Mise en forme", ["-m", "ruff", "format", "--check", "--quiet"], {}),
    ("Gabarits", ["-m", "djlint", "templates", "--lint", "--quiet"], {}),
    (
        "Lois",
        ["-m", "pytest", "tests/laws", "-q", "-p", "no:cacheprovider", "-k", "not access"],
        {},
    ),
    ("Migrations", ["manage.py", "makemigrations", "--check", "--dry-run"], {"DEBUG": "True"}),
    (
        "Production",
        ["manage.py", "check", "--deploy", "--tag", "security", "--fail-level", "WARNING"],
        PRODUCTION,
    ),
    ("Types", ["-m", "mypy", "aict", "partnerships", "practices", "surveys"], {}),
]


def check(arguments: list[str]) -> int:
    """Run every check; what a failed one said is shown."""
    make_ready(tests=True)
    failed = []
    for label, order, environment in CHECKS:
        with step(label) as told:
            done = subprocess.run(
                [PYTHON, *order],
                cwd=BASE,
                env={**ENVIRONMENT, **environment},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            told.progress("" if done.returncode == 0 else "ÉCHEC,")
        if done.returncode:
            failed.append(label)
            print(done.stdout + done.stderr)
    if failed:
        raise ProblemError(f"Contrôles en échec : {', '.join(failed)}.")
    return 0
