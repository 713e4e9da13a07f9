"""Fixtures for every test. The strictness itself is in tests/strict/."""

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache

from tests.strict import database

pytest_plugins = ["tests.browser"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_test_environment, django_db_blocker, django_db_modify_db_settings_parallel_suffix
):
    if not django_settings.DATABASE_URL:
        with django_db_blocker.unblock():
            database.use_template()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    if not django_settings.DATABASE_URL:
        with django_db_blocker.unblock():
            database.remember_template()
            database.empty_by_deleting()


@pytest.fixture(autouse=True)
def _fresh_surroundings(settings, tmp_path_factory):
    """Each test starts with an empty cache and writes its files away from the real ones."""
    cache.clear()
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "medias"
    settings.LOCAL_MAIL_ROOT = tmp_path_factory.getbasetemp() / "courrier"
