"""The observatory: exact counts, honest coverage, every table a file, any filter of the list."""

import pytest
from django.test import Client
from django.urls import reverse

from aict.pages.observatory import coverage, tables
from aict.taxonomies.models import Goal, Modality
from aict.territories.models import Country, ReferenceFile, Territory
from aict.ui import kept
from practices.listing import PRACTICES
from practices.models import Practice
from tests.people import factories as people
from tests.people.factories import territory
from tests.practices import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()


def read(client, query="") -> str:
    answer = client.get(f"/observatoire/{query}")
    assert answer.status_code == 200
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def csv_of(client, slug, query="") -> list[str]:
    answer = client.get(f"/observatoire/{slug}.csv{query}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()


@pytest.fixture
def three():
    region = territory(level="region", code="84", name="Auvergne-Rhône-Alpes")
    departement = territory(level="departement", code="38", name="Isère", region=region)
    fairs = factories.term(Modality, "salons", "Salons", categories=["promotion"])
    goal = factories.term(Goal, "8", "Travail décent et croissance économique", colour="#A21942")
    factories.practice(territory=region, modalities=[fairs], goals=[goal], evidence=2)
    factories.practice(territory=departement, modalities=[fairs], cost_band="non-communique")
    factories.practice(territory=region, category="cooperation", nature="strategie", fictional=True)
    factories.practice(territory=departement, modalities=[fairs], archived=True)


def test_each_number_is_that_of_the_list_behind_it(client, three):
    assert csv_of(client, "modalites") == [
        "Modalité d’action;Internationalisation des entreprises;Promotion du territoire;"
        "Coopération internationale;En tout",
        "Salons;0;2;0;2",
    ]
    page = read(client)
    assert '<a href="/pratiques/?modalite=salons&amp;categorie=promotion">2</a>' in page
    listed = read_list(client, "/pratiques/?modalite=salons&categorie=promotion")
    assert "2 pratiques" in listed


def read_list(client, address) -> str:
    return client.get(address).content.decode().replace("\xa0", " ")


def test_a_filter_narrows_every_figure_and_stays_in_links(client, three):
    page = read(client, "?nature=strategie")
    assert "1 pratique comptée." in page
    assert "/pratiques/?nature=strategie&amp;niveau=region" in page
    assert csv_of(client, "categories", "?nature=strategie")[1:] == [
        "Internationalisation des entreprises;0",
        "Promotion du territoire;0",
        "Coopération internationale;1",
    ]


def test_it_says_what_it_does_not_see(client, three):
    page = read(client)
    assert "économique » : 1 pratique sur 3." in page
    assert "33 % des pratiques ne disent pas ce qu’elles ont coûté" in page
    assert "67 % reposent sur la seule déclaration" in page
    assert "comptent 1 exemple fictif" in page
    assert csv_of(client, "couverture")[1:3] == ["Région;1;1", "Département;1;1"]


def test_shares_never_call_something_nothing():
    assert tables.share(0, 10) == "0\u202f%"
    assert tables.share(0, 0) == "0\u202f%"
    assert "moins de 1" in tables.share(1, 34_960)
    assert [tables.shade(n, 8) for n in (0, 1, 2, 3, 5, 7, 8)] == [0, 1, 1, 2, 3, 4, 4]


def test_overseas_collectivities_are_neither_regions_nor_departements(client):
    territory(
        level="statut-particulier", code="975", name="Saint-Pierre-et-Miquelon", acts_as=["region"]
    )
    territory(
        level="statut-particulier", code="972", name="Martinique", acts_as=["departement", "region"]
    )
    territory(level="region", code="84", name="Auvergne-Rhône-Alpes")
    found = {line.label: line.there for line in coverage.by_level(Practice.objects.published())}
    assert (found["Région"], found["Département"]) == (2, 1)


def test_nothing_to_count_is_said(client):
    page = read(client)
    assert "Rien à compter" in page
    assert "0 pratique comptée." in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/observatoire/?nature=truc", 400),
        ("/observatoire/categories.csv?annee=demain", 400),
        ("/observatoire/rien.csv", 404),
    ],
)
def test_what_does_not_exist_is_refused_in_words(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert "<h1" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_many_practices(client, django_assert_num_queries, number):
    country = Country.objects.create(code="MA", iso3="MAR", name="Maroc", name_en="Morocco")
    for _each in range(number):
        factories.practice(countries=[country])
    read(client)
    with django_assert_num_queries(2):
        read(client)
    kept.forget()
    with django_assert_num_queries(7):
        read(client)
    assert reverse("observatory") == "/observatoire/"


def test_a_change_shows_on_the_next_request(client, three):
    asked = "?nature=projet"
    assert "2 pratiques comptées." in read(client, asked)
    factories.practice(territory=Territory.objects.get(code="38"))
    assert "3 pratiques comptées." in read(client, asked)
    assert "1 sur 0" not in read(client)
    Territory.objects.filter(code="38").update(valid_to="2020-01-01")
    ReferenceFile.objects.create(name="territories", digest="2", rows=1)
    assert "1 sur 0" in read(client)


def test_what_is_kept_never_says_who_reads(client, three):
    coordinator, signed_in = people.coordinator(name="Sonia Lecoq"), Client()
    signed_in.force_login(coordinator, "django.contrib.auth.backends.ModelBackend")
    assert coordinator.name in read(signed_in)
    assert coordinator.name not in read(client)
