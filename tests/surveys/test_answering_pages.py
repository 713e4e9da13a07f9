"""The pages of who answers: what they show, keep and refuse."""

import pytest
from django.db import connection
from django.test import Client

from surveys.answering.device import cookie_name
from surveys.answering.keys import new_key
from surveys.answering.starting import begin
from surveys.models import Response, Survey
from tests.surveys import making
from tests.surveys.answering import FIRST, SECOND, at, begun, holding, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return making.survey(state="open", open_link=True)


def start(client, survey):
    page = client.get(at(survey, "start"))
    return client.post(at(survey, "start"), {"key": page.context["key"]})


def test_from_the_first_page_to_the_document(survey):
    client = Client()
    assert start(client, survey)["Location"] == at(survey, "key")
    key = client.get(at(survey, "key"))
    assert key.context["key"] in key.content.decode()
    assert post(client, survey, "un", FIRST)["Location"] == at(survey, "section", "deux")
    assert post(client, survey, "deux", SECOND)["Location"] == at(survey, "summary")
    assert "Des mots." in client.get(at(survey, "summary")).content.decode()
    sent = client.post(at(survey, "send"), {"version": survey.version})
    assert sent["Location"] == at(survey, "mine")
    html = client.get(at(survey, "mine")).content.decode()
    assert "Merci" in html
    # An example is told elsewhere: nothing of the answer goes along.
    assert '<a href="/pratiques/proposer/" rel="noreferrer">' in html
    assert Response.objects.get().answers == {
        "level": "o2",
        "several": ["o1", "o3"],
        "grid": {"a": "o1", "b": "o2"},
        "best": ["o3", "o1"],
        "size": "o2",
        "count": 12.5,
        "words": "Des mots.",
    }
    document = client.get(at(survey, "mine_pdf"))
    assert document.content.startswith(b"%PDF")


def test_a_double_click_begins_one_response(survey):
    client = Client()
    page = client.get(at(survey, "start"))
    for _ in range(2):
        client.post(at(survey, "start"), {"key": page.context["key"]})
    assert Response.objects.count() == 1
    # The answer was lost: the page is opened again.
    assert client.get(at(survey, "start")).status_code == 302


def test_pages_are_kept_by_no_cache(survey):
    client, _ = begun(survey)
    for name, more in (("section", ["un"]), ("key", []), ("summary", []), ("mine", [])):
        page = client.get(at(survey, name, *more))
        assert page["Cache-Control"] == "private, no-store"


def test_the_key_is_in_a_cookie_for_this_survey_that_scripts_do_not_read(survey):
    client = Client()
    client.get(at(survey, "start"))
    cookie = client.cookies[cookie_name(survey)]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/enquetes/petite-enquete/"


def test_anonymous_answers_know_nothing_of_who_is_signed_in(survey, django_user_model):
    user = django_user_model.objects.create(email="x@example.org", name="Zoé Unique")
    client = Client(REMOTE_ADDR="203.0.113.77")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    before = dict(client.session)
    start(client, survey)
    post(client, survey, "un", FIRST)
    client.post(at(survey, "send"), {"version": survey.version})
    assert dict(client.session) == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM surveys_response r")
        ((row,),) = cursor.fetchall()
    for trace in ("203.0.113.77", "Zoé", "example.org", "session", "user"):
        assert trace not in row
    response = Response.objects.get()
    assert response.day is None
    assert not hasattr(response, "respondent")


def test_what_is_wrong_stays_in_the_page_and_in_the_draft(survey):
    client, response = begun(survey, draft={"level": "o2"})
    page = post(client, survey, "deux", SECOND | {"r-count": "douze"})
    assert page.status_code == 422
    assert "Écrivez un nombre." in page.content.decode()
    assert 'value="douze"' in page.content.decode()
    response.refresh_from_db()
    assert response.draft["count"] == "douze"
    assert post(client, survey, "deux", {"r-count": "x"}, go="previous").status_code == 302


def test_a_huge_text_is_shown_whole_and_not_stored(survey):
    client, response = begun(survey, draft={"level": "o2", "words": "avant"})
    page = post(client, survey, "deux", SECOND | {"r-words": "é" * 1_000_000})
    assert page.status_code == 422
    assert "dépasse 200 signes" in page.content.decode()
    assert "é" * 1_000_000 in page.content.decode()
    response.refresh_from_db()
    assert response.draft["words"] == "avant"
    assert response.draft["count"] == 12.5


def test_a_questionnaire_that_changed_is_told_and_answers_are_kept(survey):
    client, response = begun(survey)
    Survey.objects.update(version=2)
    page = client.post(at(survey, "section", "un"), {"version": 1, "r-level": "o3", "r-gone": "x"})
    assert page.status_code == 409
    assert "a changé pendant que vous répondiez" in page.content.decode()
    response.refresh_from_db()
    assert response.draft == {"level": "o3"}
    assert client.post(at(survey, "send"), {"version": 1}).status_code == 409


@pytest.mark.parametrize("state", ["closed", "published"])
def test_what_was_typed_stays_readable_when_the_survey_closes(survey, state):
    client, response = begun(survey, draft={"words": "gardé"})
    Survey.objects.update(state=state)
    page = post(client, survey, "deux", {"r-words": "Trop tard."})
    assert page.status_code == 409
    assert "Trop tard." in page.content.decode()
    assert "gardé" in client.get(at(survey, "mine")).content.decode()
    assert client.post(at(survey, "send"), {"version": 1}).status_code == 409
    assert client.post(at(survey, "erase")).status_code == 409
    assert Client().get(at(survey, "start")).status_code == 410
    response.refresh_from_db()
    assert response.answers is None


def test_another_device_goes_on_with_the_key(survey):
    key, other = new_key(), Client()
    begin(survey, key)
    post(holding(survey, key), survey, "un", FIRST)
    wrong = other.post(at(survey, "resume"), {"key": new_key()})
    assert wrong.status_code == 422
    assert other.post(at(survey, "resume"), {"key": "court"}).status_code == 422
    assert "Cette clé est à vérifier" in wrong.text
    assert "La clé manque" in other.post(at(survey, "resume"), {"key": ""}).text
    right = other.post(at(survey, "resume"), {"key": key.lower().replace("-", " ")})
    assert right["Location"] == at(survey, "section", "deux")
    page = other.get(at(survey, "section", "un")).content.decode()
    assert 'value="o2" checked' in page


def test_who_was_not_invited_is_told_how_to_be(survey):
    Survey.objects.update(open_link=False)
    assert "sur invitation" in Client().get(at(survey, "start")).content.decode()
    assert Client().post(at(survey, "start"), {"key": "x"}).status_code == 403
    assert not Response.objects.exists()


def test_a_lost_key_loses_no_text(survey):
    page = post(Client(), survey, "deux", {"r-words": "Je tapais."})
    assert page.status_code == 409
    assert "Je tapais." in page.content.decode()


def test_a_draft_survey_is_known_to_who_was_answering(survey):
    client, _ = begun(survey)
    Survey.objects.update(state="draft")
    assert Client().get(at(survey, "start")).status_code == 404
    assert "en cours de correction" in client.get(at(survey, "section", "un")).content.decode()
    page = post(client, survey, "deux", {"r-words": "Je tapais."})
    assert page.status_code == 409
    assert "Je tapais." in page.content.decode()


def test_a_correction_counts_once_it_is_sent(survey):
    client, response = begun(survey)
    post(client, survey, "un", FIRST)
    client.post(at(survey, "send"), {"version": 1})
    post(client, survey, "un", FIRST | {"r-level": "o3"})
    response.refresh_from_db()
    assert response.answers["level"] == "o2"
    assert "envoyer la correction" in client.get(at(survey, "mine")).content.decode()
    assert response.draft["level"] == "o3"
    client.post(at(survey, "send"), {"version": 1})
    response.refresh_from_db()
    assert response.answers["level"] == "o3"


def test_a_device_forgets_or_erases(survey):
    client, response = begun(survey)
    client.post(at(survey, "forget"))
    assert client.get(at(survey, "mine"))["Location"] == at(survey, "resume")
    assert Response.objects.filter(pk=response.pk).exists()
    client, other = begun(survey)
    assert client.get(at(survey, "erase")).status_code == 200
    assert client.post(at(survey, "erase")).status_code == 200
    assert not Response.objects.filter(pk=other.pk).exists()


def test_saving_while_typing(survey):
    client, response = begun(survey)
    address = at(survey, "save", "deux")
    assert client.post(address, {"version": 1, "r-count": "abc"}).status_code == 204
    assert client.post(address, {"version": 2}).status_code == 409
    assert client.post(address, {"version": 1, "r-words": "x" * 30_000}).status_code == 413
    assert Client().post(address, {"version": 1}).status_code == 409
    response.refresh_from_db()
    assert response.draft == {"count": "abc"} or response.draft == {}


@pytest.mark.django_db(transaction=True)
def test_a_page_costs_few_queries(survey, django_assert_num_queries):
    client, _ = begun(survey)
    post(client, survey, "un", FIRST)
    with django_assert_num_queries(6):
        post(client, survey, "un", FIRST)


def test_keys_are_not_tried_without_end(survey):
    client = Client()
    tried = [client.post(at(survey, "resume"), {"key": "x"}).status_code for _ in range(121)]
    assert tried == [422] * 120 + [429]
