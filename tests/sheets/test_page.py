"""The page of a fiche: everything it tells, what it says of its examples, its journal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from aict.moderation.models import Contribution
from aict.taxonomies.models import Goal, Indicator
from practices.sheets.models import Sheet
from practices.sheets.quoting import naming_actor, naming_funding, quoting
from tests.partnerships.factories import actor, funding
from tests.practices.factories import practice, term
from tests.sheets import workflow

pytestmark = pytest.mark.django_db


def page_of(client, sheet: Sheet) -> str:
    page = client.get(sheet.get_absolute_url()).text
    main = page.split("<main")[1].split("</main")[0]
    return main.replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture
def sheet():
    term(Goal, "8", "Travail décent", colour="#A21942")
    return workflow.published(workflow.full())


def test_everything_told_is_shown(client, sheet):
    page = page_of(client, sheet)
    for words in (
        *("Fiche-repère", "Commencer par les producteurs.", "Douze foires", "Office fictif"),
        *("Pour quelle collectivité", "Région", "Vendre mieux", "Semaine de chefs", "20 000 €"),
        *("trois mois", "Elles ouvrent les portes.", "Il choisit les entreprises.", "Vérifié le"),
        *("Ne pas promettre", "Article L. 1115-1", "Combien cela coûte-t-il", "Terroir"),
        *(
            "Guide des salons",
            "Service juridique",
            "Comité de la dynamique",
            "Journal des versions",
        ),
        *("Version 1", "Première publication", "Citer", "Signaler une erreur", "interprète"),
    ):
        assert words in page, words


def test_what_nobody_told_is_not_announced(client):
    page = page_of(client, workflow.published())
    for words in ("Financements</h2>", "Exemples</h2>", "Mesurer", "Questions fréquentes"):
        assert words not in page, words


def test_names_of_the_directory_become_links(client):
    chamber = actor(title="Chambre de commerce", acronym="CCI")
    line = funding(title="Fonds des deux rives", fictional=True)
    gone = funding(title="Fonds clos")
    sheet = workflow.published(
        funding_lines=[{"source": line.title, "note": "Le voyage"}, {"source": gone.title}]
    )
    assert naming_actor(chamber) == [sheet]
    assert naming_funding(line) == [sheet]
    gone.archived_at = timezone.now()
    gone.save()
    page = page_of(client, sheet)
    assert f'href="{chamber.get_absolute_url()}"' in page
    assert f'href="{line.get_absolute_url()}"' in page
    assert "Exemple fictif" in page
    assert f'href="{gone.get_absolute_url()}"' not in page
    assert "n’est plus dans le répertoire" in page


def test_an_example_that_was_withdrawn_leaves_its_day_and_no_link(client):
    kept, gone = practice(title="Une semaine", fictional=True), practice(title="Secrète")
    rows = [{"practice": row.slug, "note": f"Note {row.slug}"} for row in (kept, gone)]
    sheet = workflow.published(examples=rows)
    assert quoting(gone) == [sheet]
    gone.archived_at = timezone.now()
    gone.save()
    page = page_of(client, sheet)
    assert f'href="{kept.get_absolute_url()}"' in page
    assert "(exemple fictif)" in page
    assert "Exemple retiré du site le" in page
    for words in ("Secrète", f"Note {gone.slug}", gone.get_absolute_url()):
        assert words not in page
    for ending in ("txt", "docx"):
        told = client.get(f"/fiches-reperes/{sheet.slug}.{ending}").content
        assert "Secrète".encode() not in told


def test_indicators_say_how_they_are_collected(client):
    term(
        Indicator, "contrats", "Contrats signés", unit="contrats", categories=["promotion"],
        method="Les compter.", cost="Une heure", caveat="Sans les intentions.",
    )  # fmt: skip
    page = page_of(client, workflow.published(indicators=["contrats"]))
    for words in ("Contrats signés", "Les compter.", "Sans les intentions."):
        assert words in page


def test_numbers_are_given_once_and_addresses_are_kept(client, sheet):
    other = workflow.published(title="Acteurs économiques")
    assert (sheet.number, other.number) == (1, 2)
    from practices.sheets import loading

    old = other.get_absolute_url()
    loading.publish(other.contribution, workflow.answers(title="Tout autre titre"))
    other.refresh_from_db()
    assert other.number == 2
    for address in (old, old.rstrip("/") + ".pdf"):
        answer = client.get(address)
        assert answer.status_code == 301
        assert answer["Location"] == "/fiches-reperes/tout-autre-titre/"


def test_a_withdrawn_fiche_says_so(client, sheet):
    Sheet.objects.update(archived_at=timezone.now())
    for ending in ("/", ".pdf", ".docx", ".txt"):
        assert client.get(f"/fiches-reperes/{sheet.slug}{ending}").status_code == 410
    assert client.get("/fiches-reperes/inconnue.pdf").status_code == 404


def test_the_day_of_review_reaches_the_contribution(sheet):
    assert Contribution.objects.get().review_on == sheet.review_on


def test_a_fiche_that_nobody_verified_is_asked_for_on_its_day(sheet):
    row = Contribution.objects.filter(verified_on=None)
    assert not row.to_remind().exists()
    row.update(review_on=timezone.localdate() - timedelta(days=1))
    assert row.to_remind().get() == sheet.contribution


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_a_fiche_holds(client, number, django_assert_num_queries):
    examples = [{"practice": practice().slug, "note": "Une leçon"} for _ in range(number)]
    lines = [{"source": funding().title} for _ in range(number)]
    actors = [{"name": actor().title, "brings": "Un appui", "lead": "ri"} for _ in range(number)]
    facts = [workflow.FULL["facts"][0]] * number
    sheet = workflow.published(
        workflow.full(goals=[], examples=examples, funding_lines=lines, actors=actors, facts=facts)
    )
    # The fiche, eleven kinds of rows, three of terms, versions, broken links, freshness.
    with django_assert_num_queries(18):
        client.get(sheet.get_absolute_url())
