"""What readers see of results, and what they must never see."""

import pytest
from django.test import Client

from surveys.results import kept
from surveys.results.settings import comment, mark, show
from tests.people import factories as people
from tests.results.publications import SECRET, counted, published, release, switch_off

pytestmark = pytest.mark.django_db
PAGE = "/enquetes/petite-enquete/resultats/"
FILES = ("tableaux.csv", "analyse.pdf", "analyse.docx")


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()


def read(client, address: str) -> bytes:
    return client.get(address).getvalue()


def test_the_page_says_who_answered_and_shows_each_chart(client):
    published(fictional=True)
    page = client.get(PAGE).text
    assert "Résultats non extrapolables\u202f: les personnes" in page
    assert "60" in page
    assert "Réponses fictives" in page
    assert 'id="graphique-grid"' in page
    assert "resultats/grid/?par=niveau" in page
    assert client.get(PAGE)["Cache-Control"] == "no-cache"


def test_nothing_before_publication(client):
    counted()
    for rest in ("", "grid/", "grid.svg", "grid.png", "grid.csv", *FILES):
        assert client.get(PAGE + rest).status_code == 404
    assert client.get("/api/v1/enquetes/petite-enquete/").status_code == 404


def test_gone_once_withdrawn(client):
    survey = published()
    assert client.get(PAGE).status_code == 200
    survey.state = "closed"
    survey.save()
    survey.journal.create(transition="withdraw", source="published", target="closed", comment="Non")
    answer = client.get(PAGE)
    assert answer.status_code == 410
    assert "retirés" in answer.text


def test_one_question_and_its_comparisons(client):
    published()
    page = client.get(f"{PAGE}grid/").text
    assert "Question grid" in page
    assert "?par=niveau" in page
    crossed = client.get(f"{PAGE}grid/?par=niveau").text
    assert "grid.svg?par=niveau" in crossed
    assert "n’est pas publiée" in client.get(f"{PAGE}grid/?par=region").text
    assert client.get(f"{PAGE}grid/?par=ailleurs").status_code == 400
    assert client.get(f"{PAGE}rien/").status_code == 404


def test_files_of_a_chart(client):
    published()
    assert read(client, f"{PAGE}grid.svg").startswith(b"<svg")
    assert "non extrapolables" in read(client, f"{PAGE}grid.svg").decode()
    assert read(client, f"{PAGE}grid.png").startswith(b"\x89PNG")
    assert "Ligne" in read(client, f"{PAGE}grid.csv").decode()
    assert client.get(f"{PAGE}grid.svg?par=region").status_code == 404
    answer = client.get(f"{PAGE}grid.svg")
    again = client.get(f"{PAGE}grid.svg", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_every_table_as_lines(client):
    published()
    lines = read(client, f"{PAGE}tableaux.csv").decode().splitlines()
    assert lines[0].endswith("question;intitulé;ligne;valeur;croisement;groupe;effectif")
    assert any(line.startswith("level;") for line in lines)
    assert any(";Question level ?;Option 1;" in line for line in lines)


def places() -> list[str]:
    rests = ("", "grid/", "grid/?par=niveau", "grid.svg", "grid.csv", "tableaux.csv")
    return [*(PAGE + rest for rest in rests), "/api/v1/enquetes/petite-enquete/"]


def test_free_texts_are_nowhere(client):
    published()
    for place in places():
        assert SECRET.encode() not in read(client, place)
    for rest in ("words/", "words.svg", "words.csv"):
        assert client.get(PAGE + rest).status_code == 404


def test_a_question_switched_off_is_nowhere(client):
    survey = published()
    before = [place for place in places() if b"several" in read(client, place)]
    assert len(before) == 3
    switch_off(survey, "several")
    kept.forget()
    for place in places():
        assert b"several" not in read(client, place)
    for rest in ("several/", "several.svg", "several.png", "several.csv"):
        assert client.get(PAGE + rest).status_code == 404


def test_without_the_question_that_compares_nothing_is_compared(client):
    survey = published()
    switch_off(survey, "level")
    kept.forget()
    assert "par=niveau" not in client.get(PAGE).text
    assert client.get(f"{PAGE}grid.csv?par=niveau").status_code == 404
    assert "Question level" not in read(client, f"{PAGE}tableaux.csv").decode()


def test_small_numbers_are_nowhere(client):
    published(8)
    table = read(client, f"{PAGE}tableaux.csv").decode().splitlines()[1:]
    told = [line.rsplit(";", 1)[1] for line in table]
    assert [n for n in told if n.isdigit() and 0 < int(n) < 5] == []


def test_a_new_computation_is_not_public_before_it_is_published(client):
    survey = published()
    first = client.get("/api/v1/enquetes/petite-enquete/").json()["calcule_le"]
    release(survey)
    kept.forget()
    assert client.get("/api/v1/enquetes/petite-enquete/").json()["calcule_le"] == first


def test_the_api_lists_what_is_published(client):
    assert client.get("/api/v1/enquetes/").json()["results"] == []
    published()
    [row] = client.get("/api/v1/enquetes/").json()["results"]
    assert (row["slug"], row["reponses"]) == ("petite-enquete", 60)
    told = client.get(f"/api/v1/enquetes/{row['slug']}/").json()
    grid = next(q for q in told["questions"] if q["id"] == "grid")
    assert {t["croisement"] for t in grid["tableaux"]} == {"", "level"}
    assert "/api/v1/enquetes/{slug}/" in client.get("/api/v1/openapi.json").json()["paths"]


def test_queries_of_a_page_that_is_kept(client, django_assert_num_queries):
    published()
    for page, queries in ((PAGE, 2), (f"{PAGE}grid/?par=niveau", 1)):
        client.get(page)
        with django_assert_num_queries(queries):
            client.get(page)


def test_a_change_shows_on_the_next_request(client):
    survey = published()
    page = f"{PAGE}grid/"
    assert "Bien lu" not in client.get(page).text
    comment(survey, "grid", "Bien lu", mark(""))
    assert "Bien lu" in client.get(page).text
    assert "Bien lu" in client.get(PAGE).text
    show(survey, "grid", False)
    assert client.get(page).status_code == 404
    assert 'id="graphique-grid"' not in client.get(PAGE).text


def test_what_is_kept_never_says_who_reads(client):
    """A page made for a coordinator is read by visitors."""
    published()
    coordinator = people.coordinator(name="Sonia Lecoq")
    signed_in, page = Client(), f"{PAGE}grid/"
    signed_in.force_login(coordinator, "django.contrib.auth.backends.ModelBackend")
    assert coordinator.name in signed_in.get(page).text
    assert coordinator.name not in client.get(page).text
    assert "noindex" in signed_in.get("/enquetes/gestion/petite-enquete/publication/apercu/").text
    assert "noindex" not in client.get(PAGE).text


def test_as_many_queries_to_list_one_survey_as_three(client, django_assert_num_queries):
    published(6)
    client.get("/api/v1/enquetes/")
    with django_assert_num_queries(3):
        client.get("/api/v1/enquetes/")
    for slug in ("deux", "trois"):
        published(6, slug=slug)
    with django_assert_num_queries(3):
        assert client.get("/api/v1/enquetes/").json()["count"] == 3
