"""The same import on screen, for coordinators: the list, the try, the import, then the rows in doubt."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.imports.models import ImportRun
from aict.imports.tasks import work_on_import
from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.models import LinkChoice, Partnership
from tests.partnerships import links
from tests.partnerships.links import DIRTY, csv_of, imported, row
from tests.people import factories as people


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
    links.references()
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    return client


def address(run, name="import", *more) -> str:
    return reverse(f"partnerships:{name}", args=[run.token, *more])


def send(client, content: bytes, name="liens.csv"):
    return client.post(
        reverse("partnerships:imports"),
        {"file": SimpleUploadedFile(name, content), "source": "Liste fictive, CC0"},
    )


def work(run) -> ImportRun:
    """What the worker does with the job that was just queued."""
    (job,) = ProcrastinateJob.objects.filter(task_name="imports.work", status="todo")
    work_on_import(**job.args)
    ProcrastinateJob.objects.all().delete()
    run.refresh_from_db()
    return run


def text(answer) -> str:
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_the_whole_way(desk):
    assert send(desk, DIRTY.read_bytes()).status_code == 302
    run = ImportRun.objects.get()
    assert "En attente" in text(desk.get(address(run)))
    assert work(run).state == "checked"
    said = text(desk.get(address(run)))
    assert "Mettre en ligne 7 partenariats" in said
    assert "Pays inconnu : « … » : 1" in said
    assert Partnership.objects.count() == 0
    for _ in range(2):
        desk.post(address(run, "import_confirm"))
    assert work(run).state == "done"
    assert Partnership.objects.count() == 7
    said = text(desk.get(address(run)))
    assert "Import terminé" in said
    assert "/partenariats/grenoble-oxford/" in said
    assert address(run, "import_row", 7) in said
    assert "liens.csv" in text(desk.get(reverse("partnerships:imports")))
    report = b"".join(desk.get(address(run, "import_report")).streaming_content).decode()
    assert "grenoble-oxford" in report
    assert "Pays inconnu" in report


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"truc;machin\n1;2", "Il manque la colonne de la collectivité française"),
        (b"   ", "Ce fichier est vide."),
    ],
)
def test_a_list_that_cannot_be_read_is_not_kept(desk, content, why):
    answer = send(desk, content)
    assert answer.status_code == 422
    assert why in text(answer)
    assert (ImportRun.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_proposals_are_ranked_with_what_tells_them_apart(desk):
    run = imported(DIRTY.read_bytes())
    said = text(desk.get(address(run, "import_row", 7)))
    places = [said.index(key) for key in ("commune-93070", "commune-41226", "commune-80711")]
    assert places == sorted(places)
    assert "Qui est « Saint-Ouen » ?" in said
    assert "Commune · Département 93 · 53 615 habitants · même nom" in said
    assert "Heidelberg" in said


def test_a_choice_makes_the_partnership_at_once_and_goes_on(desk):
    run = imported(DIRTY.read_bytes(), source="Liste fictive, CC0")
    answer = desk.post(address(run, "import_row", 7), {"french": "commune-93070"})
    assert answer["Location"] == address(run, "import_row", 14)
    made = Partnership.objects.get(title="Saint-Ouen-sur-Seine – Heidelberg")
    assert (made.source, made.contribution.state) == ("Liste fictive, CC0", "published")
    run.refresh_from_db()
    assert run.report["counts"]["ambiguous"] == 2
    settled = row(run, 7)
    assert (settled.status, settled.contribution) == ("added", made.contribution)
    assert "Partenariat mis en ligne" in text(desk.get(address(run, "import_row", 14)))
    # Remembered: the same list asks no more.
    assert row(imported(DIRTY.read_bytes()), 7).status == "known"


def test_the_same_name_is_asked_once_in_a_list(desk):
    place = ["50,5", "9,5"]
    file = csv_of(
        *([commune, "", "Neustadt", "Allemagne", *place] for commune in ("Grenoble", "Dunkerque")),
        ["Loireauxence", "", "Neustadt", "Allemagne", "54", "10"],
        headings=(
            "commune",
            "département",
            "partenaire",
            "pays",
            "lat partenaire",
            "long partenaire",
        ),
    )
    run = imported(file)
    assert set(links.fates(run).values()) == {"ambiguous"}
    desk.post(address(run, "import_row", 3), {"foreign": "etranger-2900001"})
    assert links.fates(run) == {2: "added", 3: "added", 4: "ambiguous"}
    run.refresh_from_db()
    assert run.report["counts"] == {"added": 2, "ambiguous": 1}


def test_double_click_and_second_coordinator(desk, client):
    run = imported(DIRTY.read_bytes())
    for key in ("commune-93070", "commune-93070", "commune-41226"):
        desk.post(address(run, "import_row", 7), {"french": key})
    assert Partnership.objects.filter(title__endswith="Heidelberg").count() == 1
    assert LinkChoice.objects.get().territory.key == "commune-93070"
    assert "avait déjà été départagée" in text(desk.get(address(run)))
    assert desk.get(address(run, "import_row", 7)).status_code == 302


def test_another_territory_can_be_typed(desk):
    run = imported(DIRTY.read_bytes())
    typed = {"french": "autre", "french_autre": "commune-38185"}
    desk.post(address(run, "import_row", 7), typed)
    assert Partnership.objects.filter(title="Grenoble – Heidelberg").exists()


def test_a_place_that_our_list_lacks_is_added_where_the_file_puts_it(desk):
    run = imported(DIRTY.read_bytes())
    answer = desk.post(address(run, "import_row", 16), {"foreign": "ajouter"})
    assert answer.status_code == 302
    added = Territory.objects.get(name="Nulle-Part-sur-Rêve")
    assert (added.country_id, added.latitude, added.longitude) == ("ML", 12, -8)
    assert Partnership.objects.filter(title="Grenoble – Nulle-Part-sur-Rêve").exists()


def test_leaving_out_needs_a_reason_and_is_remembered(desk):
    run = imported(DIRTY.read_bytes())
    answer = desk.post(address(run, "import_row", 16), {"leave_out": "1", "reason": ""})
    assert answer.status_code == 422
    answer = desk.post(address(run, "import_row", 16), {"leave_out": "1", "reason": "introuvable"})
    assert answer["Location"] == address(run, "import_row", 7)
    assert row(run, 16).remarks[0] == "Écartée par la coordination : Lieu introuvable"
    assert row(imported(DIRTY.read_bytes()), 16).status == "refused"


def test_saying_nothing_is_told_and_changes_nothing(desk):
    run = imported(DIRTY.read_bytes())
    before = Contribution.objects.count()
    for sent in ({}, {"french": "autre"}, {"french": "commune-99999"}):
        assert desk.post(address(run, "import_row", 7), sent).status_code == 422
    assert "Choisissez un territoire" in text(desk.post(address(run, "import_row", 7), {}))
    assert Contribution.objects.count() == before


def test_rows_are_settled_after_the_import_only(desk):
    run = imported(DIRTY.read_bytes(), store=False)
    assert desk.get(address(run, "import_row", 7))["Location"] == run.get_absolute_url()
    assert desk.get(address(run, "import_row", 700)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(desk, count, django_assert_num_queries):
    towns = ("Rostock", "Bayreuth", "Heidelberg")[:count]
    run = imported(csv_of(*(["Grenoble", "38", town, "Allemagne"] for town in towns)))
    with django_assert_num_queries(6):
        desk.get(address(run))
    doubtful = imported(csv_of(*(["Saint-Ouen", "", town, "Allemagne"] for town in towns)))
    with django_assert_num_queries(7):
        desk.get(address(doubtful, "import_row", 2))
