"""Fixtures for every test. The strictness itself is in tests/strict/."""

import gc

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import override_settings

from aict.ui import kept
from tests.strict import database, order

pytest_plugins = ["tests.accessibility", "tests.browser"]
order.reverse()
# Two processes share the files: a long one that comes last would leave the other with nothing to do.
LONGEST = """
walls/test_make_run laws/test_access_table trouble/test_odd_addresses trouble/test_odd_posts
walls/test_backup walls/test_embedded_pg trouble/test_untold moderation/test_every_transition
journeys/test_trouble journeys/test_survey_life journeys/test_sheet journeys/test_practice journeys/test_survey_answer
pages/test_browser journeys/test_introduction journeys/test_dossier territories/test_combobox people/test_arriving
journeys/test_reading_page practices/test_list_browser journeys/test_several_hands people/test_passkeys
""".split()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    ranks = {f"tests/{name}.py": rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.nodeid.partition("::")[0], len(LONGEST)))


def pytest_collection_finish():
    """What is imported by now lasts: going through it again at each collection of garbage costs 3 %."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory):
    """Tests write their files away from the real ones."""
    here = tmp_path_factory.getbasetemp()
    with override_settings(MEDIA_ROOT=here / "medias", LOCAL_MAIL_ROOT=here / "courrier"):
        yield


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Each test starts with empty caches."""
    cache.clear()
    kept.forget()
