"""An import, from a dirty file to drafts: all or nothing, never twice, and everything told."""

import io
import json
import threading
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from aict.imports.lines import HEAD, Line
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of
from aict.moderation import drafts
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Revision
from practices.imports import running
from practices.imports.converting import Converter
from practices.imports.mapping import Mapping, proposed, remember
from practices.models import ImportMapping
from tests.people import factories as people
from tests.practices import spreadsheets, workflow
from tests.practices.spreadsheets import csv_of, data, fates, imported, row

KIND = KINDS["practice"]


@pytest.fixture
def coordinator(db):
    spreadsheets.references()
    return people.coordinator()


@pytest.fixture
def dirty(coordinator):
    values = {"category": {"promo": "promotion"}, "countries": {"Québec": ""}}
    return imported(
        spreadsheets.DIRTY.read_bytes(), coordinator, values=values, constants={"nature": "projet"}
    )


def test_the_dirty_file_becomes_drafts(dirty):
    assert (dirty.state, dirty.problem) == ("done", "")
    assert fates(dirty) == {
        3: "added",
        5: "added",
        6: "added",
        7: "added",
        8: "duplicate",
        10: "duplicate",
        12: "added",
    }
    assert data(dirty, 3) == {
        "nature": "projet",
        "territory": "metropole-200040715",
        "title": "Accompagner dix entreprises fictives sur un salon",
        "summary": "Un pavillon commun.\nSix mois de suivi ; trois contrats.",
        "category": "internationalisation",
        "countries": ["MA"],
        "date_start": "2021-03",
        "budget_total": "12000",
    }
    made = Contribution.objects.get(title__startswith="Accompagner dix")
    assert (made.state, made.live, made.category) == ("draft", False, "internationalisation")
    assert made.territory.key == "metropole-200040715"
    assert made.editors.get() == made.created_by == dirty.by


def test_formulas_of_a_text_file_stay_text(dirty):
    assert data(dirty, 7)["title"] == "=1+1"
    assert data(dirty, 7)["summary"] == "@SOMME(A1:A9)"


def test_nothing_is_cut_and_everything_is_told(dirty):
    assert len(data(dirty, 12)["title"]) > 100
    assert data(dirty, 12)["territory"] == "libre:Commune de Nulle-Part-sur-Rêve"
    told = {number: row(dirty, number).remarks for number in (5, 6, 8, 10, 12)}
    assert "Plusieurs collectivités s’appellent « Saint-Aubin »" in told[5][0]
    assert told[6] == [
        "Début : « 13/2022 », date illisible, par exemple 03/2024",
        "Budget total (€) : « environ 3000 », nombre illisible",
    ]
    assert told[8] == ["Même ligne que la ligne 3"]
    assert told[10][0] == "Même ligne que la ligne 5, mais elle dit autre chose"
    assert any("Titre : 172 caractères, 100 au plus (gardé entier)" in text for text in told[12])
    assert any("L’essentiel : 900 caractères, 800 au plus" in text for text in told[12])
    assert data(dirty, 6)["budget_total"] == "environ 3000"


def test_what_lacks_is_listed(dirty):
    lacks = row(dirty, 3).lacks
    assert "consent" in lacks
    assert "title" not in lacks
    assert dict(dirty.report["lacking"])["consent"] == 5


def test_the_row_is_kept_as_it_was(dirty):
    assert row(dirty, 5).cells["Budget"] == "1,5 M€"


def test_again_adds_nothing(dirty, coordinator):
    again = imported(spreadsheets.DIRTY.read_bytes(), coordinator, **kept(dirty))
    assert set(fates(again).values()) == {"known", "duplicate"}
    assert Contribution.objects.count() == 5
    assert row(again, 3).contribution == row(dirty, 3).contribution


def kept(run: ImportRun) -> dict:
    return {"values": run.mapping["values"], "constants": run.mapping["constants"]}


def test_a_row_that_changed_is_told_and_left_alone(dirty, coordinator):
    changed = spreadsheets.DIRTY.read_bytes().replace(b"pavillon commun", b"pavillon double")
    again = imported(changed, coordinator, **kept(dirty))
    assert fates(again)[3] == "different"
    assert "commun" in data(dirty, 3)["summary"]


def test_a_draft_written_since_is_left_alone(dirty, coordinator):
    contribution = row(dirty, 3).contribution
    drafts.save(contribution, {"title": "Repris à la main"}, 1, coordinator)
    again = imported(spreadsheets.DIRTY.read_bytes(), coordinator, **kept(dirty))
    assert fates(again)[3] == "known"
    assert drafts.text_in_hand(contribution).data["title"] == "Repris à la main"


def test_another_source_is_another_thing(dirty, coordinator):
    other = imported(spreadsheets.DIRTY.read_bytes(), coordinator, source="Autre réseau")
    assert fates(other)[3] == "added"


def test_unknown_words_are_counted(coordinator):
    run = imported(spreadsheets.DIRTY.read_bytes(), coordinator, store=False)
    assert run.report["unknown"] == {"category": [["promo", 2]], "countries": [["Québec", 1]]}
    assert run.state == "checked"


def test_a_try_stores_no_draft(coordinator):
    run = imported(spreadsheets.DIRTY.read_bytes(), coordinator, store=False)
    assert (Contribution.objects.count(), Revision.objects.count()) == (0, 0)
    assert run.rows.filter(status="added", contribution=None).count() == 5


GOOD = ["1", "Un titre", "Un résumé", "Ailleurs"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (["2", "NUL\x00ici", "", ""], "caractère invisible interdit"),
        (["2", "Un titre", "x" * 20_001, ""], "dépasse 20000 caractères"),
        (["2", "Un titre", "", "", "de trop"], "plus de cellules"),
        (["", "", "Un résumé seul", ""], "Ni titre ni identifiant"),
    ],
)
def test_one_row_that_cannot_be_stored_refuses_the_file(coordinator, bad, said):
    run = imported(csv_of(GOOD, bad), coordinator)
    assert run.state == "refused"
    assert run.problem.startswith("Une ligne ne peut pas être reprise")
    assert fates(run) == {2: "added", 3: "refused"}
    assert said in row(run, 3).remarks[0]
    assert (Contribution.objects.count(), Revision.objects.count()) == (0, 0)


def test_half_a_character_is_refused(db):
    """PostgreSQL's JSON takes neither NUL nor half of a pair."""
    convert = Converter(Mapping(headings=["A"], columns=["title"]), "Essai", [])
    assert convert(Line(2, ["\ud800"])).refused
    assert not convert(Line(3, ["\U0001f980 entier"])).refused


def test_an_unreadable_file_is_refused_in_words(coordinator):
    run = spreadsheets.run_of(csv_of(GOOD), coordinator)
    running.carry_out(run, b'a;b\n"jamais', True)
    run.refresh_from_db()
    assert (run.state, run.problem[:8]) == ("refused", "Ligne 2 ")


def test_a_failure_while_storing_leaves_nothing(coordinator, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(ImportRow.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        imported(csv_of(GOOD), coordinator)
    assert not Contribution.objects.exists()


def test_drafts_are_those_that_writing_would_make(coordinator):
    """In bulk or one by one: the same contribution, text and headline."""
    values = workflow.answers()
    token = uuid.uuid4()
    headline = KIND.headline(values)
    told = {name: headline[name] for name in ("title", "category")}
    told |= {f"{name}_id": headline[name].pk for name in ("territory", "service")}
    made = drafts.start_many(KIND, [(token, values, told)], coordinator)[token]
    single = drafts.start(KIND, uuid.uuid4(), values, coordinator)[0]
    shown = (
        "kind",
        "state",
        "live",
        "title",
        "category",
        "territory_id",
        "service_id",
        "created_by_id",
    )
    assert [getattr(made, name) for name in shown] == [getattr(single, name) for name in shown]
    assert list(made.editors.all()) == list(single.editors.all())
    texts = [
        c.revisions.values("number", "data", "author", "lock_no").get() for c in (made, single)
    ]
    assert texts[0] == texts[1]


def test_headlines_are_those_of_the_kind(dirty):
    for told in dirty.rows.filter(status="added").select_related("contribution"):
        contribution = told.contribution
        headline = KIND.headline(contribution.revisions.get().data)
        assert {name: getattr(contribution, name) for name in headline} == headline


def test_an_imported_draft_can_be_completed_and_published(dirty, coordinator):
    contribution = row(dirty, 3).contribution
    complete = {**workflow.answers(), **data(dirty, 3)}
    drafts.save(contribution, complete, 1, coordinator)
    workflow.apply(contribution, "submit", coordinator)
    workflow.apply(contribution, "accept", people.coordinator())
    contribution.refresh_from_db()
    assert contribution.live


def test_queries_do_not_grow_with_rows(coordinator, django_assert_max_num_queries):
    content = spreadsheets.many(400)
    run = spreadsheets.run_of(content, coordinator)
    with django_assert_max_num_queries(60):
        running.carry_out(run, content, True)
    assert Contribution.objects.count() == 400


def test_the_mapping_is_remembered_for_the_same_headings(coordinator):
    content = csv_of(GOOD, headings=["A", "B", "C", "D"])
    lines = list(lines_of(content, "a.csv", HEAD))
    mapping = proposed(lines)
    assert mapping.columns == ["", "", "", ""]
    mapping.columns, mapping.constants = ["identity", "title", "", ""], {"nature": "projet"}
    remember(mapping, "Mon réseau")
    remember(mapping, "Mon réseau")
    assert proposed(lines).as_json() == mapping.as_json()
    other = Mapping(headings=["autre"], columns=["title"])
    remember(other, "Mon réseau")
    assert ImportMapping.objects.count() == 2


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Réseau Alpha.csv"
    path.write_bytes(csv_of(GOOD, ["2", "Un autre titre", "", ""]))
    return path


def order(*arguments, **options) -> str:
    said = io.StringIO()
    call_command("import_practices", *arguments, stdout=said, stderr=said, **options)
    return said.getvalue()


def test_the_command(coordinator, file):
    assert "Brouillon créé : 2" in order(file, dry_run=True)
    assert (Contribution.objects.count(), ImportRun.objects.count()) == (0, 0)
    said = order(file, by=coordinator.email.upper())
    assert "Brouillon créé : 2" in said
    assert "il manque « En une phrase » : 2" in said
    assert "Déjà là : 2" in order(file)
    assert Contribution.objects.filter(editors=coordinator).count() == 2
    assert ImportRun.objects.first().source == "Réseau Alpha"


def test_the_command_takes_a_mapping(coordinator, file, tmp_path):
    (tmp_path / "m.json").write_text(json.dumps({"columns": ["identity", "title", "context", ""]}))
    order(file, mapping=str(tmp_path / "m.json"))
    assert Revision.objects.filter(data__context="Un résumé").exists()
    order(file, mapping="Réseau Alpha", source="Autre")
    assert Contribution.objects.count() == 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "personne@nulle.part"}, "personne de la coordination"),
        ({"mapping": "inconnue"}, "Aucune correspondance"),
    ],
)
def test_the_command_refuses_in_words(coordinator, file, options, said):
    with pytest.raises(CommandError, match=said):
        order(file, **options)


def test_the_command_tells_what_is_wrong_with_a_file(coordinator, tmp_path):
    bad = tmp_path / "a.csv"
    for content, said in (
        (b"", "vide"),
        (b"x;y\n1;2\n", "colonne du titre.*« x », « y »"),
        (csv_of(["1", "a\x00", "", ""]), "Une ligne ne peut pas être reprise"),
    ):
        bad.write_bytes(content)
        with pytest.raises(CommandError, match=said):
            order(bad)
    with pytest.raises(CommandError, match="ne peut pas être lu"):
        order(tmp_path / "absent.csv")


@pytest.mark.django_db(transaction=True)
def test_two_people_bring_the_same_file():
    spreadsheets.references()
    content = spreadsheets.many(30)
    runs = [spreadsheets.run_of(content, people.coordinator()) for _ in range(2)]

    def work(run):
        try:
            running.carry_out(run, content, True)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[run]) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Contribution.objects.count() == 30
    kinds = sorted({*fates(run).values()} for run in runs)
    assert sorted(map(sorted, kinds)) == [["added"], ["known"]]
