"""Named surveys: who answers is asked once, and nothing the site knows is asked again."""

import json
from pathlib import Path

import pytest
from django.test import Client

import surveys.questionnaire
from surveys.answering.keys import new_key
from surveys.answering.starting import Who, begin
from surveys.models import Mode, Respondent, Response
from tests.people import factories
from tests.surveys import making
from tests.surveys.answering import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    region = factories.territory("region", "84", "Région d’essai")
    town = factories.territory(
        "commune", "38999", "Ville d’essai", population=60_000, region=region
    )
    return Who(town, factories.service("relations-internationales"))


@pytest.fixture
def survey():
    path = Path(surveys.questionnaire.__file__).parent / "data" / "besoins-2024.json"
    data = json.loads(path.read_text())
    return making.survey(state="open", mode=Mode.NAMED, open_link=True, questionnaire=data)


def test_the_authority_answers_the_crossings(survey, who):
    response = begin(survey, new_key(), who)
    assert response.draft == {"q1": "commune", "q2": "50-100k", "q3": "r84", "q4": "ri"}
    assert (response.respondent.territory, response.respondent.service) == (
        who.territory,
        who.service,
    )


def test_an_anonymous_survey_keeps_nothing_of_it(who):
    response = begin(making.survey(state="open"), new_key(), who)
    assert response.draft == {}
    assert not Respondent.objects.exists()


def test_the_account_says_it_first(survey, who):
    user = factories.officer(who.territory, who.service)
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    page = client.get(at(survey, "start"))
    assert f'value="{who.territory.key}"' in page.content.decode()
    told = {"key": page.context["key"]}
    assert client.post(at(survey, "start"), told).status_code == 422
    told |= {"territory": who.territory.key, "service": who.service.slug}
    assert client.post(at(survey, "start"), told).status_code == 302
    assert Response.objects.get().respondent.user == user
    assert "Ville d’essai" in client.get(at(survey, "mine")).content.decode()
    assert client.get(at(survey, "mine_pdf")).content.startswith(b"%PDF")
