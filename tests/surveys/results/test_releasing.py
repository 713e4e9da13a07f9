"""Results are prepared by a job, checked, and published as they were counted."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from aict.moderation.readiness import Refused
from surveys import gate
from surveys.models import CodedResponse, Response, Survey
from surveys.questionnaire.layout import encode
from surveys.results import reading, releasing, words
from surveys.results.models import PublishedTable, Release
from surveys.results.tasks import prepare as job
from surveys.texts.models import Coding
from tests.people import factories
from tests.surveys import making
from tests.texts import making as texts

pytestmark = pytest.mark.django_db
ANSWERS = {"several": ["o1"], "grid": {"a": "o3", "b": "o1"}, "best": ["o2", "o1"], "size": "o1"}


def answered(n: int = 40, **told) -> Survey:
    survey = making.survey(state="closed", **told)
    add(survey, n)
    return survey


def add(survey: Survey, n: int) -> None:
    for place in range(n):
        said = ANSWERS | {"level": f"o{place % 3 + 1}", "count": place, "after": "4"}
        response = Response.objects.create(survey=survey, answers=said)
        CodedResponse.objects.create(
            response=response, survey=survey, codes=encode(survey.form, said)
        )


@pytest.fixture
def coordinator():
    return factories.coordinator()


def prepared(survey: Survey, by) -> Release:
    release = releasing.prepare(survey, by)
    job(release.pk)
    release.refresh_from_db()
    return release


def test_results_are_prepared_checked_and_published(coordinator):
    survey = answered()
    release = prepared(survey, coordinator)
    assert (release.state, release.n, release.done) == ("ready", 40, release.total)
    assert reading.current(survey) is None
    assert reading.preview(survey) == release
    gate.apply(survey, "publish", coordinator)
    assert reading.current(survey) == release
    (level,) = reading.tables(release, "level", "")
    assert level.totals == (14, 13, 13)
    assert "partie des répondants" in reading.why(release, "after", "level")
    assert reading.why(release, "level") == ""
    assert [q.id for q in reading.shown(survey)] == [
        "level",
        "several",
        "after",
        "grid",
        "best",
        "size",
        "count",
    ]
    gate.apply(survey, "withdraw", coordinator, "Une erreur de saisie.")
    assert reading.current(survey) is None


def test_a_double_click_makes_one_release(coordinator):
    survey = answered(6)
    release = releasing.prepare(survey, coordinator)
    assert releasing.prepare(survey, coordinator) == release
    job(release.pk)
    job(release.pk)
    tables = PublishedTable.objects.filter(release=release)
    assert tables.count() == len(set(tables.values_list("question", "item", "crossing")))


def test_a_job_that_was_killed_is_asked_for_again(coordinator):
    survey = answered(6)
    lost = releasing.prepare(survey, coordinator)
    Release.objects.update(beat=timezone.now() - timedelta(minutes=5))
    again = releasing.prepare(survey, coordinator)
    lost.refresh_from_db()
    assert again != lost
    assert lost.state == "failed"
    job(lost.pk)
    assert not lost.tables.exists()


def test_an_unforeseen_error_is_told(coordinator, monkeypatch):
    release = releasing.prepare(answered(6), coordinator)
    monkeypatch.setattr(releasing, "publish", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        job(release.pk)
    release.refresh_from_db()
    assert "erreur imprévue" in release.problem


def test_fewer_than_five_responses_are_refused(coordinator):
    release = prepared(answered(4), coordinator)
    assert (release.state, release.n) == ("failed", 0)
    assert "Moins de 5" in release.problem


def test_tables_that_tell_too_much_are_refused(coordinator, monkeypatch):
    monkeypatch.setattr("surveys.results.suppression.hide", lambda *_: True)
    release = prepared(answered(60), coordinator)
    assert release.state == "failed"
    assert "peut être deviné" in release.problem
    assert not release.tables.exists()


def test_only_what_counts_the_answers_as_they_are_is_published(coordinator):
    survey = answered(20)
    with pytest.raises(Refused, match="Préparez"):
        gate.apply(survey, "publish", coordinator)
    release = releasing.prepare(survey, coordinator)
    with pytest.raises(Refused, match="en calcul"):
        gate.apply(survey, "publish", coordinator)
    job(release.pk)
    making.sent(survey, ANSWERS | {"level": "o1"})
    assert releasing.is_stale(release)
    with pytest.raises(Refused, match="ont changé"):
        gate.apply(survey, "publish", coordinator)
    prepared(survey, coordinator)
    gate.apply(survey, "publish", coordinator)
    assert survey.state == "published"


def test_answers_that_change_meanwhile_are_refused(coordinator, monkeypatch):
    marks = iter(["before", "after"])
    monkeypatch.setattr(releasing, "mark_of", lambda survey: next(marks))
    release = prepared(answered(6), coordinator)
    assert "ont changé pendant" in release.problem


def test_the_two_newest_are_kept(coordinator):
    survey = answered(6)
    for _ in range(4):
        last = prepared(survey, coordinator)
    assert survey.releases.count() == 2
    assert survey.releases.first() == last


def test_who_may_prepare_and_when(coordinator):
    survey = answered(6)
    with pytest.raises(PermissionDenied):
        releasing.prepare(survey, factories.officer())
    with pytest.raises(Refused, match="clôture"):
        releasing.prepare(making.survey(state="open", slug="autre"), coordinator)


def test_the_command_says_what_it_verified(coordinator, capsys):
    survey = answered()
    prepared(survey, coordinator)
    call_command("check_disclosure", survey.slug)
    told = capsys.readouterr().out
    assert "Tableaux enregistrés" in told
    assert "Aucun nombre inférieur à 5" in told
    PublishedTable.objects.filter(question="level").update(
        data=PublishedTable.objects.get(question="level").data | {"totals": [36, 2, 2]}
    )
    with pytest.raises(CommandError, match="inférieur à 5"):
        call_command("check_disclosure", survey.slug)
    with pytest.raises(CommandError, match="Aucune enquête"):
        call_command("check_disclosure", "inconnue")


def test_themes_are_published_once_all_texts_are_sorted(coordinator):
    survey = answered(4)
    made = [making.sent(survey, ANSWERS | {"level": "o1", "words": f"Mot {n}."}) for n in range(26)]
    names = ("Former", "Informer", "Rare")
    former, informer, rare = (texts.theme(survey, name) for name in names)
    Coding.objects.bulk_create(
        Coding(response=response, theme=former if place % 2 else informer)
        for place, response in enumerate(made[1:])
    )
    release = prepared(survey, coordinator)
    assert "n’ont pas encore un thème" in reading.why(release, "words")
    Coding.objects.create(response=made[0], theme=rare)
    assert releasing.is_stale(release)
    release = prepared(survey, coordinator)
    assert release.state == "ready"
    told = {table.item: table.total("oui") for table in reading.tables(release, "words")}
    assert told == {
        f"theme-{former.pk}": 12,
        f"theme-{informer.pk}": 13,
        f"theme-{rare.pk}": None,
    }
    assert list(words.themes(survey)) == [("Informer", 13), ("Former", 12), ("Rare", None)]
    texts.quote(survey, state="approved", theme=former)
    assert list(words.quotes(survey)) == [("Il faut des exemples.", "Former")]
    call_command("check_disclosure", survey.slug)


def test_two_publications_that_differ_by_a_few_answers_are_refused(coordinator):
    """The second less the first would be what those few people answered."""
    survey = answered(20)
    prepared(survey, coordinator)
    gate.apply(survey, "publish", coordinator)
    gate.apply(survey, "withdraw", coordinator, "À compléter.")
    gate.apply(survey, "publish", coordinator)
    gate.apply(survey, "withdraw", coordinator, "À compléter.")
    for more, refused in ((1, True), (3, True), (1, False)):
        add(survey, more)
        prepared(survey, coordinator)
        if refused:
            with pytest.raises(Refused, match="presque les mêmes réponses"):
                gate.apply(survey, "publish", coordinator)
    gate.apply(survey, "publish", coordinator)


def test_texts_sorted_after_a_publication_may_be_published(coordinator):
    """Nobody answered otherwise: only the coordination read the texts again."""
    survey = answered(20)
    making.sent(survey, ANSWERS | {"level": "o1", "words": "Mot."})
    prepared(survey, coordinator)
    gate.apply(survey, "publish", coordinator)
    gate.apply(survey, "withdraw", coordinator, "Les textes restaient à trier.")
    text = survey.responses.get(answers__words="Mot.")
    Coding.objects.create(response=text, theme=texts.theme(survey, "Former"))
    prepared(survey, coordinator)
    gate.apply(survey, "publish", coordinator)


@pytest.mark.parametrize(
    ("rate", "told"),
    [((40, 20), (40, 20)), ((40, 4), (0, 0)), ((40, 37), (0, 0)), ((0, 0), (0, 0))],
)
def test_a_rate_that_points_at_a_few_authorities_is_not_told(rate, told):
    assert releasing.told_rate(*rate) == told
