"""Journeys in a real Chromium: what a console, a strict policy or axe complains about fails the test.

A test that asks for `page` or `browser` is marked `browser` by itself. `axe(page)` (tests/accessibility.py) checks accessibility,
`sign_in(user)` opens a session, `troubles.expect("status of 404")` announces what the console will rightly say.
"""

import os
import re
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A busy machine is no fault: what comes is waited for longer than the library's five seconds.
expect.set_options(timeout=20_000)
ADVICE = (
    "Chromium absent : installez-le (apt-get install chromium) ou donnez son chemin dans CHROMIUM"
)


FIXTURES = {"browser", "browser_context_args"}
# A test that drives the browser, or a fixture of its file, is given one of these.
GIVEN = re.compile(r"^ *def \w+\([^)]*\b(?:page|browser)\b", re.MULTILINE)


def pytest_ignore_collect(collection_path, config):
    """`-m "browser and …"` imports the few files that may hold such tests: the six thousand others take long."""
    asked = config.getoption("markexpr", "")
    if re.fullmatch(r"(?:not )?\w+(?: and (?:not )?\w+)*", asked) and "browser" in asked.split(
        " and "
    ):
        test = collection_path.name.startswith("test_") and collection_path.suffix == ".py"
        return (test and not GIVEN.search(collection_path.read_text())) or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if not FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
            if not GIVEN.search(item.path.read_text()):
                raise pytest.UsageError(f"{item.nodeid} would be left out: name `page` in its file")
            item.add_marker("browser")
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason=ADVICE))
            # Playwright's loop runs in this thread, where Django takes it for an asynchronous view.
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture
def browser_context_args(browser_context_args):
    """Without motion: a colour half way to another is neither waited for nor judged."""
    ours = {"locale": "fr-FR", "timezone_id": "Europe/Paris", "reduced_motion": "reduce"}
    return {**browser_context_args, **ours}


class Troubles:
    """What went wrong in the browser, less what the test announced."""

    def __init__(self, host: str):
        self.host = host
        self.seen: list[str] = []
        self.expected: list[str] = []

    def expect(self, pattern: str) -> None:
        """Announce a complaint (regular expression) that is part of the journey."""
        self.expected.append(pattern)

    def watch(self, context) -> None:
        context.on("console", self.on_console)
        context.on("weberror", lambda error: self.seen.append(f"uncaught: {error.error}"))
        context.on("request", self.on_request)

    def on_console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.seen.append(f"console {message.type}: {message.text}")

    def on_request(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != self.host:
            self.seen.append(f"another host: {request.url}")

    def unexpected(self) -> list[str]:
        return [
            said for said in self.seen if not any(re.search(known, said) for known in self.expected)
        ]


@pytest.fixture
def troubles(live_server):
    return Troubles(urlsplit(live_server.url).netloc)


@pytest.fixture
def context(context, troubles):
    troubles.watch(context)
    yield context
    assert troubles.unexpected() == []


@pytest.fixture
def sign_in(context, live_server):
    """Call it with a user: the browser's next requests, or those of another context, are theirs."""

    def open_session(user, where=context):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        name = settings.SESSION_COOKIE_NAME
        where.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )

    return open_session
