"""Comparing any two versions and restoring one, for a kind that moderation does not know."""

import pytest
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.models import State
from tests.people import factories as people
from tests.sheets import workflow as sheets

pytestmark = pytest.mark.django_db


def test_versions_of_a_fiche_are_compared_and_restored(client):
    coordinator = people.coordinator()
    contribution = sheets.published().contribution
    drafts.save(contribution, {"definition": "Autrement."}, 1, coordinator)
    client.force_login(coordinator, "django.contrib.auth.backends.ModelBackend")
    versions = reverse("moderation:versions", args=[contribution.token])
    page = client.get(versions, {"ancienne": "1", "nouvelle": "brouillon"}).text
    assert "Autrement" in page
    assert "<del>" in page
    answer = client.post(reverse("moderation:restore", args=[contribution.token, 1]))
    assert answer.status_code == 302
    contribution.refresh_from_db()
    text = drafts.text_in_hand(contribution)
    assert (contribution.state, text.number) == (State.DRAFT, None)
    assert text.data == contribution.revisions.get(number=1).data
    assert contribution.revisions.get(number=2).data["definition"] == "Autrement."
    for old, new in [("2", "brouillon"), ("1", "2"), ("2", "1")]:
        assert client.get(versions, {"ancienne": old, "nouvelle": new}).status_code == 200
