"""What is read: order, figures, words without acronyms, on screen and in a tagged PDF."""

import io

import pikepdf
import pytest
from django.urls import reverse
from pdfua import Severity, validate

from practices.dossiers.page import page_of
from practices.dossiers.pdf import dossier_pdf
from practices.models import Result
from tests.dossiers import factories
from tests.events import factories as events
from tests.partnerships import actors, funding
from tests.partnerships import factories as directories
from tests.practices import factories as practices
from tests.practices import workflow
from tests.practices.test_brief import words_of
from tests.publications import factories as publications
from tests.sheets import workflow as sheets

pytestmark = pytest.mark.django_db


def every_kind():
    practice = workflow.published(data=workflow.full())
    rows = (
        practice,
        directories.partnership(benefits_here="Deux entreprises de l’eau."),
        actors.actor(offer_text="Des rendez-vous préparés.", website="https://chambre.example"),
        funding.published(amount_min="", funder="Agence fictive"),
    )
    return [row.contribution for row in rows]


def test_each_kind_tells_its_essentials():
    page = page_of(factories.dossier(items=every_kind()))
    practice, partnership, actor, line = (piece.told for piece in page.pieces)
    assert dict(practice.facts)["Ce que cela a coûté"].endswith("temps plein d’agents")
    assert "Trois contrats signés" in dict(practice.facts)["Ce que cela a apporté"]
    assert practice.who == "Grenoble-Alpes-Métropole · Maroc"
    assert partnership.who == "Grenoble-Alpes-Métropole · Fès (Maroc)"
    assert dict(partnership.facts)["Ce que cela apporte ici"] == "Deux entreprises de l’eau."
    assert dict(actor.facts)["Le joindre"] == "https://chambre.example"
    assert (line.noun, line.who) == ("Financement", "Agence fictive")


def test_fiches_and_events_tell_theirs():
    items = [sheets.published().contribution, events.event(audience="Élues et élus").contribution]
    sheet, event = (piece.told for piece in page_of(factories.dossier(items=items)).pieces)
    assert sheet.noun == "Fiche-repère"
    assert dict(sheet.facts)["Droit vérifié le"]
    assert dict(event.facts)["Quand"]
    assert dict(event.facts)["Pour qui"] == "Élues et élus"


def test_a_cost_nobody_told_is_said():
    practice = practices.practice(cost_band="non-communique")
    page = page_of(factories.dossier(items=[practice.contribution]))
    assert dict(page.pieces[0].told.facts)["Ce que cela a coûté"] == "Non communiqué"


def test_three_figures_at_most_one_for_each_case_first():
    items = []
    for number in range(2):
        practice = practices.practice()
        for order in range(3):
            Result.objects.create(
                practice=practice, label=f"contrats {number}{order}", after=order + 1, order=order
            )
        items.append(practice.contribution)
    Result.objects.filter(label="contrats 10").update(before=2)
    page = page_of(factories.dossier(items=items))
    assert [figure.label for figure in page.figures] == [
        *("contrats 00", "contrats 01", "contrats 10, contre 2 avant")
    ]
    assert [figure.number for figure in page.figures] == [1, 1, 2]


def test_the_officer_chooses_the_figure_to_show():
    practice = practices.practice()
    for order, label in enumerate(("contrats", "emplois")):
        Result.objects.create(practice=practice, label=label, after=order + 3, order=order)
    dossier = factories.dossier(items=[practice.contribution])
    shown = {"": ["contrats", "emplois"], "emplois": ["emplois"], "aucun": [], "disparu": 2}
    for choice, labels in shown.items():
        dossier.items.update(figure=choice)
        found = [figure.label for figure in page_of(dossier).figures]
        assert found == (["contrats", "emplois"] if labels == 2 else labels)


def test_our_own_words_hold_no_acronym(client):
    _link, key = factories.shared()
    page = client.get(reverse("shared_dossier", args=[key])).content.decode()
    main = page.split("<main")[1].split("</main")[0]
    for acronym in ("ETP", "EPCI", "ODD", "AICT", "RI "):
        assert acronym not in main


def test_the_pdf_is_tagged_in_french_and_says_the_same(client, tmp_path):
    dossier = factories.dossier(items=every_kind())
    made = dossier_pdf(page_of(dossier))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo.Title) == dossier.title
    (tmp_path / "dossier.pdf").write_bytes(made)
    report = validate(str(tmp_path / "dossier.pdf"))
    assert [f for f in report.findings if f.severity >= Severity.WARNING] == []
    told = words_of(made)
    for words in (
        *("Ce qu’on vous demande de décider", "neuf entreprises au salon", "Qui appeler"),
        *("Trois contrats signés", "Deux entreprises de l’eau", "Agence fictive", "04 00 00 00 00"),
    ):
        assert words in told, words


def test_an_empty_dossier_still_prints():
    dossier = factories.dossier(ask="", intro="", contact="", phone="", audience="")
    assert dossier_pdf(page_of(dossier)).startswith(b"%PDF-")


def test_markup_stays_text():
    dossier = factories.dossier(title="#panic() *gras* <b>", ask="$x$ #sys.inputs `@x` // /*")
    told = words_of(dossier_pdf(page_of(dossier)))
    for words in ("#panic()", "*gras*", "<b>", "#sys.inputs", "//"):
        assert words in told, words


def test_a_kind_without_words_of_its_own_is_told_by_its_sentence():
    publication = publications.published()
    told = page_of(factories.dossier(items=[publication.contribution])).pieces[0].told
    assert (told.noun, told.title) == ("Publication", publication.title)
    assert told.url == publication.get_absolute_url()
    assert told.who == ""
