"""What becomes of invitations when an account is exported, then erased."""

import pytest

from aict.people.erasure import erase
from aict.people.export import export
from surveys.campaign.models import Invitation
from surveys.models import Mode, Respondent
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db


def test_an_export_tells_of_invitations_and_named_answers():
    person = people.officer(email="anne@ville.example")
    invitation(making.survey(), email="Anne@ville.example", territory=people.territory())
    named = making.survey(slug="nominative", title="Nominative", mode=Mode.NAMED)
    Respondent.objects.create(response=making.sent(named, {"level": "o1"}), user=person)
    invited, answered = export(person)["enquêtes"]
    assert invited["invitation à l’enquête"] == "Petite enquête"
    assert invited["collectivité"] == "Grenoble-Alpes-Métropole"
    assert answered["réponses"] == {"level": "o1"}


def test_an_erased_account_leaves_no_address():
    person = people.officer(email="anne@ville.example")
    survey, other = making.survey(), making.survey(slug="autre")
    used = invitation(survey, email="Anne@ville.example", started=True, answered=True)
    invitation(other, email="anne@ville.example")
    stranger = invitation(survey, email="paul@ville.example")
    named = making.survey(slug="nominative", mode=Mode.NAMED)
    answer = making.sent(named, {"level": "o1"})
    Respondent.objects.create(response=answer, user=person)
    erase(person, None)
    assert set(Invitation.objects.all()) == {used, stranger}
    used.refresh_from_db()
    assert (used.email, used.answered, used.stopped) == ("", True, True)
    assert Respondent.objects.get().user is None
