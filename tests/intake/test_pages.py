"""The same import on screen: file, columns, try, words, import, report."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.imports.models import ImportRun
from aict.imports.tasks import work_on_import
from surveys.intake.tasks import forget_files
from tests.intake.files import answers, brought, text
from tests.people import factories as people
from tests.surveys import making

HOME, REPORT = 5, 7
ROWS = [
    ["E-mail", "level", "Niveau de satisfaction", "words"],
    ["a@valbrume.example", "Opt. 1", "o2", "Bien"],
    ["b@valbrume.example", "premier", "o3", "Voir Mme Exemple"],
    ["c@valbrume.example", "premier", "", ""],
]


@pytest.fixture
def desk(client, survey):
    """A coordinator's browser."""
    ProcrastinateJob.objects.all().delete()
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    return client


def send(client, survey, rows=ROWS, name="relevé.csv"):
    content = rows if isinstance(rows, bytes) else text(rows)
    address = reverse("intake:home", args=[survey.slug])
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


def at(run, name="run", query="") -> str:
    return reverse(f"intake:{name}", args=[run.token]) + query


def work(run) -> ImportRun:
    """What the worker does with the job that was just queued."""
    (job,) = ProcrastinateJob.objects.filter(task_name="imports.work", status="todo")
    work_on_import(**job.args)
    ProcrastinateJob.objects.all().delete()
    run.refresh_from_db()
    return run


def test_the_whole_way(desk, survey):
    assert send(desk, survey).status_code == 302
    run = ImportRun.objects.get()
    said = desk.get(at(run, "columns")).content.decode()
    assert "Une colonne dit qui a répondu" in said
    assert "valbrume" not in said
    desk.post(at(run, "columns"), {"column-2": "size"})
    work(run)
    assert (run.state, run.report["counts"]) == ("checked", {"added": 2, "refused": 1})
    said = desk.get(at(run)).content.decode()
    assert "Des mots à vérifier" in said
    assert "Ajouter 2 réponses" in said
    names = {text: f"level|{n}" for n, (text, *_rest) in enumerate(run.report["words"]["level"])}
    desk.post(at(run, "words"), {names["premier"]: "o1", names["opt 1"]: "o1"})
    work(run)
    assert (run.report["words"], run.report["counts"]) == ({}, {"added": 3})
    for _twice in range(2):
        desk.post(at(run, "confirm"))
    work(run)
    desk.post(at(run, "confirm"))
    assert not ProcrastinateJob.objects.exists()
    assert [said["level"] for said in answers(survey)] == ["o1", "o1", "o1"]
    said = desk.get(at(run)).content.decode()
    assert "contient un nom" in said
    assert "Colonnes effacées" in said
    assert "contient un nom" in b"".join(desk.get(at(run, "report")).streaming_content).decode()
    send(desk, survey)
    run = ImportRun.objects.first()
    assert run.mapping["columns"] == ["", "level", "size", "words"]
    assert run.mapping["values"]["level"]["premier"] == "o1"


def test_an_address_is_no_free_answer(desk, survey):
    send(desk, survey)
    run = ImportRun.objects.get()
    answer = desk.post(at(run, "columns"), {"column-0": "words", "column-3": ""})
    assert answer.status_code == 422
    assert "dit qui a répondu (adresse électronique)" in answer.content.decode()
    assert not ProcrastinateJob.objects.exists()


def test_a_question_has_one_column(desk, survey):
    send(desk, survey)
    run = ImportRun.objects.get()
    answer = desk.post(at(run, "columns"), {"column-2": "level"})
    assert answer.status_code == 422
    assert "deux colonnes" in answer.content.decode()


def test_a_wide_export_asks_only_what_it_must(desk, survey):
    """Timings are erased without a list each; beyond sixty columns to decide, one list serves all."""
    timings = [f"groupTime{n}" for n in range(200)]
    others = [f"Colonne {n} sans rapport" for n in range(80)]
    rows = [["level", *timings, *others], ["o1", *["12.5"] * 200, *["x"] * 80]]
    assert send(desk, survey, rows).status_code == 302
    run = ImportRun.objects.get()
    answer = desk.get(at(run, "columns"))
    said = answer.content.decode()
    assert "200 colonnes disent qui a répondu" in said
    assert "1 colonne est reconnue, 200 seront effacées, 80 sont à décider." in said
    assert "80 colonnes à décider" in said
    assert (said.count("<select"), said.count('list="liste-questions"')) == (0, 80)
    assert len(answer.content) < 250_000
    address, label = at(run, "columns"), "Question size ?"
    refused = desk.post(address, {"column-220": "Question tail ?"})
    assert refused.status_code == 422
    html = refused.content.decode()
    assert 'value="Question tail ?"' in html
    assert html.index('id="column-220"') < html.index('id="column-201"')
    assert desk.post(address, {"column-201": label}).status_code == 302
    run.refresh_from_db()
    assert run.mapping["columns"][201] == "size"


def test_a_file_of_too_many_columns_is_refused(desk, survey):
    answer = send(desk, survey, [[f"c{n}" for n in range(501)], ["x"] * 501])
    assert answer.status_code == 422
    assert "plus de 500 colonnes" in answer.content.decode()


def test_the_headings_may_be_lower(desk, survey):
    send(desk, survey, [["level", "words", "x"], ["count", "several", "y"], ["1", "o1", "z"]])
    run = ImportRun.objects.get()
    desk.post(at(run, "columns"), {"reread": "1", "header": "2"})
    run.refresh_from_db()
    assert run.mapping["columns"] == ["count", "several", ""]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "vide.csv", "vide"),
        (b"%PDF-1.4", "x.pdf", "ni un CSV"),
        (b"level\n" + b"a" * 2_000_000, "gros.csv", "trop longue"),
    ],
)
def test_a_wrong_file_is_told(desk, survey, content, name, words):
    answer = send(desk, survey, content, name)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_a_published_survey_takes_nothing(desk, db):
    published = making.survey(state="published", slug="publiee")
    assert "retirez-les" in desk.get(reverse("intake:home", args=["publiee"])).content.decode()
    assert send(desk, published).status_code == 422
    assert not ImportRun.objects.exists()


def test_files_left_behind_are_forgotten(desk, survey, tmp_path):
    send(desk, survey)
    assert forget_files() == 0
    ImportRun.objects.update(beat="2026-01-01T00:00:00Z")
    assert forget_files() == 1
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    run = ImportRun.objects.get()
    assert desk.get(at(run, "columns")).status_code == 302


@pytest.mark.parametrize("form", ["large", "long"])
def test_the_files(desk, survey, form):
    type(survey).objects.update(state="closed")
    making.sent(survey, {"level": "o1", "words": "secret"})
    assert (
        "ordre tiré au sort"
        in desk.get(reverse("intake:files", args=[survey.slug])).content.decode()
    )
    answer = desk.get(reverse("intake:file", args=[survey.slug, form]))
    said = b"".join(answer.streaming_content).decode()
    assert "Option 1" in said
    assert "secret" not in said


def test_an_anonymous_survey_gives_no_file_while_people_answer(desk, survey):
    """Two files, one before and one after somebody answered, would tell what that person said."""
    making.sent(survey, {"level": "o1"})
    assert "une fois l’enquête close" in desk.get(reverse("intake:files", args=[survey.slug])).text
    answer = desk.get(reverse("intake:file", args=[survey.slug, "large"]))
    assert (answer.status_code, "Option 1" in answer.text) == (409, False)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how_many", [1, 3])
def test_queries(desk, survey, django_assert_num_queries, how_many):
    rows = [["level", "words"], *([f"o{n}", "Voir Mme Exemple"] for n in (1, 2, 3)[:how_many])]
    for _each in range(how_many):
        run = brought(survey, text(rows), store=False)
    home = reverse("intake:home", args=[survey.slug])
    for address, queries in ((home, HOME), (at(run), REPORT)):
        desk.get(address)
        with django_assert_num_queries(queries):
            desk.get(address)
