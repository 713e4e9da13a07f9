"""The one-page brief: on screen, and as a tagged PDF of one page whatever was written."""

import io

import pikepdf
import pytest
from django.urls import reverse
from pdfua import Severity, validate

from aict.moderation.models import Contribution
from practices.brief import Brief
from practices.brief_pdf import brief_pdf
from practices.forms import express, full
from tests.documents.reading import words_of
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def page_of(client, practice) -> str:
    page = client.get(reverse("practices:brief", args=[practice.slug])).content.decode()
    return page.split("<main")[1].split("</main")[0].replace("\u202f", " ").replace("\xa0", " ")


def pdf_of(client, practice) -> bytes:
    answer = client.get(reverse("practices:brief_pdf", args=[practice.slug]))
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def brief(**changes) -> Brief:
    told = {
        "category": "promotion",
        "category_label": "Promotion du territoire",
        "kicker": "Projet",
        "fictional": True,
        "title": "Vendre un terroir",
        "idea": "Neuf chefs",
        "figures": [("7", "contrats")],
        "benefit": "Sept contrats",
        "cost": "",
        "summary": "Une tournée",
        "difficulty_title": "",
        "difficulty": "",
        "peers": [],
        "call": "Le service",
        "proof": "Déclaré",
    }
    return Brief(**told | changes)


def test_the_brief_says_what_it_is_what_it_cost_and_what_it_brought(client):
    page = page_of(client, workflow.published(data=workflow.full()))
    for words in (
        *("De quoi s’agit-il", "Trois contrats signés", "48 000 € par an"),
        *("0,4 équivalent temps plein", "Partir sans interprète"),
        *("Qui appeler", "par le relais de la plateforme", "Chiffres appuyés sur des documents"),
    ):
        assert words in page, words
    for acronym in ("ETP", "AICT", "EPCI", "ODD"):
        assert acronym not in page


def test_the_brief_omits_what_nobody_told(client):
    page = page_of(client, workflow.published(cost_band="non-communique"))
    for words in ("Ce que cela coûte", "Ce qui a été difficile", "Qui, comme nous"):
        assert words not in page


def test_it_shows_nobody_by_name_nor_address(client):
    practice = workflow.published(data=workflow.full(contact_mode="public"))
    author = practice.contribution.editors.get()
    page = page_of(client, practice)
    assert author.email not in page
    assert author.name not in page


@pytest.mark.parametrize("tell", [workflow.answers, workflow.full])
def test_the_pdf_is_tagged_in_french_and_holds_one_page(client, tell, tmp_path):
    practice = workflow.published(data=tell())
    made = pdf_of(client, practice)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo.Title) == practice.title
    (tmp_path / "brief.pdf").write_bytes(made)
    report = validate(str(tmp_path / "brief.pdf"))
    assert [f for f in report.findings if f.severity >= Severity.WARNING] == []


def test_the_words_of_the_page_are_in_the_pdf(client):
    practice = workflow.published(data=workflow.full())
    told = words_of(pdf_of(client, practice))
    for words in (practice.title, "Trois contrats signés", "48 000 € par an", "Qui appeler"):
        assert words in told, words


def test_fictional_is_printed(client):
    practice = workflow.published()
    assert "fictif" not in words_of(pdf_of(client, practice))
    Contribution.objects.update(fictional=True)
    assert "exemple fictif" in words_of(pdf_of(client, practice)).lower()
    assert "fictif" in page_of(client, practice)


@pytest.mark.parametrize("text", ["Un mot assez long pour remplir. ", "W" * 60 + " ", "W"])
def test_the_longest_texts_still_hold_on_one_page(text):
    forms = {**express.EssentialsForm.base_fields, **full.EffectsForm.base_fields}

    def longest(name):
        limit = forms[name].max_length
        return (text * limit)[:limit]

    told = brief(
        title=longest("title"),
        idea=longest("teaser"),
        summary=longest("summary"),
        benefit=longest("benefit"),
        difficulty_title="Ce qui a été difficile",
        difficulty=longest("difficulties"),
        figures=[("999 999 999 Md€", (text * 200)[:200])] * 3,
        cost="1 000 000 € par an, 3 000 000 € en tout et 12,25 équivalents temps plein d’agents",
        peers=[{"name": (text * 150)[:150], "title": longest("title"), "url": "/"}] * 3,
        call=(text * 200)[:200],
        kicker=(text * 200)[:200],
    )
    with pikepdf.open(io.BytesIO(brief_pdf(told, "https://exemple.example/" + "w" * 120))) as pdf:
        assert len(pdf.pages) == 1


def test_markup_stays_text_and_what_has_no_glyph_is_left_out():
    attack = '#panic() $x$ *gras* _souligné_ <b> #sys.inputs "\\ ` @x // /* '
    told = words_of(
        brief_pdf(brief(title=attack, idea="Bravo 🎉 مرحبا 你好 !"), "http://x.example/")
    )
    for words in ("#panic()", "*gras*", "<b>", "#sys.inputs", "Bravo"):
        assert words in told, words
    assert "🎉" not in told
