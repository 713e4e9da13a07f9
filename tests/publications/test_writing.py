"""From the form to the live row; what is announced, then out; and what the site knows from the start."""

import pytest
from django.core.exceptions import PermissionDenied
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.moderation.gate import apply
from aict.moderation.readiness import NotReady
from aict.taxonomies.loader import load as load_terms
from practices.publications import loading
from practices.publications.forms import ContentForm
from practices.publications.kind import RELEASED
from practices.publications.models import Publication
from tests.people import factories as people
from tests.publications import factories

pytestmark = pytest.mark.django_db


def released() -> list[dict]:
    jobs = ProcrastinateJob.objects.filter(task_name="alerts.tell_changed")
    return [job.args for job in jobs]


def test_a_coordinator_publishes_at_once_and_an_officer_proposes():
    row = factories.published()
    assert row.get_absolute_url() == "/publications/etude-des-deux-rives/"
    officer = people.officer()
    with pytest.raises(PermissionDenied):
        apply(factories.draft(officer), "publish", officer)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"year": ""}, "Donnez l’année de parution."),
        ({"year": "12"}, "1950"),
        ({"year": "abc"}, "entier"),
        ({"month": "13"}, "13"),
        ({"standing": "a-venir"}, "Dites pour quand"),
        ({"standing": "perdu"}, "perdu"),
        ({"type": "roman"}, "roman"),
        ({"title": ""}, "Titre"),
        ({"teaser": ""}, "phrase"),
        ({"here": "//ailleurs.example/"}, "adresse de ce site"),
        ({"here": "https://ailleurs.example/"}, "adresse de ce site"),
        ({"link": "javascript:alert(1)"}, "URL"),
        ({"pages": "-3"}, "0"),
    ],
)
def test_what_does_not_hold_is_refused_in_words(changes, said):
    with pytest.raises(NotReady, match=said):
        factories.published(**changes)


def test_what_is_announced_has_no_year_yet():
    row = factories.published(
        standing="a-venir", announced="printemps 2027", year="2027", month="4"
    )
    assert (row.year, row.month, row.announced) == (None, None, "printemps 2027")


def test_out_at_last_those_who_follow_it_are_told_once():
    row = factories.published(standing="a-venir", announced="2027")
    row = factories.changed(row, teaser="Bientôt.")
    assert released() == []
    row = factories.changed(row, standing="paru", year="2027")
    (told,) = released()
    assert told == {"contribution_id": row.contribution_id, "number": 3, "note": RELEASED}
    assert row.announced == ""
    factories.changed(row, teaser="Elle est là.")
    assert len(released()) == 1


def test_the_address_here_takes_words_searched():
    form = ContentForm({"here": "/fiches-reperes/?q=gastronomie+terroir"})
    assert "here" not in form.errors


def test_the_first_publications_are_facts_and_no_more():
    load_terms()
    assert loading.load_reference() == 5
    assert loading.load_reference() == 0
    first, second = Publication.objects.filter(standing="paru").order_by("year")
    assert [(row.year, row.month) for row in (first, second)] == [(2012, 3), (2013, 6)]
    announced = Publication.objects.filter(standing="a-venir")
    assert {row.announced for row in announced} == {"2025"}
    assert announced.count() == 3
    for row in Publication.objects.all():
        assert not row.contribution.fictional
        assert row.contribution.verified_on is None
        assert not row.publishers
        assert not row.link
        assert row.source
    assert all("n’est pas constatée" in row.summary for row in announced)


def test_invented_ones_are_marked_and_come_once():
    load_terms()
    made = list(loading.load())
    assert len(made) == 3
    assert Publication.objects.filter(contribution__fictional=True).count() == 3
    assert list(loading.load()) == []
    assert released() == []
