from datetime import date

import pytest
from django.contrib.postgres.search import SearchQuery

from aict.listing.codes import place_codes
from aict.taxonomies.models import Modality, Theme
from practices.facets import facets_of, search_text_of
from practices.models import Practice
from tests.people.factories import country, territory
from tests.practices.factories import practice, term

pytestmark = pytest.mark.django_db


def test_facets_of_a_full_practice_name_every_axis_once():
    region = territory("region", "84", "Auvergne-Rhône-Alpes")
    isere = territory("departement", "38", "Isère", region=region)
    grenoble = territory(
        "commune", "38185", "Grenoble", departement=isere, region=region, population=158_000
    )
    quebec = territory(
        "etranger", "6325494", "Québec", country=country("CA", "Canada", groups=["ocde"])
    )
    made = practice(
        territory=grenoble,
        category="promotion",
        secondary_categories=["cooperation", "promotion"],
        countries=[country("MA", "Maroc", groups=["apd"])],
        partner_territories=[quebec],
        modalities=[term(Modality, "vitrine", categories=["promotion"])],
        themes=[term(Theme, "gastronomie")],
        evidence=2,
        date_start=date(2023, 9, 1),
        date_end=date(2025, 6, 30),
    )
    assert facets_of(made) == sorted([
        "annee:2023", "annee:2024", "annee:2025",
        "categorie:cooperation", "categorie:promotion",
        "departement:38", "region:84", "niveau:commune", "taille:100-200k",
        "pays:MA", "pays:CA", "groupe:apd", "groupe:ocde",
        "modalite:vitrine", "theme:gastronomie", "nature:projet", "preuve:2",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({}, []),
        ({"period_start": 2024, "period_end": 2026}, [2024, 2025, 2026]),
        ({"date_start": date(1200, 1, 1), "date_end": date(2024, 1, 1)}, list(range(1994, 2025))),
        ({"date_end": date(2024, 1, 1)}, [2024]),
        ({"date_start": date(2024, 1, 1), "status": "termine"}, [2024]),
        ({"period_start": 30_000}, []),
    ],
)
def test_years_are_those_of_the_period_and_bounded(fields, years):
    codes = facets_of(practice(refresh=False, **fields))
    assert [code for code in codes if code.startswith("annee")] == [
        f"annee:{year}" for year in years
    ]


def test_facets_of_a_practice_whose_territory_was_typed_freely_have_no_place():
    codes = facets_of(practice(territory=None, territory_name="Pays de quelque part"))
    assert not {"niveau", "region", "departement", "taille"} & {
        code.split(":")[0] for code in codes
    }


def test_search_text_holds_the_names_that_the_text_does_not():
    made = practice(countries=[country("SN", "Sénégal")], keywords=["chefs"])
    text = search_text_of(made)
    assert all(
        word in text for word in ("Grenoble-Alpes-Métropole", "Sénégal", "chefs", "Promotion")
    )


def test_refresh_listing_makes_what_changed_findable():
    made = practice()
    first = made.stamp
    made.countries.add(country("SN", "Sénégal"))
    made.refresh_listing()
    assert made.stamp > first
    word = SearchQuery("senegalaises OR sénégal", config="french_unaccent", search_type="websearch")
    assert Practice.objects.filter(facets__contains=["pays:SN"], search_vector=word).exists()


def test_an_authority_is_found_under_every_level_whose_powers_it_holds():
    lyon = territory("statut-particulier", "69M", "Métropole de Lyon", acts_as=["metropole"])
    codes = set(place_codes(lyon))
    assert {"niveau:statut-particulier", "niveau:metropole"} <= codes
