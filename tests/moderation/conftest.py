"""A draft of an officer who is signed in, and a shelf of files that is empty."""

import pytest

from tests.people import factories as people
from tests.practices import workflow


@pytest.fixture
def officer(db):
    return people.officer()


@pytest.fixture
def draft(officer):
    return workflow.draft(officer)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
