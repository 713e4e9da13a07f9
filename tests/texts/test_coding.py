"""Free words are read one by one, without their author, and sorted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from surveys.texts import reading
from surveys.texts.models import Coding, Theme
from tests.people import factories
from tests.surveys import making as surveys
from tests.texts import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(factories.coordinator())
    return client


def address(name: str, survey, *more) -> str:
    return reverse(f"texts:{name}", args=[survey.slug, *more])


def test_texts_are_in_an_order_of_their_own(desk):
    survey = surveys.survey(state="closed")
    made = [making.written(f"Mot {n}.", survey) for n in range(12)]
    order = [row["pk"] for row in reading.texts(survey, "words")]
    assert order == [row["pk"] for row in reading.texts(survey, "words")]
    assert order != [response.pk for response in made]
    assert order != sorted(order)
    page = desk.get(address("one", survey, "words", making.token(made[0]))).text
    assert "Mot 0." in page
    assert str(made[0].pk) not in page
    assert "Option 1" not in page


def test_a_text_is_sorted_then_the_next_one_comes(desk):
    survey = surveys.survey(state="closed")
    first, second = (making.written(text, survey) for text in ("Un.", "Deux."))
    theme, other = making.theme(survey), making.theme(survey, "Autre")
    here = address("one", survey, "words", making.token(first))
    answer = desk.post(here, {"theme": [theme.pk, other.pk, "x", 999_999]})
    assert answer.url == address("one", survey, "words", making.token(second))
    desk.post(here, {"theme": [theme.pk]})
    assert [c.theme for c in Coding.objects.filter(response=first)] == [theme]
    assert "1 sur 2" in desk.get(address("board", survey)).text
    assert (
        "1\xa0texte classé sur 2"
        in desk.get(reverse("surveys:survey_desk", args=[survey.slug])).text
    )
    last = desk.post(address("one", survey, "words", making.token(second)), {"theme": theme.pk})
    assert last.url == address("list", survey, "words")


def test_texts_are_listed_by_theme(desk):
    survey = surveys.survey(state="closed")
    sorted_, left = (making.written(text, survey) for text in ("Des aides.", "Du temps."))
    theme = making.theme(survey)
    Coding.objects.create(response=sorted_, theme=theme)
    here = address("list", survey, "words")
    assert "Du temps." not in desk.get(here, {"theme": theme.pk}).text
    assert "Des aides." not in desk.get(here, {"theme": "sans"}).text
    assert "2 textes" in desk.get(here, {"theme": "n’importe quoi"}).text.replace("\xa0", " ")
    file = b"".join(desk.get(address("themes_csv", survey, "words")).streaming_content)
    assert "Trouver un partenaire;;1" in file.decode()
    left.delete()
    sorted_.delete()
    assert not Coding.objects.exists()


def test_themes_are_named_once(desk):
    survey = surveys.survey(state="closed")
    response = making.written("Un mot.", survey)
    here = address("new_theme", survey, "words")
    answer = desk.post(here, {"label": "Se former", "texte": making.token(response)})
    assert answer.url == address("one", survey, "words", making.token(response))
    again = desk.post(here, {"label": "SE FORMER"})
    assert again.status_code == 422
    assert "existe déjà" in again.text
    theme = Theme.objects.get()
    desk.post(address("theme", survey, "words", theme.pk), {"label": "Formation"})
    theme.refresh_from_db()
    assert theme.label == "Formation"
    desk.post(address("theme", survey, "words", theme.pk), {"retirer": "1"})
    assert not Theme.objects.exists()


def test_texts_are_not_read_while_people_answer(desk):
    survey = surveys.survey(state="open")
    making.written("Un mot.", survey)
    assert desk.get(address("board", survey)).status_code == 404
    closed = surveys.survey(state="closed", slug="close")
    assert desk.get(address("list", closed, "level")).status_code == 404
    assert desk.get(address("one", closed, "words", "a" * 32)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("texts", [1, 3])
@pytest.mark.parametrize(("name", "expected"), [("board", 6), ("list", 10), ("one", 10)])
def test_pages_ask_as_much_whatever_there_is(desk, texts, name, expected):
    survey = surveys.survey(state="closed")
    made = [making.written(f"Mot {n}.", survey) for n in range(texts)]
    for place, response in enumerate(made):
        theme = making.theme(survey, f"Thème {place}")
        if place:
            Coding.objects.create(response=response, theme=theme)
        making.quote(survey, f"Citation {place}.", theme=theme)
    more = {"board": (), "list": ("words",), "one": ("words", making.token(made[0]))}[name]
    desk.get(address(name, survey, *more))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        desk.get(address(name, survey, *more))
    assert len(asked) == expected


def test_a_theme_finds_texts_of_its_own_question_only(desk):
    """Texts of two questions found by one theme would be of one person."""
    form = surveys.small()
    form["sections"][1]["questions"].append(surveys.question("more", "text", length=200))
    survey = surveys.survey(state="closed", questionnaire=form)
    one = surveys.sent(survey, {"words": "Premier texte", "more": "Second texte"})
    theme = making.theme(survey)
    Coding.objects.create(response=one, theme=theme)
    assert "Premier texte" in desk.get(address("list", survey, "words") + f"?theme={theme.pk}").text
    assert (
        "Second texte" not in desk.get(address("list", survey, "more") + f"?theme={theme.pk}").text
    )
