"""Lists of people to invite: read whatever wrote them, tried, then added once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from aict.imports.lines import UnreadableError
from surveys.campaign import adding, reading
from surveys.campaign.adding import Fate
from surveys.campaign.models import Invitation
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making

LINES = """e-mail;collectivité;service
Anne.Petit@metropole.example;Grenoble-Alpes-Métropole;Relations internationales
ANNE.petit@metropole.example;Grenoble-Alpes-Métropole;
paul@ville.example;Saint-Denis;
zoe@ville.example;Atlantide;Sorcellerie

pas-une-adresse;Grenoble-Alpes-Métropole;
lea@ville.example
"""


@pytest.fixture
def survey(db):
    people.service()
    people.territory()
    for code, departement in (("93066", "93"), ("97411", "974")):
        where = people.territory("departement", departement, f"Département {departement}")
        people.territory("commune", code, "Saint-Denis", departement=where)
    return making.survey()


@pytest.fixture
def coordinator(client, db):
    client.force_login(people.coordinator())
    return client


def at(survey, name: str, *more) -> str:
    return reverse(f"campaign:{name}", args=[survey.slug, *more])


def workbook(lines: str) -> bytes:
    book = Workbook()
    for line in lines.splitlines():
        book.active.append(line.split(";"))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_each_line_has_its_fate(survey):
    invitation(survey, email="LEA@ville.example")
    rows = adding.tried(survey, reading.pasted(LINES))
    assert [(row.guest.number, row.fate) for row in rows] == [
        (2, Fate.NEW),
        (3, Fate.DOUBLE),
        (4, Fate.NEW),
        (5, Fate.NEW),
        (7, Fate.WRONG),
        (8, Fate.KNOWN),
    ]
    assert rows[0].remarks == ()
    assert rows[0].place.key == "metropole-200040715"
    assert "ligne 2" in rows[1].remarks[0]
    assert "Plusieurs collectivités" in rows[2].remarks[0]
    assert "inconnue" in rows[3].remarks[0]
    assert "Service inconnu" in rows[3].remarks[1]
    assert "n’est pas une adresse" in rows[4].remarks[0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.csv", LINES.encode()),
        ("liste.csv", LINES.encode("utf-8-sig")),
        ("liste.csv", LINES.encode("cp1252")),
        ("liste.csv", LINES.encode("utf-16")),
        ("liste.tsv", LINES.replace(";", "\t").encode()),
        ("liste.csv", LINES.replace(";", ",").encode()),
        ("liste.xlsx", workbook(LINES)),
    ],
)
def test_whatever_wrote_the_list(name, content):
    guests = reading.sent(content, name)
    assert len(guests) == 6
    first = guests[0]
    assert (first.number, first.email) == (2, "anne.petit@metropole.example")
    assert (first.place, first.service) == ("Grenoble-Alpes-Métropole", "Relations internationales")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@b.example", ("a@b.example", "", "")),
        ("Anne Petit <A@b.example>", ("a@b.example", "", "")),
        ("Lyon;a@b.example;RI", ("a@b.example", "Lyon", "RI")),
        (
            "Service;Courriel;Nom;Territoire\nRI;a@b.example;Anne;Lyon",
            ("a@b.example", "Lyon", "RI"),
        ),
    ],
)
def test_columns_are_found(text, expected):
    (guest,) = reading.pasted(text)
    assert (guest.email, guest.place, guest.service) == expected
    assert guest.trouble == ""


@pytest.mark.parametrize("text", ["", "\n \n", "a\n" * 10_001], ids=["empty", "blank", "long"])
def test_a_list_that_is_none(text):
    with pytest.raises(UnreadableError):
        reading.pasted(text)


def test_the_whole_way_twice(survey, coordinator):
    report = coordinator.post(at(survey, "add"), {"liste": "1", "lines": LINES})
    assert report.status_code == 200
    assert not Invitation.objects.exists()
    assert "Ajouter 4 personnes" in report.text
    for _click in range(2):
        done = coordinator.post(at(survey, "confirm"), {"lignes": report.context["lines"]})
        assert done.url == at(survey, "list")
    assert Invitation.objects.count() == 4
    anne = Invitation.objects.get(email="anne.petit@metropole.example")
    assert anne.place == "Grenoble-Alpes-Métropole"
    assert anne.service.slug == "relations-internationales"
    assert not anne.sent
    unknown = Invitation.objects.get(email="zoe@ville.example")
    assert (unknown.territory, unknown.place) == (None, "Atlantide")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "Donnez un fichier, ou collez des lignes"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 rien")}, "ni un CSV ni un classeur"),
        ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04rien")}, "abîmé"),
        ({"lines": '"a@b.example'}, "guillemets"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(survey, coordinator, told, sentence):
    answer = coordinator.post(at(survey, "add"), {"liste": "1", **told})
    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_long_list_asks_no_more(survey, django_assert_max_num_queries):
    guests = reading.pasted("\n".join(f"p{n}@ville.example;Ville {n}" for n in range(1500)))
    with django_assert_max_num_queries(5):
        rows = adding.tried(survey, guests)
    assert adding.add(survey, rows) == 1500


def test_one_person(survey, coordinator):
    told = {"email": "Anne@b.example", "territory": "metropole-200040715"}
    assert coordinator.post(at(survey, "add"), told).url == at(survey, "list")
    again = coordinator.post(at(survey, "add"), told)
    assert again.status_code == 422
    assert "déjà invitée" in again.text
    assert Invitation.objects.get().territory.name == "Grenoble-Alpes-Métropole"


def test_only_an_unused_invitation_is_removed(survey, coordinator):
    used, unused = invitation(survey, started=True), invitation(survey)
    for row in (used, unused, unused):
        assert coordinator.post(at(survey, "remove", row.pk)).status_code == 302
    assert list(Invitation.objects.all()) == [used]


def test_nobody_is_added_to_a_closed_survey(coordinator):
    survey = making.survey(state="closed")
    assert coordinator.get(at(survey, "add")).status_code == 409
    assert coordinator.post(at(survey, "confirm"), {"lignes": "a@b.example"}).status_code == 409


def test_a_lost_key_reopens_the_link(coordinator):
    survey = making.survey(state="open")
    lost, sent = invitation(survey, started=True), invitation(survey, started=True, answered=True)
    for row in (lost, sent):
        coordinator.post(at(survey, "reopen", row.pk))
    assert not Invitation.objects.get(pk=lost.pk).started
    assert Invitation.objects.get(pk=sent.pk).started
