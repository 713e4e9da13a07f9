from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from aict.territories import loader
from aict.territories.models import Country, ReferenceFile, Territory
from tests.territories.factories import small_france

ROWS = "SELECT key, xmin::text, id FROM territories_territory ORDER BY key"


def snapshot():
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        return cursor.fetchall()


def test_second_run_touches_no_row(small):
    before = snapshot()
    loader.load_territories(small_france(), since=date(2027, 1, 1), complete=True)
    assert snapshot() == before


def test_parents_are_linked(small):
    grenoble = Territory.objects.with_places().get(key="commune-38185")
    assert grenoble.departement.name == "Isère"
    assert grenoble.region.key == "region-84"
    assert grenoble.epci.key == "metropole-200040715"
    assert (grenoble.siren, grenoble.population) == ("213801855", 156_140)
    assert (grenoble.valid_from, grenoble.valid_to) == (None, None)


def test_what_the_new_division_lacks_ends(small):
    keys = {"commune-62041", "commune-07015"}
    lines = [line for line in small_france() if b",62041," not in line and b",07015," not in line]
    before = {t.key: t.pk for t in Territory.objects.filter(key__in=keys)}
    loader.load_territories(lines, since=date(2027, 1, 1), complete=True)
    ended = Territory.objects.filter(key__in=keys)
    assert {t.key: t.pk for t in ended} == before
    assert {t.valid_to for t in ended} == {date(2027, 1, 1)}
    assert not Territory.objects.foreign().ended().exists()


def test_what_comes_back_is_current_again(small):
    Territory.objects.filter(key="commune-62041").update(valid_to=date(2025, 1, 1))
    loader.load_territories(small_france(), since=date(2027, 1, 1))
    assert Territory.objects.get(key="commune-62041").valid_to is None


def test_a_new_row_is_valid_from_the_new_division(small):
    Territory.objects.filter(key="commune-62041").delete()
    loader.load_territories(small_france(), since=date(2027, 1, 1))
    assert Territory.objects.get(key="commune-62041").valid_from == date(2027, 1, 1)


def test_an_end_keeps_its_day(small):
    former = Territory.objects.get(key="commune-59355")
    assert former.successor.key == "commune-59350"
    Territory.objects.filter(pk=former.pk).update(valid_to=date(2019, 1, 1), name="?")
    loader.load_territories(small_france(), since=date(2027, 1, 1))
    former.refresh_from_db()
    assert (former.name, former.valid_to) == ("Lomme", date(2019, 1, 1))


def test_countries_change_in_place(db):
    loader.load_countries(loader.read(loader.COUNTRIES))
    Country.objects.filter(code="NA").update(name="?", groups=[])
    loader.load_countries(loader.read(loader.COUNTRIES))
    assert Country.objects.get(code="NA").groups == ["apd"]
    assert Country.objects.filter(groups__contains=["brics"]).count() == 10
    assert not Country.objects.foreign().filter(code__in=["FR", "RE", "PF"]).exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_whole_reference_loads_once_and_puts_the_indexes_back(capsys):
    with connection.cursor() as cursor:
        cursor.execute(sorted_definitions())
        before = cursor.fetchall()
    call_command("load_reference")
    said = capsys.readouterr().out
    assert "Collectivités françaises" in said
    assert Territory.objects.french().current().count() == 36_382
    assert Territory.objects.foreign().count() > 140_000
    assert ReferenceFile.objects.get(name="territories").rows == Territory.objects.count()
    with connection.cursor() as cursor:
        cursor.execute(sorted_definitions())
        assert cursor.fetchall() == before
    call_command("load_reference")
    assert "Collectivités françaises" not in capsys.readouterr().out


def sorted_definitions():
    table = "'territories_territory'::regclass"
    return (
        f"SELECT conname FROM pg_constraint WHERE conrelid = {table}"
        f" UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = {table}"
        " ORDER BY 1"
    )
