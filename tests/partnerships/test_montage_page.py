"""The montage on screen: an address that holds everything, errors in words, nothing lost."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.partnerships.factories import funding
from tests.people import factories as people
from tests.people.factories import country
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db
ADDRESS = "/financements/montage/"


def line(**fields):
    closes = timezone.localdate() + timedelta(days=90)
    return funding(
        **{
            "title": "Fonds des rives",
            "slug": "rives",
            "date_close": closes,
            "rate_max": 30,
            "figures_source": "Règlement",
            "figures_on": date(2026, 1, 1),
            "bodies": ["region"],
        }
        | fields
    )


def test_the_empty_page_reproaches_nothing(client):
    text = client.get(ADDRESS).text
    assert "Voir ce qui manque" in text
    assert "error-summary" not in text


def test_the_gap_and_the_reasons(client):
    line()
    query = "?cout=100+000&propre=20000&porteur=commune&l0-ligne=rives&l0-montant=40000,50"
    text = client.get(ADDRESS + query).text
    assert "Il manque 39\u202f999,50" in text or "39\u202f999" in text or "40\u202f000" in text
    assert "le taux maximal est de 30\u202f%" in text
    assert "Source\u202f: Règlement, relevé le 1er\u00a0janvier 2026" in text
    assert "n’est pas parmi les bénéficiaires" in text


def test_the_shared_link_shows_the_same_montage(client):
    country("MA", "Maroc", groups=["apd"])
    line(prerequisites=["Un accord", "Un bilan"])
    query = (
        "?projet=Pont+%26+port&cout=100000&pays_texte=Maroc&debut=2027-01-02&l0-ligne=rives"
        "&l0-part=25&l0-fait=1&l1-nom=M%C3%A9c%C3%A8ne&l1-montant=500&l1-prive=on&l1-part="
    )
    first = client.get(ADDRESS + query)
    shared = first.context["address"]
    assert "pays=MA" in shared
    assert "l0-fait=1" in shared
    second = client.get(shared)
    assert second.context["plan"] == first.context["plan"]
    assert second.context["address"] == shared


def test_rows_come_and_go_without_losing_anything(client):
    query = "?projet=Pont&l0-nom=A&l0-montant=1&l1-nom=B&l1-montant=2"
    added = client.get(f"{ADDRESS}{query}&ajouter=1")
    assert added.status_code == 200
    assert len(added.context["asked"].lines) == 3
    left = client.get(f"{ADDRESS}{query}&retirer=0").text
    assert 'value="B"' in left
    assert 'value="A"' not in left
    assert 'value="Pont"' in left


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cout=abc", "Écrivez un montant"),
        ("cout=", "Indiquez le coût total"),
        ("cout=0", "au moins de 1"),
        ("cout=-5", "au moins de 1"),
        ("cout=1e400", "montant"),
        ("cout=NaN", "montant"),
        ("cout=99999999999999999", "trop grand"),
        ("cout=10&pays=ZZ", "n’est pas dans la liste"),
        ("cout=10&porteur=roi", "Sélectionnez un choix valide"),
        ("cout=10&debut=2027-02-01&fin=2026-01-01", "La fin vient après"),
        ("cout=10&debut=hier", "date valide"),
        ("cout=10&l0-ligne=inconnu&l0-montant=5", "Sélectionnez un choix valide"),
        ("cout=10&l0-montant=5", "De qui vient cet argent"),
        ("cout=10&l0-nom=A", "Donnez un montant ou une part"),
        ("cout=10&l0-nom=A&l0-part=101", "0 à 100"),
        ("cout=10&l0-nom=A&l0-part=5&l0-montant=5", "pas les deux"),
        ("cout=10&l0-nom=A&l0-montant=5&l0-fait=x", "Sélectionnez un choix valide"),
        ("cout=10&projet=%00", "nul"),
    ],
)
def test_bad_answers_are_told_in_words_and_kept(client, query, words):
    answer = client.get(f"{ADDRESS}?l1-nom=Gard%C3%A9&l1-montant=7&{query}")
    assert answer.status_code == 400
    assert words in answer.text.replace("\u00a0", " ")
    assert "Gardé" in answer.text


def test_a_project_paid_twice_says_so(client):
    text = client.get(f"{ADDRESS}?cout=100&l0-nom=A&l0-montant=150").text
    assert "de trop" in text
    assert "dépassent 100" in text


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_lines(client, number, django_assert_num_queries):
    for place in range(3):
        line(slug=f"rives-{place}")
    query = "&".join(f"l{n}-ligne=rives-{n}&l{n}-montant=5" for n in range(number))
    with django_assert_num_queries(3):
        client.get(f"{ADDRESS}?cout=100&{query}")


def test_an_invented_line_says_so(client):
    line(fictional=True)
    assert "Exemple fictif" in client.get(f"{ADDRESS}?cout=9&l0-ligne=rives&l0-montant=1").text


def test_it_begins_from_a_practice(client):
    row = line()
    practice = practices.practice(
        title="Vendre ensemble",
        budget_total=80_000,
        date_start=date(2027, 1, 1),
        countries=[country("MA", "Maroc")],
    )
    practice.funding_lines.create(source="Fonds", funding=row, amount=20_000, order=0)
    practice.funding_lines.create(source="Mécène", share=10, order=1)
    begun = client.get(f"{ADDRESS}depuis/{practice.slug}/", follow=True)
    assert "Vendre ensemble" in begun.text
    assert [costed.amount for costed in begun.context["plan"].lines] == [20_000, 8_000]
    assert client.get(f"{ADDRESS}depuis/inconnue/").status_code == 404


def test_one_finds_one_s_own_practices(client):
    officer = people.officer()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    practices.practice(title="La mienne").contribution.editors.add(officer)
    practices.practice(title="Une autre")
    text = client.get(f"{ADDRESS}depuis/").text
    assert "La mienne" in text
    assert "Une autre" not in text
