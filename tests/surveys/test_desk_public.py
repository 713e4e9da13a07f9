"""What anybody reads of surveys before there are results."""

from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.models import Mode, Survey
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db
LIST = "/enquetes/"
ONE = f"{LIST}petite-enquete/"


def each_state():
    for state in ("draft", "closed", "published", "open"):
        making.survey(slug=state, title=f"Enquête {state}", state=state)


def test_open_ones_come_first_and_drafts_stay_away(client):
    each_state()
    answer = client.get(LIST)
    assert [row["survey"].slug for row in answer.context["rows"]] == ["open", "published", "closed"]
    assert "3\xa0enquêtes" in answer.text
    assert "Enquête draft" not in answer.text


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [("ouvertes", ["open"]), ("publiees", ["published"]), ("en-analyse", ["closed"])],
)
def test_the_list_is_filtered_and_exported(client, asked, slugs):
    each_state()
    answer = client.get(f"{LIST}?etat={asked}")
    assert [row["survey"].slug for row in answer.context["rows"]] == slugs
    lines = client.get(f"{LIST}?etat={asked}&format=csv").getvalue().decode().splitlines()
    assert [line.split(";")[1].split("/")[-2] for line in lines[1:]] == slugs


def test_a_wrong_filter_is_refused(client):
    assert client.get(f"{LIST}?etat=perdue").status_code == 400


def test_an_open_survey_whose_day_is_over_is_not_open(client):
    yesterday = timezone.localdate() - timedelta(days=1)
    making.survey(state="open", open_link=True, closes_on=yesterday)
    assert client.get(f"{LIST}?etat=ouvertes").context["page"].paginator.count == 0
    answer = client.get(ONE)
    assert "Terminée, en attente de clôture" in answer.text
    assert "On n’y répond plus" in answer.text


@pytest.mark.parametrize(
    ("told", "there", "away"),
    [
        ({"state": "open", "open_link": True}, "repondre/", "On y répond sur invitation"),
        ({"state": "open"}, "On y répond sur invitation", "repondre/"),
        ({"state": "closed"}, "On n’y répond plus", "repondre/"),
        ({"state": "published"}, "resultats/", "repondre/"),
    ],
)
def test_a_survey_opens_the_doors_of_its_state(client, told, there, away):
    making.survey(**told)
    text = client.get(ONE).text
    assert f"petite-enquete/{there}" in text or there in text
    assert away not in text


def test_the_promise_is_told_in_plain_words(client):
    making.survey(state="open")
    assert "rien ne relie l’invitation à la réponse" in client.get(ONE).text
    Survey.objects.update(state="draft")
    Survey.objects.update(mode=Mode.NAMED)
    client.force_login(people.coordinator())
    assert "voit votre réponse avec votre collectivité" in client.get(ONE).text


def test_a_draft_is_previewed_by_coordinators_only(client):
    making.survey()
    for page in (ONE, f"{ONE}questions/", f"{ONE}questionnaire.json"):
        assert client.get(page).status_code == 404
    client.force_login(people.coordinator())
    assert "Question level" in client.get(f"{ONE}questions/").text
    assert client.get(ONE).status_code == 200


def test_questions_say_when_they_are_asked(client):
    making.survey(state="open")
    text = client.get(f"{ONE}questions/").text
    assert "posée si l’on répond « Option 1 » à « Question level\u202f? »" in text.replace(
        "\xa0", " "
    )


def test_the_questionnaire_is_taken_away(client):
    making.survey(state="open")
    answer = client.get(f"{ONE}questionnaire.json")
    assert answer.json() == making.small()
    assert "questionnaire-petite-enquete.json" in answer["Content-Disposition"]


def test_the_feed_tells_each_state(client):
    each_state()
    text = client.get(f"{LIST}flux.atom").text
    assert text.count("<entry>") == 3
    assert "/enquetes/published/#published" in text


def test_fictional_ones_say_so(client):
    making.survey(state="open", fictional=True)
    for page in (LIST, ONE, f"{ONE}questions/"):
        assert "fictif" in client.get(page).text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("items", [1, 3])
def test_the_list_asks_as_much_for_three(client, items, django_assert_num_queries):
    for n in range(items):
        making.survey(slug=f"enquete-{n}", state="open")
    client.get(LIST)
    with django_assert_num_queries(3):
        client.get(LIST)
