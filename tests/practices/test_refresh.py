import pytest
from django.core.management import call_command

from aict.listing.refreshing import refresh_all
from aict.search.models import Spelling
from aict.taxonomies.models import ActorType, Theme
from practices.listing import PRACTICES
from practices.models import Practice
from tests.partnerships.factories import actor, funding, partnership
from tests.people.factories import country
from tests.practices.factories import practice, term

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()


def test_references_that_changed_show_at_once_and_make_no_news():
    first = practice(countries=[country("MA", "Maroc")], themes=[term(Theme, "eau", "Eau")])
    second = practice()
    PRACTICES.index.current()
    assert PRACTICES.words("theme", "eau") == "Eau"

    country("MA", "Maroc").__class__.objects.filter(code="MA").update(groups=["apd"])
    Theme.objects.filter(slug="eau").update(label="Eau potable")
    assert refresh_all()[0] == 1

    snapshot = PRACTICES.index.current()
    assert snapshot.any_of("groupe", ["apd"]).bit_count() == 1
    assert PRACTICES.words("theme", "eau") == "Eau potable"
    newest = Practice.objects.newest_first().values_list("pk", flat=True)
    assert list(newest) == [second.pk, first.pk]


def test_spellings_are_those_of_what_is_published(capsys):
    practice(title="Gastronomie", summary="La gastronomie")
    practice(title="Ostréiculture", archived=True)
    call_command("refresh_listings")
    words = dict(Spelling.objects.values_list("word", "texts"))
    assert words["gastronomie"] == 1
    assert "ostréiculture" not in words
    assert "0 page(s)" in capsys.readouterr().out


def test_refreshing_costs_the_same_whatever_the_rows(django_assert_num_queries):
    practice(countries=[country("MA", "Maroc")])
    for _ in range(2):
        with django_assert_num_queries(46):
            refresh_all()
        practice(), practice()


def test_every_list_is_refreshed():
    kind = term(ActorType, "chambre", "Chambre")
    rows = [actor(actor_type=kind), funding(), partnership()]
    for row in rows:
        type(row).objects.filter(pk=row.pk).update(facets=[], search_text="")
    assert refresh_all()[0] == 3
    for row in rows:
        before = row.facets
        row.refresh_from_db()
        assert row.facets == before
