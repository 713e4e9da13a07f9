"""The page of a territory: what is known of it, from every room, and what to do when nothing is."""

from datetime import date

import pytest

from partnerships.cards import CARDS
from partnerships.listing import PARTNERSHIPS
from practices.cards import CARDS as PRACTICE_CARDS
from practices.listing import PRACTICES
from tests.partnerships.factories import abroad, actor, partnership
from tests.people.factories import territory
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    for listing, cards in ((PARTNERSHIPS, CARDS), (PRACTICES, PRACTICE_CARDS)):
        listing.forget()
        cards.kept.clear()


@pytest.fixture
def grenoble():
    isere = territory("departement", "38", "Isère", latitude=45.2, longitude=5.6)
    point = {"latitude": 45.19, "longitude": 5.72, "population": 158_000}
    return territory("commune", "38185", "Grenoble", departement=isere, **point)


def page(client, key, status=200) -> str:
    response = client.get(f"/territoires/{key}/")
    assert response.status_code == status
    return response.content.decode()


def test_it_gathers_every_room(client, grenoble):
    partnership(parties=[grenoble, abroad()], title="Grenoble – Fès")
    partnership(parties=[grenoble, abroad("Sfax", "2", "TN", "Tunisie")], verified=False)
    practice(territory=grenoble, title="Une saison de chefs à Grenoble", fictional=True)
    actor(seat=grenoble, title="Chambre de Grenoble")
    html = page(client, "commune-38185")
    assert "1\u00a0pratique publiée, 2\u00a0partenariats connus (1\u00a0vérifié)" in html
    assert "1\u00a0acteur économique" in html
    for words in ("Grenoble – Fès", "Une saison de chefs à Grenoble", "Chambre de Grenoble"):
        assert words in html
    assert "Exemple fictif" in html
    assert 'href="/territoires/departement-38/"' in html
    assert 'href="/partenariats/carte/?territoire=commune-38185"' in html
    assert html.partition('class="arcs">')[2].partition("</g>")[0].count("<path") == 2


def test_a_town_abroad_has_its_page_too(client, grenoble):
    fes = abroad()
    partnership(parties=[grenoble, fes])
    practice(partner_territories=[fes], title="Former à Fès")
    html = page(client, fes.key)
    assert "Former à Fès" in html
    assert "1\u00a0partenariat connu" in html
    assert 'href="/partenariats/carte/?pays=MA"' in html
    assert "financement" not in html.partition("<main")[2].partition("</main>")[0]


def test_nothing_known_offers_the_next_step(client, grenoble):
    html = page(client, "commune-38185")
    assert "La base ne connaît encore rien de ce territoire" in html
    assert 'href="/partenariats/proposer/"' in html


def test_what_ended_says_who_took_over_and_its_links_follow(client, grenoble):
    old = territory(
        "commune", "38999", "Vieux-Bourg", valid_to=date(2019, 1, 1), successor=grenoble
    )
    partnership(parties=[old, abroad()], title="Vieux-Bourg – Fès")
    ended = page(client, old.key)
    assert "n’existe plus en tant que tel depuis le 1er\u00a0janvier 2019" in ended
    assert "Grenoble a pris la suite" in ended
    heir = page(client, grenoble.key)
    assert "Vieux-Bourg – Fès" in heir
    assert "Y compris ce qui vient de\u202f: Vieux-Bourg." in heir


def test_an_area_leads_to_who_governs_it(client):
    paris = territory("statut-particulier", "75C", "Ville de Paris")
    area = territory("departement", "75", "Paris", is_authority=False, carried_by=paris)
    partnership(parties=[area, abroad()], title="Paris – Fès")
    assert 'href="/territoires/statut-particulier-75C/"' in page(client, area.key)
    assert "Paris – Fès" in page(client, paris.key)


def test_comparable_territories_come_with_reasons(client, grenoble):
    isere = grenoble.departement
    near = territory(
        "commune", "38421", "Saint-Martin-d’Hères", departement=isere, population=140_000
    )
    far = territory("commune", "76540", "Rouen", population=155_000)
    territory("commune", "01004", "Ambérieu", population=14_000)
    partnership(parties=[far, abroad()])
    html = page(client, grenoble.key)
    told = html.partition("Territoires comparables")[2]
    assert told.index("Rouen") < told.index("Saint-Martin-d’Hères")
    assert "population proche (155\u202f000 habitants)\u202f; 1\u00a0partenariat connu" in told
    assert "même département" in told
    assert "Ambérieu" not in told
    assert near.get_absolute_url() in told


def test_a_population_is_called_close_only_when_it_is(client):
    small = territory("region", "27", "Bourgogne-Franche-Comté", population=2_800_000)
    territory("region", "01", "Guadeloupe", population=384_000)
    told = page(client, small.key).partition("Territoires comparables")[2]
    assert "Même niveau, 384\u202f000 habitants" in told
    assert "population proche" not in told


def test_a_departement_counts_what_happens_inside(client, grenoble):
    partnership(parties=[grenoble, abroad()])
    html = page(client, "departement-38")
    assert "1\u00a0partenariat des territoires qui s’y trouvent" in html
    assert 'href="/partenariats/carte/france/?departement=38"' in html


def test_a_withdrawn_partnership_is_no_longer_counted(client, grenoble):
    partnership(parties=[grenoble, abroad()], archived=True, title="Grenoble – Fès")
    assert "Grenoble – Fès" not in page(client, grenoble.key)


@pytest.mark.parametrize("key", ["commune-99999", "planete-mars", "commune-", "'"])
def test_unknown_territories_are_not_found(client, key):
    page(client, key, 404)


def test_the_finder_opens_the_only_one_and_lists_the_others(client, grenoble):
    assert (
        client.get("/territoires/?q=grenoble").headers["Location"] == "/territoires/commune-38185/"
    )
    territory("commune", "93066", "Saint-Denis", population=110_000)
    territory("commune", "97411", "Saint-Denis", population=150_000)
    html = client.get("/territoires/?q=Saint-Denis").content.decode()
    assert html.count("Saint-Denis</a>") == 2
    assert "Aucun territoire ne répond" in client.get("/territoires/?q=xyzzyx").content.decode()
    assert client.get("/territoires/?q=%00").status_code == 400


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_whatever_it_gathers(
    client, grenoble, rows, django_assert_num_queries
):
    for number in range(rows):
        partnership(parties=[grenoble, abroad(f"Ville {number}", str(number))])
        practice(territory=grenoble)
        actor(seat=grenoble)
    client.get("/territoires/commune-38185/")
    with django_assert_num_queries(13):
        client.get("/territoires/commune-38185/")
