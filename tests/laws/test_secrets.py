"""Nothing in the repository tells a secret, a machine's path or a registry's host."""

import re
import subprocess

import pytest

from tests.laws.sources import BASE

RULES = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
    "a cloud key": r"\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bsk-[A-Za-z0-9]{32,}\b",
    "a password in an address": r"\b(?:postgres(?:ql)?|https?|smtps?)://[\w.-]+:(?!password|motdepasse|secret)[^@\s\"'<>{}$]{3,}@",
    "a machine's path": r"(?<![\w.])/(?:work|root|home/[a-z]+)/[\w.-]+",
    "a registry's host": r"files\.pythonhosted\.org|\bregistry\.npmjs\.org|deb\.debian\.org",
}
BINARY = {
    ".png",
    ".jpg",
    ".webp",
    ".avif",
    ".woff2",
    ".gz",
    ".xz",
    ".br",
    ".zip",
    ".ico",
    ".pdf",
    ".mo",
    ".xlsx",
}


def repository_files():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [BASE / name for name in listed.split("\0") if name]


def told(text: str) -> list[str]:
    return [name for name, rule in RULES.items() if re.search(rule, text)]


def test_nothing_is_told():
    found = {}
    for file in repository_files():
        if file.suffix in BINARY or not file.is_file() or file.name == "test_secrets.py":
            continue
        if names := told(file.read_text(errors="replace")):
            found[str(file.relative_to(BASE))] = names
    assert found == {}


def test_the_lock_names_no_host_and_hashes_everything():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (BASE / name).read_text()
        assert not re.search(r"https?:|index-url|find-links|file:", text), name
        for line in re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==.*$", text, re.MULTILINE):
            assert line.endswith("\\"), f"{name}: {line} has no hash"


def test_what_is_made_here_stays_here():
    kept = {".venv", "var", "staticfiles", "node_modules"}
    assert not kept & {file.relative_to(BASE).parts[0] for file in repository_files()}


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN PRIVATE KEY-----",
        "DATABASE_URL=postgres://aict:hunter22@db.example/aict",
        "open('/root/secrets')",
    ],
)
def test_the_law_sees(text):
    assert told(text)
