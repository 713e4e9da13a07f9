import pytest

from tests.surveys import making


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def survey(db):
    return making.survey(state="open")
