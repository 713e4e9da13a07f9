"""The same import on screen, for coordinators: file, columns, try, words, import, report."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.imports.models import ImportRun
from aict.imports.tasks import forget_imports, work_on_import
from aict.moderation.models import Contribution
from tests.moderation.shelf import stored
from tests.people import factories as people
from tests.practices import spreadsheets


@pytest.fixture(autouse=True)
def _no_job_of_others(db):
    """Tests that commit leave their jobs."""
    ProcrastinateJob.objects.all().delete()


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(client, db):
    """A coordinator's browser."""
    spreadsheets.references()
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    return client


def send(client, content=None, name="relevé.csv", **more):
    content = spreadsheets.DIRTY.read_bytes() if content is None else content
    return client.post(
        reverse("practices:imports"), {"file": SimpleUploadedFile(name, content), **more}
    )


def address(run, name="import", query="") -> str:
    return reverse(f"practices:{name}", args=[run.token]) + query


def chosen(run, **more) -> dict:
    columns = {f"column-{n}": slug for n, slug in enumerate(run.mapping["columns"])}
    return {"header": run.mapping["header"], "source": run.source, **columns, **more}


def work(run) -> ImportRun:
    """What the worker does with the job that was just queued."""
    (job,) = ProcrastinateJob.objects.filter(task_name="imports.work", status="todo")
    work_on_import(**job.args)
    ProcrastinateJob.objects.all().delete()
    run.refresh_from_db()
    return run


def tried(client, **more) -> ImportRun:
    send(client, source="Réseau Alpha")
    run = ImportRun.objects.get()
    client.post(address(run, "import_columns"), chosen(run, **more))
    return work(run)


def test_the_whole_way(desk):
    assert send(desk).status_code == 302
    run = ImportRun.objects.get()
    assert (run.state, run.source, run.file_name) == ("sent", "relevé", "relevé.csv")
    said = desk.get(address(run, "import_columns")).content.decode()
    assert "Intitulé" in said
    assert "Neuf « cheffes »" in said
    desk.post(address(run, "import_columns"), chosen(run, **{"all-nature": "projet"}))
    work(run)
    assert run.state == "checked"
    assert not Contribution.objects.exists()
    said = desk.get(address(run)).content.decode()
    assert "Créer 5 brouillons" in said
    assert "Québec" in said
    assert desk.post(address(run, "import_confirm")).status_code == 302
    work(run)
    assert run.state == "done"
    assert Contribution.objects.count() == 5
    said = desk.get(address(run, query="?sort=duplicate")).content.decode()
    assert "Même ligne que la ligne 3" in said
    assert "Vendre un terroir" not in said
    assert "relevé.csv" in desk.get(reverse("practices:imports")).content.decode()


def test_pressing_twice_imports_once(desk):
    run = tried(desk)
    for _ in range(2):
        desk.post(address(run, "import_confirm"))
    assert ProcrastinateJob.objects.filter(task_name="imports.work").count() == 1
    work(run)
    desk.post(address(run, "import_confirm"))
    assert not ProcrastinateJob.objects.exists()


def test_words_are_told_once_and_remembered(desk):
    run = tried(desk)
    words = {"category-0": "promotion", "countries-0": "-"}
    desk.post(address(run, "import_words"), words)
    work(run)
    assert run.report["unknown"] == {}
    assert run.mapping["values"] == {
        "category": {"promo": "promotion"},
        "countries": {"Québec": ""},
    }
    send(desk, source="Réseau Bêta")
    assert ImportRun.objects.first().mapping["values"]["category"] == {"promo": "promotion"}


def test_the_heading_line_can_be_changed(desk):
    send(desk)
    run = ImportRun.objects.get()
    desk.post(address(run, "import_columns"), {"reread": "1", "header": "1"})
    run.refresh_from_db()
    assert run.mapping["headings"][0] == "Qui"
    for strange in ("999", "0", "x", "", "²"):
        assert (
            desk.post(
                address(run, "import_columns"), {"reread": "1", "header": strange}
            ).status_code
            == 302
        )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"column-2": ""}, "Choisissez la colonne du titre"),
        ({"column-8": "title"}, "est choisi pour plusieurs colonnes"),
        ({"column-0": "consent"}, "column-0"),
        ({"source": ""}, "obligatoire"),
        ({"all-nature": "autre"}, "all-nature"),
    ],
)
def test_columns_that_cannot_be_read(desk, more, said):
    send(desk)
    run = ImportRun.objects.get()
    answer = desk.post(address(run, "import_columns"), chosen(run) | more)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    run.refresh_from_db()
    assert run.state == "sent"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "vide"),
        (b"%PDF-1.7", "a.pdf", "ni un CSV"),
        (b"MZ\x90\x00", "a.xlsx", "ni un CSV"),
        (b'a;b\n"jamais', "a.csv", "guillemets"),
        (b"PK\x03\x04", "a.xlsx", "abîmé"),
        (b"a" * (20 * 1024 * 1024 + 1), "a.csv", "dépasse"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_kept(desk, content, name, said):
    answer = send(desk, content, name)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert (ImportRun.objects.count(), stored()) == (0, [])


def test_a_hostile_name_is_only_shown(desk):
    send(desk, name="../../<script>.csv")
    run = ImportRun.objects.get()
    assert run.file_name == "<script>.csv"
    assert [path.suffix for path in stored()] == [".csv"]
    assert "<script>.csv" not in desk.get(reverse("practices:imports")).content.decode()


def test_progress_is_asked_with_an_etag(desk):
    send(desk)
    run = ImportRun.objects.get()
    ImportRun.objects.update(state="importing", done=120, total=827)
    first = desk.get(address(run, query="?avancement"))
    assert "120 lignes sur 827" in first.content.decode()
    again = desk.get(address(run, query="?avancement"), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    ImportRun.objects.update(done=300)
    later = desk.get(address(run, query="?avancement"), headers={"If-None-Match": first["ETag"]})
    assert "300 lignes" in later.content.decode()


def test_a_try_left_behind_can_be_asked_again(desk):
    send(desk)
    run = ImportRun.objects.get()
    ImportRun.objects.update(state="checking")
    desk.post(address(run, "import_again"))
    assert not ProcrastinateJob.objects.exists(), "it is being worked on"
    ImportRun.objects.update(beat="2020-01-01T00:00Z")
    assert "Relancer" in desk.get(address(run)).content.decode()
    desk.post(address(run, "import_again"))
    assert ProcrastinateJob.objects.count() == 1


def test_an_unexpected_failure_is_told(desk, monkeypatch):
    run = tried(desk)
    desk.post(address(run, "import_confirm"))
    monkeypatch.setattr("practices.imports.running.settle", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work(run)
    said = desk.get(address(run)).content.decode()
    assert "Une erreur imprévue" in said
    assert not Contribution.objects.exists()


def test_the_report_as_a_file_runs_nothing(desk):
    run = tried(desk)
    answer = desk.get(address(run, "import_report"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert "7;Brouillon à créer;'=1+1;" in text
    assert "Même ligne que la ligne 3" in text


def test_nothing_more_once_imported(desk):
    run = tried(desk)
    ImportRun.objects.update(state="done")
    for name in ("import_columns", "import_words", "import_confirm", "import_again"):
        assert desk.post(address(run, name), chosen(run)).status_code == 302
    run.refresh_from_db()
    assert run.state == "done"
    assert not ProcrastinateJob.objects.exists()


def test_old_files_are_forgotten(desk):
    run = tried(desk)
    assert forget_imports() == 0
    ImportRun.objects.update(at="2020-01-01T00:00Z", state="done")
    assert forget_imports() == 1
    assert stored() == []
    assert "Même ligne" in desk.get(address(run)).content.decode()
