"""The one-page brief: on screen, and as a tagged PDF of one page whatever was written."""

import io

import pikepdf
import pytest
from django.urls import reverse

from practices.brief_pdf import brief_pdf, typeset
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def pdf_of(client, practice) -> bytes:
    answer = client.get(reverse("practices:brief_pdf", args=[practice.slug]))
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def test_the_brief_says_what_it_is_what_it_cost_and_what_it_brought(client):
    practice = workflow.published(data=workflow.full())
    page = client.get(reverse("practices:brief", args=[practice.slug])).content.decode()
    for words in (
        "Ce que c’est",
        "Trois contrats signés",
        "par an",
        "Qui appeler",
        "documents joints",
    ):
        assert words in page


def test_the_brief_omits_what_nobody_told(client):
    practice = workflow.published(cost_band="non-communique")
    page = client.get(reverse("practices:brief", args=[practice.slug])).content.decode()
    for words in ("Ce que cela a coûté", "Ce qui a été difficile", "Qui, comme nous"):
        assert words not in page


@pytest.mark.parametrize("tell", [workflow.answers, workflow.full])
def test_the_pdf_is_tagged_and_holds_one_page(client, tell):
    practice = workflow.published(data=tell())
    with pikepdf.open(io.BytesIO(pdf_of(client, practice))) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "fr"
        assert "/StructTreeRoot" in pdf.Root


def test_the_longest_texts_still_hold_on_one_page(client):
    long = {
        name: ("Un mot assez long pour remplir. " * 40)[:limit]
        for name, limit in {
            "teaser": 200,
            "summary": 800,
            "benefit": 200,
            "difficulties": 800,
        }.items()
    }
    title = ("Accompagner " * 9)[:100].strip()
    practice = workflow.published(data=workflow.full(title=title, **long))
    with pikepdf.open(io.BytesIO(pdf_of(client, practice))) as pdf:
        assert len(pdf.pages) == 1


def test_pictograms_and_markup_do_not_break_it():
    assert typeset("Bravo 🎉 #strong[x] \x07!") == "Bravo  #strong[x] \u202f!"
    brief = {
        "title": "#panic()",
        "kicker": "Projet",
        "category": "promotion",
        "idea": "$x$ 🎉",
        "summary": "*gras* _souligné_ <b>",
        "figures": [["7", "contrats"]],
        "cost": "",
        "benefit": "",
        "difficulty": "",
        "peers": [],
        "owner": "Ici",
        "call": "le service",
        "proof": "",
        "fictional": True,
    }
    assert brief_pdf(brief, "http://exemple.example/").startswith(b"%PDF")
