"""The fiches the platform comes with: every file holds to the forms, nothing is written over."""

import pytest
from django.core.management import call_command

from aict.moderation import drafts
from aict.taxonomies.loader import load as load_taxonomies
from practices.sheets import loading
from practices.sheets.models import Sheet
from tests.people import factories as people
from tests.practices.factories import practice
from tests.sheets import workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_file(tmp_path, monkeypatch):
    """A folder that holds one fiche, with an example that is not on line yet."""
    import json

    item = workflow.answers() | {"key": "une", "review_in_days": 90}
    item.pop("review_on")
    item["examples"] = [{"practice": "une-semaine", "note": "Une leçon"}]
    (tmp_path / "une.json").write_text(json.dumps(item))
    monkeypatch.setattr(loading, "FOLDER", tmp_path)


def test_every_file_is_put_on_line():
    load_taxonomies()
    call_command("load_sheets", verbosity=0)
    assert Sheet.objects.published().count() == len(loading.items())
    assert loading.load_reference() == 0


def test_examples_join_when_they_come_on_line(one_file):
    assert loading.load_reference() == 1
    sheet = Sheet.objects.get()
    assert not sheet.examples.exists()
    assert sheet.contribution.verified_on is None
    made = practice(slug="une-semaine")
    assert list(loading.load()) == []
    assert sheet.examples.get().practice == made


def test_what_somebody_edits_is_left_alone(one_file):
    loading.load_reference()
    contribution = Sheet.objects.get().contribution
    drafts.save(contribution, {"teaser": "À nous."}, 1, people.coordinator())
    practice(slug="une-semaine")
    loading.load_reference()
    assert not Sheet.objects.get().examples.exists()
