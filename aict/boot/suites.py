"""`make test` and `make verify`: their own set-up, then pytest."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from aict.boot.surroundings import BASE, ENVIRONMENT, PYTHON, make_ready
from aict.boot.telling import ProblemError, step

REPORTS = BASE / "var" / "reports"


def test(arguments: list[str]) -> int:
    """Everything but the long suites. Browser tests run apart: Playwright's loop forbids other loops."""
    make_ready(tests=True)
    chromium()
    # Files in the order of tests/conftest.py, which begins with the longest.
    both = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return run(
        [
            ("rapides", ["-m", "not browser and not slow", *both]),
            ("navigateur", ["-m", "browser and not slow", *both]),
        ],
        arguments,
    )


def verify(arguments: list[str]) -> int:
    """The long suites."""
    make_ready(tests=True)
    chromium()
    return run(
        [
            ("longs", ["-m", "slow and not browser"]),
            ("longs-navigateur", ["-m", "slow and browser"]),
        ],
        arguments,
    )


def run(suites: list[tuple[str, list[str]]], arguments: list[str]) -> int:
    """Run every suite even when one fails, then close with the sum of all."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    codes, reports = [], []
    for name, options in suites:
        report = REPORTS / f"{name}.xml"
        report.unlink(missing_ok=True)
        folders = [f"--junitxml={report}", f"--basetemp={BASE / 'var' / 'pytest'}"]
        order = [str(PYTHON), "-m", "pytest", "-q", *folders, *options, *arguments]
        done = subprocess.run(order, cwd=BASE, env=ENVIRONMENT, stdin=subprocess.DEVNULL)
        codes.append(done.returncode)
        reports.append(report)
    print(closing_line(reports), flush=True)
    # pytest answers 5 when a suite holds no test yet.
    return max((code for code in codes if code != 5), default=0)


def closing_line(reports: list[Path]) -> str:
    counts = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for report in reports:
        if report.exists():
            for suite in ElementTree.parse(report).getroot().iter("testsuite"):
                for name in counts:
                    counts[name] += int(suite.get(name, 0))
    failed = counts["failures"] + counts["errors"]
    passed = counts["tests"] - failed - counts["skipped"]
    return f"{passed} passed, {failed} failed, {counts['skipped']} skipped"


def chromium() -> None:
    """Install Debian's Chromium when that is possible and needed."""
    if os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser"):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(
            "Chromium est absent : les essais dans un navigateur seront sautés (apt-get install chromium)."
        )
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "chromium",
        "fonts-dejavu-core",
    ]
    with step("Chromium (paquet Debian)"):
        for order in (["apt-get", "update", "-qq"], install):
            done = subprocess.run(
                order, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True
            )
            if done.returncode:
                break
    if done.returncode:
        problem = f"Chromium n’a pas pu être installé ({(done.stderr.splitlines() or ['?'])[-1]})"
        if os.environ.get("CI"):
            raise ProblemError(
                f"{problem} : les essais dans un navigateur ne peuvent pas être sautés ici."
            )
        print(f"{problem} : les essais dans un navigateur seront sautés.")
