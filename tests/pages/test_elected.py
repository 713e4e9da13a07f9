"""Elected officials: three questions, the briefs of authorities like theirs, an address to share."""

import pytest

from aict.pages.elected.concerns import CONCERNS
from aict.taxonomies.models import Modality, Theme
from practices.listing import PRACTICES
from tests.people.factories import territory
from tests.practices import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()


def read(client, query="", status=200) -> str:
    answer = client.get(f"/elus/{query}")
    assert answer.status_code == status
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture
def told():
    theme = factories.term(Theme, "gastronomie-terroir", "Gastronomie et terroir")
    region = territory(level="region", code="84", name="Auvergne-Rhône-Alpes")
    places = {
        "near": territory("commune", "38001", "Les Abrets", population=6_500, region=region),
        "far": territory("region", "53", "Bretagne", population=3_000_000),
        "mine": territory("commune", "38185", "Voiron", population=6_800, region=region),
    }
    for name, place in places.items():
        factories.practice(title=f"La table de {name}", territory=place, themes=[theme])
    factories.practice(title="Sans rapport", territory=places["near"], category="cooperation")
    return places


def test_three_questions_then_the_brief_of_an_authority_like_ours(client, told):
    assert "Ce qui vous préoccupe" in read(client)
    page = read(client, f"?territoire={told['mine'].key}&sujet=terroir&temps=2")
    assert "comparables à la vôtre : Voiron" in page
    assert 'brief-title">La table de near' in page
    assert "Même niveau de collectivité, population proche" in page
    assert "Aussi à lire" not in page  # two minutes: one brief
    assert 'brief-title">La table de mine' not in page  # never one's own
    assert "Sans rapport" not in page


def test_more_time_gives_more_to_read(client, told):
    page = read(client, f"?territoire={told['mine'].key}&sujet=terroir&temps=10")
    assert page.index("La table de near") < page.index("La table de far")
    assert "Sans rapport" not in page


def test_a_territory_typed_without_script_is_understood_and_the_address_is_short(client, told):
    page = read(client, "?territoire=&territoire_texte=Voiron&sujet=terroir&temps=2")
    address = "/elus/?territoire=commune-38185&amp;sujet=terroir&amp;temps=2"
    assert address in page


def test_without_territory_the_latest_come_first(client, told):
    page = read(client, "?sujet=terroir&temps=10")
    assert "Ce qu’ont fait d’autres collectivités." in page
    assert page.index("La table de mine") < page.index("La table de near")


def test_what_is_withdrawn_is_not_told_and_nothing_is_said_kindly(client):
    theme = factories.term(Theme, "ess", "Économie sociale et solidaire")
    factories.practice(title="Retirée du site", themes=[theme], archived=True)
    page = read(client, "?sujet=solidaire&temps=30")
    assert "Personne n’a encore raconté cela ici" in page
    assert "Retirée du site" not in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?sujet=truc&temps=2", "Ce qui vous préoccupe"),
        ("?temps=2", "Choisissez ce qui vous préoccupe."),
        ("?sujet=tout", "Dites de combien de temps vous disposez."),
        ("?sujet=tout&temps=2&territoire_texte=zzzzzz", "n’est pas dans la liste"),
    ],
)
def test_odd_answers_are_asked_again_and_kept(client, query, words):
    page = read(client, query, 400)
    assert words in page
    if "tout" in query:
        assert 'value="tout" required id="id_sujet_7" checked' in page or "checked" in page


def test_each_concern_means_values_that_exist(client):
    known = {"theme": Theme, "modalite": Modality}
    from aict.taxonomies.loader import load

    load()
    for concern in CONCERNS:
        for name, values in concern.filters.items():
            if name in known:
                found = known[name].objects.in_use().filter(slug__in=values).count()
                assert found == len(values), concern.slug


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_the_answer_costs_the_same_however_many_practices(
    client, django_assert_num_queries, number
):
    for code in range(number):
        factories.practice(territory=territory("commune", f"3800{code}", f"Ville {code}"))
    read(client, "?sujet=tout&temps=30")
    with django_assert_num_queries(4):
        read(client, "?sujet=tout&temps=30")


def test_a_change_of_the_first_brief_shows_on_the_next_request(client):
    one = factories.practice(territory=territory("commune", "38001", "Ville"))
    before = read(client, "?sujet=tout&temps=2")
    one.teaser = "Une tout autre idée."
    one.save()
    one.refresh_listing()
    assert "Une tout autre idée" not in before
    assert "Une tout autre idée" in read(client, "?sujet=tout&temps=2")
