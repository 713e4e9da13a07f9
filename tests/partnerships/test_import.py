"""Real links from a dirty file: who is meant, what is refused and why, nothing twice, nothing invented."""

import pytest
from django.core.management import CommandError, call_command

from aict.imports.models import ImportRun
from aict.listing.models import Clock
from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.imports import doubts, reconciling, remembering
from partnerships.models import LinkChoice, Partnership
from tests.partnerships import links, workflow
from tests.partnerships.links import DIRTY, csv_of, fates, imported, row
from tests.people import factories as people
from tests.together import together


@pytest.fixture
def dirty(db) -> ImportRun:
    links.references()
    return imported(DIRTY.read_bytes(), people.coordinator(), source="Liste fictive, CC0")


def titles() -> set[str]:
    return set(Partnership.objects.values_list("title", flat=True))


def test_the_dirty_file_is_sorted_out(dirty):
    assert (dirty.state, dirty.problem) == ("done", "")
    assert fates(dirty) == {
        2: "added",
        3: "duplicate",
        4: "added",
        5: "added",
        6: "added",
        7: "ambiguous",
        8: "added",
        9: "refused",
        10: "refused",
        11: "refused",
        12: "refused",
        13: "added",
        14: "ambiguous",
        15: "added",
        16: "ambiguous",
    }
    assert titles() == {
        "Grenoble – Oxford",
        "Dunkerque – Rostock",
        "Évry-Courcouronnes – Bayreuth",
        "Saint-Ouen-sur-Seine – Salford",
        "Loireauxence – Brno",
        "Grenoble – Mbabane",
        "Grenoble – Neustadt",
    }


def test_each_refusal_is_told(dirty):
    why = {number: row(dirty, number).remarks[0] for number in (3, 7, 9, 10, 11, 12, 14, 16)}
    assert why == {
        3: "Même paire que la ligne 2 : réunies en un seul partenariat",
        7: "Plusieurs territoires peuvent s’appeler « Saint-Ouen »",
        9: "Le pays manque",
        10: "Deux collectivités françaises : ce n’est pas une action internationale",
        11: "Pays inconnu : « Atlantide »",
        12: "Un des deux noms manque",
        14: "Plusieurs territoires peuvent s’appeler « Neustadt »",
        16: "« Nulle-Part-sur-Rêve » n’est pas dans le référentiel",
    }
    assert "Année illisible, non reprise : « l’an passé »" in row(dirty, 8).remarks


def test_a_link_is_on_line_to_be_verified_and_invents_nothing(dirty):
    live = Partnership.objects.get(title="Grenoble – Oxford")
    # The form of one row, the year of the other: the same pair.
    assert (live.form, live.year_signed, live.source) == ("jumelage", 1989, "Liste fictive, CC0")
    assert (live.stage, live.origin, live.categories, live.summary) == ("", "", [], "")
    told = live.contribution
    assert (told.state, told.live, told.verified_on, told.fictional) == (
        *("published", True),
        *(None, False),
    )
    assert told.territory.key == "commune-38185"
    assert {"pays:GB", "forme:jumelage", "annee:1989", "niveau:commune"} <= set(live.facets)
    assert "Oxford" in live.search_text
    assert live.slug == "grenoble-oxford"
    other = Partnership.objects.get(title="Grenoble – Mbabane")
    assert (other.form, other.year_signed) == ("", None)
    stamps = list(Partnership.objects.values_list("stamp", flat=True))
    assert len(set(stamps)) == 7
    assert max(stamps) == Clock.objects.get(kind="partnership").stamp


def test_the_accepted_text_can_be_taken_up(dirty):
    live = Partnership.objects.get(title="Dunkerque – Rostock")
    text = live.contribution.revisions.get()
    assert (text.number, text.accepted) == (1, True)
    assert text.data == {
        "title": "Dunkerque – Rostock",
        "french_parties": ["commune-59183"],
        "foreign_parties": ["etranger-2844588"],
        "source": "Liste fictive, CC0",
    }


def test_its_territory_completes_it_and_the_year_stays(dirty):
    imported_one = Partnership.objects.get(title="Grenoble – Oxford").contribution
    officer = people.officer(Territory.objects.get(key="commune-38185"))
    imported_one.editors.add(officer)
    told = workflow.answers() | imported_one.revisions.get().data | {"summary": "Deux universités."}
    drafts.save(imported_one, told, drafts.text_in_hand(imported_one).lock_no, officer)
    imported_one.refresh_from_db()
    apply(imported_one, "submit", officer)
    apply(imported_one, "accept", people.coordinator())
    live = Partnership.objects.get(contribution=imported_one)
    assert (live.summary, live.year_signed, live.form) == ("Deux universités.", 1989, "jumelage")
    assert imported(DIRTY.read_bytes()).report["counts"]["added"] == 0


def test_again_adds_nothing(dirty):
    before = (Partnership.objects.count(), Contribution.objects.count())
    again = imported(DIRTY.read_bytes(), source="Autre liste")
    assert again.report["counts"] == {
        "added": 0,
        "known": 7,
        "duplicate": 1,
        "ambiguous": 3,
        "refused": 4,
    }
    assert (Partnership.objects.count(), Contribution.objects.count()) == before


def test_a_partnership_corrected_or_taken_off_line_is_not_made_again(dirty):
    wrong = Partnership.objects.get(title="Grenoble – Neustadt")
    wrong.parties.set(
        [Territory.objects.get(key=key) for key in ("commune-38185", "etranger-2900002")]
    )
    Contribution.objects.filter(partnership__title="Grenoble – Oxford").update(
        live=False, state="archived"
    )
    assert imported(DIRTY.read_bytes()).report["counts"]["added"] == 0


def test_a_pair_told_by_hand_is_known(dirty):
    Territory.objects.filter(key="commune-89162").update(
        valid_to="2026-01-01", successor=Territory.objects.get(key="commune-38185")
    )
    file = csv_of(["Évry", "89", "Oxford", "Royaume-Uni"])
    assert fates(imported(file)) == {2: "known"}


def test_a_try_stores_nothing(db):
    links.references()
    run = imported(DIRTY.read_bytes(), store=False)
    assert (run.state, run.report["counts"]["added"]) == ("checked", 7)
    assert (Partnership.objects.count(), run.rows.count()) == (0, 15)


def test_what_was_chosen_once_is_known_for_the_next_list(dirty):
    link = doubts.link_of(row(dirty, 7))
    saint_ouen = Territory.objects.get(key="commune-93070")
    remembering.remember(link, {link.french: saint_ouen}, None)
    left_out = doubts.link_of(row(dirty, 16))
    remembering.remember_refusal(left_out, LinkChoice.Reason.UNKNOWN, None)
    again = imported(DIRTY.read_bytes())
    assert row(again, 7).status == "added"
    assert row(again, 16).remarks[0] == "Écartée par la coordination : Lieu introuvable"
    # The same name beside another one is asked again.
    other = imported(csv_of(["Saint-Ouen", "", "Rostock", "Allemagne"]))
    assert fates(other) == {2: "ambiguous"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "Ce fichier est vide."),
        (b"commune;ville partenaire\nGrenoble;Oxford", "Il manque celle de son pays (« pays »)."),
        (b"truc;machin\n1;2", "Il manque la colonne de la collectivité française (« commune ») et"),
        (b"\x89PNG\r\n", "Ce fichier n’est ni un CSV ni un classeur XLSX."),
    ],
)
def test_unreadable_files_say_why(db, content, why):
    run = imported(content, name="liens.csv" if not content.startswith(b"\x89") else "liens.png")
    assert run.state == "refused"
    assert run.problem.startswith(why)


def test_headings_alone_import_nothing(db):
    links.references()
    run = imported(csv_of())
    assert (run.state, run.report) == (
        "done",
        {"counts": {"added": 0, "ambiguous": 0}, "reasons": []},
    )


def test_the_command_tells_and_repeats(db, capsys):
    links.references()
    call_command("import_partnerships", str(DIRTY), "--dry-run")
    assert (Partnership.objects.count(), ImportRun.objects.count()) == (0, 0)
    call_command("import_partnerships", str(DIRTY), "--source", "Liste fictive, CC0", "--rows")
    said = capsys.readouterr().out
    for words in (
        "Partenariats ajoutés : 7",
        "Paire répétée : 1",
        "À départager : 3",
        "Rejetées : 4",
        "Pays inconnu : « … » : 1",
        "2\tadded\tGrenoble – Oxford",
        "15 lignes en",
    ):
        assert words in said
    call_command("import_partnerships", str(DIRTY))
    assert "Déjà là : 7" in capsys.readouterr().out


def test_the_command_refuses_in_words(db, tmp_path):
    with pytest.raises(CommandError, match="ne peut pas être lu"):
        call_command("import_partnerships", str(tmp_path / "rien.csv"))
    (tmp_path / "vide.csv").write_text("")
    with pytest.raises(CommandError, match="Ce fichier est vide"):
        call_command("import_partnerships", str(tmp_path / "vide.csv"))
    with pytest.raises(CommandError, match="n’est pas l’adresse d’une personne"):
        call_command("import_partnerships", str(DIRTY), "--by", "inconnu@exemple.fr")


@pytest.mark.parametrize("count", [1, 24])
def test_an_import_asks_the_same_whatever_its_size(db, count, django_assert_num_queries):
    links.references()
    rows = [
        [commune[0], commune[1], town, "Allemagne"]
        for commune in links.COMMUNES.values()
        for town in ("Rostock", "Bayreuth", "Heidelberg")
    ]
    content = csv_of(*rows[:count])
    with django_assert_num_queries(27):
        run = imported(content)
    assert run.report["counts"] == {"added": count, "ambiguous": 0}


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_the_same_moment_add_each_pair_once():
    links.references()
    made = together(*(lambda: imported(DIRTY.read_bytes()) for _ in range(2)))
    assert sorted(run.report["counts"]["added"] for run in made) == [0, 7]
    assert Partnership.objects.count() == 7


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_the_same_moment_settle_once():
    links.references()
    run = imported(DIRTY.read_bytes())
    keys = ("commune-93070", "commune-41226")
    places = [Territory.objects.get(key=key) for key in keys]
    done = together(
        *(
            lambda place=place: reconciling.choose(run, 7, {"french": place}, None)
            for place in places
        )
    )
    assert sorted(changed for _row, changed in done) == [False, True]
    assert Partnership.objects.filter(title__endswith="Heidelberg").count() == 1
