"""The invitations of the demonstration come once, and look like a campaign."""

import pytest

from surveys.campaign import demo, rate, sending
from surveys.campaign.models import Invitation
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def _places():
    for number in range(30):
        code = f"{38000 + number}"
        people.territory("commune", code, f"Ville {number}", population=10_000 + number)


@pytest.mark.usefixtures("_places")
def test_fictional_surveys_have_guests_once():
    coordinator = people.coordinator()
    closed = making.survey(state="closed", fictional=True)
    open_ = making.survey(state="open", fictional=True, slug="ouverte")
    making.survey(fictional=True, slug="preparation")
    making.survey(state="open", slug="vraie")
    assert sorted(demo.load(coordinator, coordinator)) == ["ouverte", "petite-enquete"]
    assert list(demo.load(coordinator, coordinator)) == []
    invited, answered = rate.rate(closed)
    assert invited == 30
    assert 3 <= answered <= 20
    assert all(row.email.endswith(".example") for row in Invitation.objects.all())
    assert closed.mailings.count() == 3
    assert sending.obstacle(open_, "rappel") == ""
    assert sending.obstacle(open_, "invitation") == ""
