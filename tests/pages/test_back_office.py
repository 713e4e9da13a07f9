"""The back office opens for administrators and changes no state."""

import pytest
from django.contrib import admin
from django.urls import reverse

from aict.listing.models import Report
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def inside(client):
    client.force_login(people.administrator(), "django.contrib.auth.backends.ModelBackend")
    return client


def test_every_list_of_the_back_office_opens(inside):
    practice = workflow.published()
    Report.objects.create(
        contribution=practice.contribution, reason="autre", message="Une remarque."
    )
    for model in admin.site._registry:
        url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        assert inside.get(url).status_code == 200, url


def test_contributions_are_only_looked_at(inside):
    contribution = workflow.submitted()
    url = reverse("admin:moderation_contribution_change", args=[contribution.pk])
    assert inside.get(url).status_code == 200
    assert inside.post(url, {"state": "published"}).status_code == 403
    contribution.refresh_from_db()
    assert contribution.state == "submitted"


def test_a_report_is_marked_as_handled(inside):
    report = Report.objects.create(
        contribution=workflow.published().contribution, reason="autre", message="x"
    )
    url = reverse("admin:listing_report_changelist")
    inside.post(url, {"action": "mark_handled", "_selected_action": [report.pk]})
    report.refresh_from_db()
    assert report.handled_at is not None
