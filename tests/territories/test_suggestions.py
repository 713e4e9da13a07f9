import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aict.territories.suggestions import suggest

ADDRESS = "/territoires/chercher/"


@pytest.fixture
def small(lasting_small, db):
    pass


def names(query: str, scope: str = "collectivites") -> list[str]:
    return [suggestion.name for suggestion in suggest(query, scope)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("st etiene", "Saint-Étienne"),
        ("Saint-Étienne", "Saint-Étienne"),
        ("grenobe", "Grenoble"),
        ("marseile", "Marseille"),
        ("montpelier", "Montpellier"),
        ("lyon", "Lyon"),
        ("PARIS", "Ville de Paris"),
        ("bas rhin", "Collectivité européenne d’Alsace"),
        ("arras", "Arras"),
        ("dunkirk", "Dunkerque"),
        ("cc du trieves", "Communauté de communes du Trièves"),
        ("commune de valence", "Valence"),
        ("metropole de grenoble", "Grenoble-Alpes-Métropole"),
        ("ville d'avray", "Ville-d’Avray"),
        ("y", "Y"),
        ("38185", "Grenoble"),
        ("200040715", "Grenoble-Alpes-Métropole"),
        ("200 040 715", "Grenoble-Alpes-Métropole"),
        ("213801855", "Grenoble"),
    ],
)
def test_first_suggestion(small, query, first):
    assert names(query)[0] == first


@pytest.mark.parametrize(
    ("query", "scope", "first"),
    [
        ("oujda", "etranger", "Oujda"),
        ("london", "etranger", "Londres"),
        ("munchen", "etranger", "Munich"),
        ("fes meknes", "etranger", "Fès-Meknès"),
        ("saint louis", "tout", "Saint-Louis"),
        ("maroc", "pays", "Maroc"),
        ("alemagne", "pays", "Allemagne"),
        ("cote ivoire", "pays", "Côte d’Ivoire"),
        ("NA", "pays", "Namibie"),
        ("usa", "pays", "États-Unis"),
        ("royaume", "pays", "Royaume-Uni"),
        ("Morocco", "pays", "Maroc"),
    ],
)
def test_first_suggestion_elsewhere(small, query, scope, first):
    assert names(query, scope)[0] == first


def test_namesakes_largest_first(small):
    found = suggest("saint denis")
    assert [s.detail for s in found if s.exact] == [
        "Commune · La Réunion",
        "Commune · Seine-Saint-Denis",
        "Commune · Aude",
        "Commune · Gard",
    ]
    assert found[4].name == "Seine-Saint-Denis"


def test_exact_then_words_then_likeness(small):
    assert names("marseillan")[:2] == ["Marseillan", "Marseillan"]
    assert names("arras") == ["Arras", "Communauté urbaine d’Arras", "Arras-sur-Rhône"]


def test_former_communes_and_areas_are_not_proposed(small):
    assert "Lomme" not in names("lomme")
    assert "Bas-Rhin" not in names("bas rhin")
    assert [s.key for s in suggest("75056")] == []


def test_scopes_do_not_mix(small):
    assert names("oujda") == []
    assert names("grenoble", "etranger") == []
    assert "France" not in names("france", "pays")


def test_one_query_when_words_are_found(small, django_assert_num_queries):
    with django_assert_num_queries(1):
        suggest("saint")
    with django_assert_num_queries(2):
        suggest("grenobe")
    with django_assert_num_queries(1):
        suggest("maroc", "pays")
    with django_assert_num_queries(0):
        suggest("")


def test_every_statement_can_use_a_partial_index(small):
    """The words of each WHERE are those of the indexes, or PostgreSQL would read every row."""
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as seen:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for query in ("grenobe", "38185"):
            suggest(query)
    for statement in [q["sql"] for q in seen if q["sql"].lstrip().startswith("SELECT")]:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "Seq Scan on territories_territory" not in plan
        assert "_france" in plan or "territory_code" in plan


def test_answer_is_public_and_cached(small, client):
    response = client.get(ADDRESS, {"q": "grenobl"})
    assert response.json()["results"][0] == {
        "key": "metropole-200040715",
        "name": "Grenoble-Alpes-Métropole",
        "detail": "Métropole · Isère",
        "label": "Grenoble-Alpes-Métropole (Métropole · Isère)",
    }
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize("query", ["", " ", "%", "_", "'", "\\", "🙂", "(((", "; --", "-"])
def test_nothing_to_look_for_is_an_empty_list(small, client, query):
    response = client.get(ADDRESS, {"q": query})
    assert response.status_code == 200
    assert response.json() == {"results": []}


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"q": "gre\x00noble"}, "caractère interdit"),
        ({"q": "a" * 10_000}, "trop longue"),
        ({"q": "grenoble", "scope": "lune"}, "périmètre"),
    ],
)
def test_bad_input_is_told_in_french(small, client, parameters, sentence):
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 400
    assert sentence in response.json()["error"]
    assert "Cache-Control" not in response


def test_200_characters_of_words_are_looked_for(small, client):
    assert client.get(ADDRESS, {"q": "saint " * 33}).status_code == 200
    assert client.get(ADDRESS, {"q": "9" * 200}).json() == {"results": []}


def test_only_reading(client, db):
    assert client.post(ADDRESS, {"q": "grenoble"}).status_code == 405
