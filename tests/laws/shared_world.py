"""A world made once for a module: each test starts from the same rows and leaves none of its own."""

from contextlib import contextmanager
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.laws import access_world
from tests.laws.access_table import ROLES
from tests.laws.all_access import FACTORIES

BACKEND = "django.contrib.auth.backends.ModelBackend"


@contextmanager
def lasting(blocker):
    """Rows made inside stay for the tests that follow, whose own transactions are savepoints of this
    one; at the end nothing is left."""
    with blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True
        with around:
            yield
            transaction.set_rollback(True)


def fixtures(make=access_world.make_world) -> tuple:
    """(fixture of the module, fixture `world` of each test)."""

    @pytest.fixture(scope="module")
    def lasting_world(django_db_setup, django_db_blocker):
        with lasting(django_db_blocker):
            yield make()

    @pytest.fixture
    def world(lasting_world, db):
        return deepcopy(lasting_world)

    return lasting_world, world


@pytest.fixture(scope="module")
def arguments(request, lasting_world, django_db_blocker):
    """Of an address, made by the factory that the parameter names: once for the tests that follow
    one another with the same factory. Then its rows are gone."""
    with lasting(django_db_blocker):
        yield FACTORIES[request.param](deepcopy(lasting_world)) if request.param else {}


def by_factory(factories: dict[str, str]) -> list:
    """Parameters (factory for `arguments`, name) of each {name: factory}, those of a factory together."""
    names = sorted(factories, key=lambda name: factories[name])
    return [pytest.param(factories[name], name, id=name) for name in names]


@pytest.fixture(scope="module")
def cookies(lasting_world):
    """Role → what the browser of whoever signed in with it holds; for `browser`. Sessions travel in
    these cookies: one table fewer to read for each of some ten thousand requests."""
    with override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies"):
        clients = {role: Client() for role in ROLES}
        for role, client in clients.items():
            if person := lasting_world.person(role):
                client.force_login(person, BACKEND)
        yield {role: client.cookies for role, client in clients.items()}


def browser(cookies: dict, role: str, **options) -> Client:
    """A new browser of whoever signed in with that role; `options` are those of Client."""
    client = Client(**options)
    client.cookies = deepcopy(cookies[role])
    return client
