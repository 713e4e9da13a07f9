"""Practices side by side: what is asked, what is alike, what is refused, in a table and in a file."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from aict.listing.models import OldAddress
from practices import comparing
from practices.models import TransferCondition
from tests.partnerships import factories as directories
from tests.people import factories as people
from tests.practices import factories as practices
from tests.practices import workflow

pytestmark = pytest.mark.django_db
URL = "/pratiques/comparer/"


def plain(answer) -> str:
    text = answer.content.decode().split("<main")[1].split("</main")[0]
    return text.replace("\u202f", " ").replace("\xa0", " ")


def ask(client, *rows, **more):
    return client.get(URL, {"p": [getattr(row, "slug", row) for row in rows], **more})


def test_the_same_questions_are_asked_of_each(client):
    one = workflow.published(data=workflow.full())
    two = practices.practice(title="Une autre", cost_band="non-communique")
    answer = ask(client, one, two)
    page = plain(answer)
    assert answer.status_code == 200
    for words in (
        *(one.title, "Une autre", "48 000 € par an", "Non communiqué"),
        *("0,4 équivalent temps plein", "contrats signés : 7 (avant : 0)"),
        *("Documenté", "Partir sans interprète", "Un suivi de six mois", "Non renseigné"),
        *("Temps agent : au moins 0,3 équivalent temps plein", 'scope="row"', 'scope="col"'),
    ):
        assert words in page, words
    assert "score" not in page.lower()


def test_the_order_is_that_of_the_address_and_twice_is_once(client):
    one, two, three = (practices.practice() for _ in range(3))
    found = comparing.practices([three.slug, one.slug, two.slug])
    assert found == [three, one, two]
    assert plain(ask(client, one, two, one, two)).count("compare-title") == 2


def test_what_is_alike_is_said_once_and_may_be_hidden(client):
    one, two = practices.practice(teaser="Un"), practices.practice(teaser="Deux")
    whole = plain(ask(client, one, two))
    assert "Les deux" in whole
    assert "Projet" in whole
    only = plain(ask(client, one, two, differences="1"))
    assert "Les deux" not in only
    assert "Deux" in only
    assert "Tout afficher" in only


def test_more_than_three_is_a_bad_request_that_keeps_the_first_three(client):
    rows = [practices.practice() for _ in range(4)]
    answer = ask(client, *rows)
    page = plain(answer)
    assert answer.status_code == 400
    assert "trois pratiques au plus" in page
    assert rows[2].title in page
    assert rows[3].title not in page
    assert ask(client, *rows, format="csv").status_code == 400


@pytest.mark.parametrize("slug", ["inconnue", "x" * 300, "<b>", "a\0b", "é"])
def test_an_unknown_practice_is_said_and_the_others_stay(client, slug):
    known = practices.practice()
    answer = ask(client, known, slug)
    assert answer.status_code == 404
    assert "Nous ne trouvons pas" in plain(answer)
    assert known.title in plain(answer)
    assert "<b>" not in plain(answer).split("Nous ne trouvons pas")[1].split("</p>")[0]


def test_robots_do_not_walk_through_every_pair(client):
    answer = ask(client, practices.practice())
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert '<meta name="robots"' not in client.get(URL).content.decode()


def test_a_withdrawn_practice_is_not_compared(client):
    assert ask(client, practices.practice(archived=True)).status_code == 404


def test_a_former_address_leads_to_the_new_one(client):
    one, two = practices.practice(), practices.practice()
    OldAddress.objects.create(kind="practice", slug="ancienne", row_id=one.pk)
    answer = ask(client, two, "ancienne")
    assert answer.status_code == 301
    assert answer.url == f"{URL}?p={two.slug}&p={one.slug}"


def test_conditions_are_checked_for_the_readers_authority_in_words(client):
    people.territory(population=450_608)
    directories.partnership()
    one = practices.practice(slug="une")
    for variable, value in (
        ("population", "20 000"),
        ("population", "1000000"),
        ("port", "oui"),
        ("convention", "oui"),
    ):
        TransferCondition.objects.create(
            practice=one, variable=variable, operator="gte", value=value
        )
    page = plain(ask(client, one, chez="metropole-200040715"))
    assert "au moins 20 000 habitants. Chez vous, 450 608 habitants : cela se transpose" in page
    assert "au moins 1 000 000 habitants. Chez vous, 450 608 habitants : à adapter, ou" in page
    assert "Port ou aéroport : au moins oui</li>" in page
    assert "Chez vous, 1 partenariat connu : condition sans doute remplie." in page
    assert "&amp;chez=metropole-200040715" in page
    assert "Chez vous, " not in plain(ask(client, one, chez=""))
    refused = ask(client, one, chez="Nulle-Part")
    assert refused.status_code == 400
    assert one.title in plain(refused)


def test_it_begins_empty_and_finds_what_to_add(client):
    one, two = practices.practice(title="Le sel de Guérande"), practices.practice()
    assert "Choisir une première pratique" in plain(client.get(URL))
    page = plain(ask(client, two, q="guérande"))
    assert f"?p={two.slug}&amp;p={one.slug}" in page
    assert "Aucune autre pratique" in plain(ask(client, two, q="zzzz"))
    assert client.get(URL, {"q": "a\0"}).status_code == 400
    assert client.get(URL, {"format": "xml"}).status_code == 400


def test_the_file_holds_the_table(client):
    one, two = workflow.published(data=workflow.full()), practices.practice(title="=Une autre")
    answer = ask(client, one, two, format="csv")
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["partie", "question", one.title, "'=Une autre"]
    assert {len(row) for row in rows} == {4}
    nature = next(row for row in rows if row[1] == "Nature")
    assert nature[2:] == ["Projet", "Projet"]


def test_the_page_of_a_practice_leads_here(client):
    one = practices.practice()
    page = client.get(one.get_absolute_url()).content.decode()
    assert f"{reverse('practices:compare')}?p={one.slug}" in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_three_as_for_one(number, django_assert_num_queries):
    slugs = [practices.practice(refresh=False).slug for _ in range(number)]
    with django_assert_num_queries(6):
        assert comparing.groups(comparing.practices(slugs))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 3])
def test_what_was_compared_is_kept_until_one_changes(client, number, django_assert_num_queries):
    rows = [practices.practice(title=f"Pratique {n}") for n in range(number)]
    ask(client, *rows)
    with django_assert_num_queries(1):
        page = plain(ask(client, *rows))
    assert "Un bienfait nouveau" not in page
    rows[-1].benefit = "Un bienfait nouveau"
    rows[-1].save()
    rows[-1].refresh_listing()
    assert "Un bienfait nouveau" in plain(ask(client, *rows))
    rows[-1].archived_at = timezone.now()
    rows[-1].save()
    assert ask(client, *rows).status_code == 404
