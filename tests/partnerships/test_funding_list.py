"""The list of funding lines: the day decides the status, for the page, the file, the feed and the API."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from aict.listing.refreshing import refresh_all
from aict.listing.selection import read
from partnerships.funding.filters import FundingFilter
from partnerships.funding.listing import FUNDING
from partnerships.funding.status import Status
from partnerships.models import Funding
from tests.partnerships.factories import funding
from tests.people.factories import country

pytestmark = pytest.mark.django_db
# The order of the list asks the database what day it is.
TODAY = timezone.localdate()
ADDRESS = "/financements/"


@pytest.fixture
def on(monkeypatch):
    """Live on a day: on(TODAY)."""

    def move(day: date):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: day)

    return move


@pytest.fixture
def lines(on):
    """One line of each status."""
    on(TODAY)
    dates = {
        "ouvert": {"date_close": TODAY + timedelta(days=60)},
        "bientot-clos": {"date_close": TODAY + timedelta(days=9)},
        "a-venir": {"date_open": TODAY + timedelta(days=5)},
        "clos": {"date_close": TODAY - timedelta(days=1)},
        "permanent": {"recurrence": "permanente"},
        "dates-a-verifier": {},
    }
    return {
        status: funding(title=f"Fonds {status}", teaser="Une phrase.", **told)
        for status, told in dates.items()
    }


def titles(client: Client, query="") -> list[str]:
    sent = client.get(f"{ADDRESS}?format=csv&{query}").getvalue().decode()
    return [row[0] for row in csv.reader(io.StringIO(sent), delimiter=";")][1:]


@pytest.mark.parametrize("status", Status.values)
def test_each_status_gives_its_line_everywhere(client, lines, status):
    query = f"statut={status}"
    assert "<b data-live-count>1" in client.get(f"{ADDRESS}?{query}").text
    assert titles(client, query) == [f"Fonds {status}"]
    found = client.get(f"/api/v1/financements/?{query}").json()
    assert [row["statut"] for row in found["results"]] == [status]
    assert client.get(f"{ADDRESS}flux.atom?{query}").text.count("<entry>") == 1


def test_nothing_is_written_and_the_next_day_it_is_closed(client, on, lines):
    last = lines["bientot-clos"].date_close
    on(last)
    assert "<b>aujourd’hui</b>" in client.get(f"{ADDRESS}?statut=bientot-clos").text
    on(last + timedelta(days=1))
    page = client.get(f"{ADDRESS}?statut=clos").text
    assert "Fonds bientot-clos" in page
    assert "<b>aujourd’hui</b>" not in page
    assert (
        "Fonds bientot-clos" not in client.get(f"{ADDRESS}?statut=bientot-clos&statut=ouvert").text
    )


def test_what_may_be_asked_today_comes_first(client, lines):
    asked = ["bientot-clos", "ouvert", "permanent", "a-venir", "dates-a-verifier", "clos"]
    assert titles(client) == [f"Fonds {status}" for status in asked]
    page = client.get(ADDRESS).text
    places = [page.index(f"Fonds {status}") for status in asked]
    assert places == sorted(places)


def test_countries_of_a_group_are_eligible(client, on):
    on(TODAY)
    for code, name in (("MA", "Maroc"), ("SN", "Sénégal"), ("DE", "Allemagne")):
        country(code, name, groups=["ue"] if code == "DE" else ["apd"])
    funding(title="Par groupe", country_groups=["apd"])
    funding(title="Partout", worldwide=True)
    funding(title="Un pays", countries=[country("DE", "Allemagne")])
    funding(title="En mots", zone="pays signataires")
    assert sorted(titles(client, "pays=MA")) == ["Par groupe", "Partout"]
    assert sorted(titles(client, "pays=DE")) == ["Partout", "Un pays"]
    assert titles(client, "groupe=a-preciser") == ["En mots"]
    assert titles(client, "groupe=monde") == ["Partout"]


def test_the_file_never_runs_a_formula(client, on):
    on(TODAY)
    funding(title="=1+1", teaser="@somme")
    (row,) = titles(client)
    assert row == "'=1+1"


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_lines(client, on, number, django_assert_num_queries):
    on(TODAY)
    for _ in range(number):
        funding(date_close=TODAY)
    FUNDING.forget()
    client.get(ADDRESS)
    # The index, its rows (nothing is kept of an uncommitted transaction), the order.
    with django_assert_num_queries(3):
        client.get(ADDRESS)


@pytest.mark.parametrize(
    "query",
    ["statut=demain", "pays=maroc", "tri=budget", "page=0", "page=99", "format=xls", "q=%00"],
)
def test_bad_parameters_are_refused_in_words(client, query):
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 400
    assert "Ce filtre n’existe pas" in answer.text


def test_the_empty_list_offers_a_next_step(client):
    assert "0\u00a0financement<" in client.get(ADDRESS).text


def test_the_contract_has_every_facet():
    names = {facet.name for facet in FUNDING.facets} | {"q", "tri"}
    assert set(FundingFilter.base_filters) == names


def test_a_withdrawn_line_leaves_the_list(client, on):
    on(TODAY)
    funding(title="Retiré", archived=True)
    assert titles(client) == []
    assert Funding.objects.withdrawn().count() == 1


def test_a_selection_has_one_address(rf):
    asked = read(FUNDING, rf.get(f"{ADDRESS}?statut=ouvert&statut=clos&q=pont").GET)
    assert asked.query() == "?q=pont&statut=ouvert&statut=clos"


def test_a_country_that_joins_a_group_becomes_eligible_at_the_next_refresh(client, on):
    on(TODAY)
    morocco = country("MA", "Maroc", groups=[])
    funding(title="Par groupe", country_groups=["apd"])
    assert titles(client, "pays=MA") == []
    morocco.groups = ["apd"]
    morocco.save()
    assert refresh_all()[0] == 1
    assert titles(client, "pays=MA") == ["Par groupe"]


def test_rates_are_written_as_french_spreadsheets_read_them(client, on):
    on(TODAY)
    told = {"figures_source": "Règlement", "figures_on": TODAY}
    funding(rate_max="12.50", own_share_min="10.00", amount_max=60_000, **told)
    line = client.get(f"{ADDRESS}?format=csv").getvalue().decode().splitlines()[1]
    assert ";60000;;12,5;10;" in line
