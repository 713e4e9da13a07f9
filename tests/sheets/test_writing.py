"""What the forms of a fiche refuse, in words; who starts one; what is suggested."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.readiness import missing
from practices.sheets.models import Sheet
from tests.people import factories as people
from tests.practices.factories import practice
from tests.sheets import workflow

pytestmark = pytest.mark.django_db
KIND = KINDS["sheet"]
DAY = timedelta(days=1)


def lacks(data: dict, instance=None) -> str:
    return " ".join(message for *_, message in missing(bind_all(KIND, data, instance)))


def test_the_shortest_and_the_fullest_texts_are_ready():
    assert lacks(workflow.answers()) == ""
    assert lacks(workflow.full(goals=[])) == ""


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"in_brief": "Une\nDeux"}, "Écrivez 3 lignes exactement : il y en a 2."),
        ({"in_brief": f"Une\nDeux\n{'x' * 161}"}, "La ligne 3 a 161 caractères : 160 au plus."),
        ({"objectives": "\n".join("abcdefghi")}, "Écrivez de 1 à 8 lignes : il y en a 9."),
        ({"categories": []}, "Cochez au moins une catégorie."),
        ({"levels": ["etranger"]}, "etranger"),
        ({"tools": []}, "Décrivez au moins un outil."),
        ({"steps": [{"title": "Seule", "text": "Une."}]}, "Décrivez au moins deux étapes."),
        ({"actors": []}, "Nommez au moins un acteur à mobiliser."),
        ({"facts": [{"text": "Un chiffre", "when": "2024"}]}, "obligatoire"),
        ({"review_on": str(timezone.localdate())}, "Choisissez une date à venir"),
        ({"review_on": "bientôt"}, "date"),
        ({"legal_checked_on": str(timezone.localdate() + DAY)}, "Cette date est à venir"),
        ({"examples": [{"practice": "inconnue", "note": "?"}]}, "Aucune pratique publiée"),
        ({"examples": [{"practice": "x", "note": "?"}] * 6}, "5"),
    ],
)
def test_what_is_wrong_is_said(changes, message):
    assert message in lacks(workflow.answers(**changes))


def test_a_day_of_review_that_passed_is_no_obstacle_to_the_next_hand():
    sheet = workflow.published()
    sheet.review_on = timezone.localdate() - DAY
    assert lacks(workflow.answers(review_on=str(sheet.review_on)), sheet) == ""


def test_a_practice_is_named_by_its_title_its_address_or_its_slug():
    one = practice(title="Une semaine", slug="une-semaine")
    for told in (
        *("une-semaine", "Une semaine", "une Semaine", "Une semaine [une-semaine]"),
        *("/pratiques/une-semaine/", "https://aict.example/pratiques/une-semaine/?x=1"),
    ):
        data = workflow.answers(examples=[{"practice": told, "note": "Une leçon"}])
        parts = bind_all(KIND, data)
        assert missing(parts) == []
        (row,) = next(part for part in parts if "examples" in part.formsets).rows("examples")
        assert row["practice"] == one, told
    practice(title="Une semaine")
    both = workflow.answers(examples=[{"practice": "Une semaine", "note": "?"}])
    assert "Plusieurs pratiques" in lacks(both)


def test_a_fiche_that_quotes_a_withdrawn_practice_can_still_be_edited():
    gone = practice(archived=True)
    data = workflow.answers(examples=[{"practice": gone.slug, "note": "?"}])
    assert lacks(data) == ""


def test_practices_are_suggested_with_their_address(client):
    practice(title="Une semaine à Fès", slug="a-fes")
    practice(title="Une semaine retirée", archived=True)
    client.force_login(people.officer())
    address = reverse("sheets:practices")
    asked = KIND.part("exemples", {}).repeatables["examples"].form.base_fields["practice"]
    # The script adds « &q=… » to it.
    assert asked.widget.attrs["data-suggest"].startswith(f"{address}?")
    assert client.get(address, {"q": "semaine a fes"}).json() == {
        "names": ["Une semaine à Fès [a-fes]"]
    }
    assert client.get(address, {"q": "x\x00"}).json() == {"names": []}


def test_an_officer_is_not_offered_to_start_one(client):
    client.force_login(people.officer())
    assert client.get(reverse("sheets:propose")).status_code == 403
    client.force_login(people.coordinator())
    assert "Titre" in client.get(reverse("sheets:propose")).text


def test_a_draft_is_previewed_as_it_stands(client):
    client.force_login(people.coordinator())
    made = workflow.draft(data={"title": "À peine", "examples": [{"practice": "?", "note": "x"}]})
    page = client.get(reverse("sheets:preview", args=[made.token])).text
    assert "À peine" in page
    full = workflow.draft(data=workflow.full(goals=[]))
    page = client.get(reverse("sheets:preview", args=[full.token])).text
    assert "Semaine de chefs" in page
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("part", [part.slug for part in KIND.parts])
def test_every_section_has_its_page(client, part):
    coordinator = people.coordinator()
    client.force_login(coordinator)
    made = workflow.draft(coordinator, data=workflow.full(goals=[]))
    assert client.get(reverse("sheets:edit_part", args=[made.token, part])).status_code == 200
