"""What coordinators read of the answers: nothing while they come, everything after."""

import re

import pytest
from django.urls import reverse

from surveys.models import Mode, Respondent
from surveys.results import analysis, sets
from tests.people import factories as people
from tests.surveys import making

GIVEN = {"level": "o1", "several": ["o1", "o2"], "grid": {"a": "o1", "b": "o2"}, "best": ["o3"]}


@pytest.fixture
def desk(client, db):
    client.force_login(people.coordinator())
    return client


def answered(times=6, **told):
    survey = making.survey(**{"state": "closed", **told})
    for n in range(times):
        several = ["o1"] if n % 4 < 2 else ["o2"]
        making.sent(survey, GIVEN | {"level": f"o{n % 2 + 1}", "several": several})
    return survey


def page(survey, question="", **told):
    name = "results:analysis_question" if question else "results:analysis"
    address = reverse(name, args=[survey.slug, question] if question else [survey.slug])
    return f"{address}?{'&'.join(f'{k}={v}' for k, v in told.items())}"


@pytest.mark.parametrize("question", ["", "level"])
def test_results_are_frozen_while_people_answer(desk, question):
    html = desk.get(page(answered(state="open"), question)).content.decode()
    assert "attendent la clôture" in html
    assert "<dd>6</dd>" in html
    assert "Option 1" not in html


def test_a_survey_that_nobody_answered_draws_no_empty_chart(desk):
    html = desk.get(page(answered(0))).content.decode()
    assert "Personne n’a répondu" in html
    assert "graphique-" not in html


def test_every_question_has_its_chart(desk):
    html = desk.get(page(answered())).content.decode()
    found = re.findall(r'id="graphique-(\w+)"', html)
    assert found == ["level", "several", "after", "grid", "best", "size", "count"]
    assert "6\xa0réponses" in html


def test_a_question_is_crossed_by_another(desk):
    answer = desk.get(page(answered(times=60), "several", selon="level"))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "selon" in html
    assert '<option value="level" selected>' in html
    assert html.count("50\u202f%") >= 4


def test_small_cells_of_an_anonymous_survey_are_not_shown(desk):
    table = analysis.tables(answered(), "several", "level")[0]
    assert set(table.counts[0]) == {None}
    named = answered(slug="nominative", mode=Mode.NAMED)
    assert analysis.tables(named, "several", "level")[0].counts[0] == (2, 2, 0)
    html = desk.get(page(answered(slug="autre"), "several", selon="level")).content.decode()
    assert "Ce croisement est trop fin" in html


def test_files_hold_what_the_page_shows(desk):
    survey = answered()
    csv = b"".join(desk.get(page(survey, "level", format="csv"))).decode()
    assert csv.splitlines()[1:3] == ["Option 1;3;50,0", "Option 2;3;50,0"]
    svg = desk.get(page(survey, "level", format="svg"))
    assert svg["Content-Type"] == "image/svg+xml"
    assert svg.content.startswith(b"<svg")


@pytest.mark.parametrize(
    ("question", "by"), [("inconnue", ""), ("words", ""), ("level", "grid"), ("level", "level")]
)
def test_what_has_no_chart_is_not_found(desk, question, by):
    assert desk.get(page(answered(), question, selon=by)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("times", [1, 3])
def test_answers_are_read_once(client, django_assert_num_queries, times):
    client.force_login(people.coordinator())
    survey = answered(times=times)
    for address in (page(survey), page(survey, "several", selon="level")):
        client.get(address)
    # Session, account, survey, moment; the whole page counts the responses too.
    with django_assert_num_queries(4):
        client.get(page(survey, "several", selon="level"))
    with django_assert_num_queries(5):
        client.get(page(survey))


@pytest.mark.django_db(transaction=True)
def test_an_answer_imported_later_shows_at_once(client):
    client.force_login(people.coordinator())
    survey = answered()
    assert "6\xa0réponses" in client.get(page(survey, "level")).content.decode()
    before = sets.moment()
    making.sent(survey, GIVEN)
    assert sets.moment() != before
    assert "sur 7\xa0réponses" in client.get(page(survey, "level")).content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("times", [1, 3])
def test_coordinators_read_who_answered_a_named_survey(client, django_assert_num_queries, times):
    client.force_login(people.coordinator())
    survey = answered(times=times, mode=Mode.NAMED)
    for response in survey.responses.all():
        Respondent.objects.create(response=response)
    address = reverse("results:respondents", args=[survey.slug])
    client.get(address)
    with django_assert_num_queries(5):
        html = client.get(address).content.decode()
    assert html.count("Collectivité non précisée") == 2 * times
    csv = b"".join(client.get(f"{address}?format=csv")).decode()
    assert len(csv.splitlines()) == times + 1
    one = client.get(re.search(r'href="(/enquetes/[^"]*repondants/[^"]+/)"', html)[1])
    assert "Option 2" in one.content.decode()


def test_nobody_is_listed_in_an_anonymous_survey(desk):
    survey = answered()
    assert desk.get(reverse("results:respondents", args=[survey.slug])).status_code == 404
    pk = survey.responses.first().pk
    address = reverse("results:respondent_answers", args=[survey.slug, pk])
    assert desk.get(address).status_code == 404


def test_a_crossing_that_would_show_nothing_is_greyed_and_another_is_offered(desk):
    """Sixty answers: by level they can be read; by twenty towns they cannot."""
    form = making.small()
    many = [{"id": f"v{n}", "label": f"Ville {n}"} for n in range(20)]
    town = making.question("town", "single", crossing="region") | {"options": many}
    form["sections"][0]["questions"].append(town)
    survey = making.survey(state="closed", questionnaire=form)
    for n in range(60):
        making.sent(
            survey,
            GIVEN | {"level": f"o{n % 2 + 1}", "size": f"o{n % 3 + 1}", "town": f"v{n % 20}"},
        )
    html = desk.get(page(survey, "size")).content.decode()
    assert re.search(r'<option value="town" disabled>[^<]*trop fin', html)
    assert '<option value="level">' in html
    html = desk.get(page(survey, "size", selon="town")).content.decode()
    assert "Ce croisement est trop fin" in html
    assert 'href="?selon=level"' in html


def test_a_question_asked_to_some_says_why_it_is_not_crossed(desk):
    html = desk.get(page(answered(), "after", selon="level")).content.decode()
    assert "qu’à une partie des répondants" in html
