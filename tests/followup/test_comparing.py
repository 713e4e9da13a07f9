"""One's answers beside those of one's peers: from published tables, less oneself, seen by nobody else."""

import pytest
from django.utils import timezone

from surveys.answering.keys import digest, new_key
from surveys.followup.comparing import others
from surveys.results import kept
from tests.results.publications import answers, release, switch_off
from tests.surveys import making

pytestmark = pytest.mark.django_db
ADDRESS = "/enquetes/petite-enquete/ma-reponse/comparer/"


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()


def answered(client, n: int, state="published"):
    """A published survey of n answers, the last of which is held by this client."""
    survey, key = making.survey(state="closed"), new_key()
    for number in range(1, n):
        making.sent(survey, answers(number))
    making.sent(survey, answers(0), key_hash=digest(key))
    release(survey)
    survey.releases.update(published_at=timezone.now())
    survey.state = state
    survey.save()
    client.cookies["reponse-petite-enquete"] = key
    return survey


def test_peers_are_counted_without_oneself(client):
    answered(client, 60)
    page = client.get(ADDRESS)
    assert "Même type\u202f: Option 1" in page.text
    assert "29\u00a0autres réponses" in page.text
    assert "no-store" in page["Cache-Control"]
    assert "au moins la moitié de vos pairs répondent comme vous" in page.text
    assert "\u202f%</b>" in page.text


@pytest.mark.parametrize(
    ("count", "size", "share"),
    [(None, 30, None), (6, 30, 100 * 5 / 29), (5, 30, None), (1, 30, 0), (5, 5, None), (6, 6, 100)],
)
def test_what_the_others_are_told_to_have_answered(count, size, share):
    assert others(count, size) == share


def test_too_few_peers(client):
    answered(client, 11)
    page = client.get(ADDRESS).text
    assert "autres réponses" in page or "Trop peu de pairs" in page
    answered_alike = page.count("compare-share")
    assert answered_alike == page.count("<b>non communiqué</b>") + page.count("\u202f%</b>")


def test_without_a_key_one_is_asked_for_it(client):
    answered(client, 20)
    client.cookies.clear()
    assert client.get(ADDRESS)["Location"] == "/enquetes/petite-enquete/reprendre/"


def test_nothing_before_publication(client):
    answered(client, 20, state="closed")
    assert "Rien à comparer" in client.get(ADDRESS).text


def test_a_question_switched_off_is_not_compared(client):
    survey = answered(client, 60)
    assert "Question grid" in client.get(ADDRESS).text
    switch_off(survey, "grid")
    assert "Question grid" not in client.get(ADDRESS).text
