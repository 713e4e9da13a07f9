"""A survey beside another one, or beside a poll known by its figures."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aict.listing.models import Clock
from surveys.results.models import EarlierPoll, PollFigure, WaveMapping
from tests.people import factories as people
from tests.results.publications import published
from tests.surveys import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(people.coordinator())
    return client


@pytest.fixture
def survey():
    made = making.survey(state="closed")
    for level in ("o1", "o1", "o1", "o2"):
        making.sent(made, {"level": level, "several": ["o1"]})
    return made


@pytest.fixture
def poll(survey):
    return EarlierPoll.objects.create(survey=survey, title="Lettre", year=2019, source="ici", n=94)


def at(name, *args):
    return reverse(f"results:{name}", args=args)


def before(data=None):
    other = making.survey(slug="avant", state="published", year=2020, questionnaire=data)
    making.sent(other, {"level": "o1"})
    making.sent(other, {"level": "o2"})
    return other


def test_two_surveys_are_compared_where_names_are_the_same(desk, survey):
    before()
    html = desk.get(at("compare", survey.slug) + "?avec=avant").content.decode()
    assert "50\u202f% (2020, 2\xa0réponses), puis 75\u202f% (2026, 4\xa0réponses)" in html
    assert "25\xa0points de plus" in html
    assert "ne s’étendent pas" in html
    csv = b"".join(desk.get(at("compare", survey.slug) + "?avec=avant&format=csv")).decode()
    assert "Question level ?;Option 1;50,0;75,0;25" in csv


def test_a_mapping_is_corrected_and_kept(desk, survey):
    data = making.small()
    data["sections"][0]["questions"][0]["id"] = "niveau"
    data["sections"][0]["questions"][2]["condition"]["question"] = "niveau"
    other = making.survey(slug="avant", state="closed", year=2020, questionnaire=data)
    making.sent(other, {"niveau": "o3"})
    page = at("compare", survey.slug) + "?avec=avant"
    address = at("mapping", survey.slug, "avant", "level")
    assert address in desk.get(page).content.decode()
    html = desk.get(f"{address}?autre=niveau").content.decode()
    assert '<option value="niveau" selected>' in html
    sent = {"autre": "niveau", "m.o1": "o3", "m.o2": "inconnu"}
    for _ in range(2):
        assert desk.post(address, sent).status_code == 302
    row = WaveMapping.objects.get()
    assert (row.other_question, row.items) == ("niveau", {"o1": "o3"})
    assert "100\u202f% (2020, 1\xa0réponse), puis 75\u202f%" in desk.get(page).content.decode()
    desk.post(address, {"autre": ""})
    assert "graphique-level" not in desk.get(page).content.decode()


def test_figures_are_typed_with_commas_and_checked(desk, survey, poll):
    address = at("poll_figures", survey.slug, poll.pk)
    told = {"version": "1", "level.o1": "42,5", "level.o2": "57,5 %", "grid.a": "80"}
    assert desk.post(address, told).status_code == 302
    assert PollFigure.objects.get(item="o1").share == Decimal("42.5")
    html = desk.get(at("compare", survey.slug) + f"?avec=sondage-{poll.pk}").content.decode()
    assert "43\u202f% (2019, 94\xa0réponses)" in html or "42\u202f% (2019" in html
    # Sent again, from a page that is now old: what was typed comes back, nothing is written.
    stale = desk.post(address, told | {"level.o1": "10"})
    assert stale.status_code == 409
    assert 'value="10"' in stale.content.decode()
    assert PollFigure.objects.get(item="o1").share == Decimal("42.5")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"level.o1": "beaucoup"}, "n’est pas un nombre"),
        ({"level.o1": "120"}, "elle va de 0 à 100"),
        ({"level.o1": "nan"}, "elle va de 0 à 100"),
        ({"level.o1": "60", "level.o2": "55"}, "plus de 100"),
    ],
)
def test_wrong_figures_are_said_and_nothing_is_lost(desk, survey, poll, typed, words):
    sent = {"version": "1", "grid.a": "33"} | typed
    answer = desk.post(at("poll_figures", survey.slug, poll.pk), sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html
    assert 'value="33"' in html
    assert not poll.figures.exists()


def test_shares_of_ticked_options_may_go_beyond_a_hundred(desk, survey, poll):
    sent = {"version": "1", "several.o1": "80", "several.o2": "70"}
    assert desk.post(at("poll_figures", survey.slug, poll.pk), sent).status_code == 302


def test_a_file_is_filled_in_and_read_back(desk, survey, poll):
    model = b"".join(desk.get(at("poll_figures", survey.slug, poll.pk) + "?format=csv")).decode()
    lines = model.splitlines()
    assert lines[0].lstrip("\ufeff") == "question;intitulé;réponse;libellé;part"
    filled = "\n".join([lines[0], lines[1] + "12,5"])
    assert upload(desk, survey, poll, filled).status_code == 302
    figure = PollFigure.objects.get()
    assert (figure.question, figure.item, figure.share) == ("level", "o1", Decimal("12.5"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "vide"),
        ("a;b\n1;2", "sont attendues"),
        ("question;réponse;part\nlevel;o9;12", "Ligne 2"),
        ("question;réponse;part\nlevel;o1;12\nlevel;o1;13", "déjà dit"),
        ("question;réponse;part\nlevel;o1;180", "elle va de 0 à 100"),
    ],
)
def test_a_wrong_file_is_told_and_nothing_is_kept(desk, survey, poll, content, words):
    answer = upload(desk, survey, poll, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not poll.figures.exists()


def upload(desk, survey, poll, content):
    file = SimpleUploadedFile("chiffres.csv", content.encode())
    address = at("poll_file", survey.slug, poll.pk)
    return desk.post(address, {"file": file, "version": "1"})


def test_a_poll_is_told_then_removed_twice(desk, survey):
    answer = desk.post(
        at("poll_new", survey.slug), {"title": "Lettre", "year": 2019, "source": "ici"}
    )
    poll = EarlierPoll.objects.get()
    assert answer["Location"] == at("poll_figures", survey.slug, poll.pk)
    assert desk.post(at("poll_new", survey.slug), {"title": ""}).status_code == 422
    for _ in range(2):
        assert desk.post(at("poll_remove", survey.slug, poll.pk)).status_code == 302


@pytest.mark.parametrize("key", ["inconnue", "sondage-9", "sondage-x", "petite-enquete"])
def test_what_does_not_exist_is_not_compared(desk, survey, key):
    assert desk.get(at("compare", survey.slug) + f"?avec={key}").status_code == 404


def test_an_open_survey_is_not_compared(desk):
    survey = making.survey(state="open")
    assert "attendent la clôture" in desk.get(at("compare", survey.slug)).content.decode()


def test_the_public_reads_polls_that_are_shown_beside_published_tables(client):
    survey = published(20)
    poll = EarlierPoll.objects.create(survey=survey, title="Lettre", year=2019, source="Bulletin")
    PollFigure.objects.create(poll=poll, question="level", item="o1", share=40)
    address = reverse("results:page", args=[survey.slug])
    assert "Bulletin" not in client.get(address).content.decode()
    EarlierPoll.objects.update(shown=True)
    Clock.tick("survey")
    html = client.get(address).content.decode()
    assert "Bulletin" in html
    assert f'id="sondage-{poll.pk}-level"' in html
