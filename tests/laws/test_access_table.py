"""Every address × every role. An address without a row in access_table.py fails."""

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from tests.laws.access_table import ROLES
from tests.laws.all_access import ROWS
from tests.laws.shared_world import arguments, browser, by_factory, cookies, fixtures
from tests.laws.sources import CODE

lasting_world, world = fixtures()
__all__ = ["arguments", "cookies"]


class RollbackError(Exception):
    """What one role did must not be seen by the next."""


def addresses(resolver=None, namespace=""):
    """(name, pattern) of every address of the site."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield (f"{namespace}{entry.name}" if entry.name else ""), entry
        else:
            yield from addresses(
                entry, namespace + (f"{entry.namespace}:" if entry.namespace else "")
            )


def row_of(name: str) -> str | None:
    """The row's key for that address: its own name, or its namespace's star."""
    named = {key.split()[-1] for key in ROWS}
    return next((key for key in (name, f"{name.split(':')[0]}:*") if key in named), None)


def test_every_address_has_a_row():
    names = {name for name, _ in addresses() if name}
    assert sorted(name for name in names if not row_of(name)) == []


def test_every_row_has_an_address():
    names = {name for name, _ in addresses() if name}
    stars = {f"{name.split(':')[0]}:*" for name in names}
    assert sorted(key for key in ROWS if key.split()[-1] not in names | stars) == []


def test_our_addresses_have_names():
    ours = [pattern for name, pattern in addresses() if not name]
    found = [p.lookup_str for p in ours if p.lookup_str.split(".")[0] in CODE]
    assert found == []


def answers(key: str, arguments: dict, cookies: dict) -> dict[str, int]:
    """Role → status of that row's request."""
    method, _, name = key.rpartition(" ")
    address = reverse("admin:index" if name == "admin:*" else name, kwargs=arguments)
    found = {}
    for role in ROLES:
        client = browser(cookies, role)
        try:
            with transaction.atomic():
                response = client.generic(method or "GET", address)
                response.getvalue()  # read to its end: what it streams is closed
                found[role] = response.status_code
                raise RollbackError
        except RollbackError:
            pass
    return found


@pytest.mark.parametrize(
    ("arguments", "key"),
    by_factory({key: factory for key, (factory, _) in ROWS.items()}),
    indirect=["arguments"],
)
def test_access(world, cookies, arguments, key):
    statuses = [int(status) for status in ROWS[key][1].split()]
    assert len(statuses) in {1, len(ROLES)}, "one status, or one for each role"
    expected = dict(
        zip(ROLES, statuses * len(ROLES) if len(statuses) == 1 else statuses, strict=True)
    )
    assert answers(key, arguments, cookies) == expected
