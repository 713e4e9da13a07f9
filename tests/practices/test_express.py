"""The express form: choices that explain themselves, and a territory the list may lack."""

import pytest

from aict.moderation.binding import bind
from aict.moderation.wording import in_words
from aict.taxonomies.models import Modality
from practices.kind import PRACTICE
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def form(**changes):
    return bind(PRACTICE.parts[0], workflow.answers(**changes)).form


def groups(bound) -> dict[str, tuple[list[str], bool]]:
    context = bound["modalities"].field.widget.optgroups("modalities", [], {"id": "m"})
    return {
        str(category.value): ([str(option["label"]) for option in options], is_open)
        for category, options, is_open in context
    }


def test_a_territory_the_list_lacks_is_kept_as_typed():
    typed = form(territory="libre:Pays de quelque part")
    assert typed.is_valid(), typed.errors
    assert typed.cleaned_data["territory"] is None
    assert typed.cleaned_data["territory_name"] == "Pays de quelque part"


def test_it_is_published_under_that_name_and_told_without_its_mark():
    practice = workflow.published(territory="libre:Pays de quelque part")
    assert (practice.territory, practice.territory_name) == (None, "Pays de quelque part")
    told = in_words(PRACTICE, workflow.answers(territory="libre:Pays de quelque part"))
    assert told["territory"][1] == "Pays de quelque part"


@pytest.mark.parametrize(
    ("value", "words"), [("", "collectivité porteuse"), ("libre:" + "x" * 151, "150 caractères")]
)
def test_a_territory_is_asked_and_has_a_length(value, words):
    assert words in str(form(territory=value).errors["territory"])


def test_modalities_stand_under_the_category_chosen():
    workflow.references()
    Modality.objects.create(
        slug="delegations", label="Délégations", categories=["promotion", "cooperation"]
    )
    unchosen = groups(form(category=""))
    assert unchosen["promotion"] == (["Délégations"], True)
    assert unchosen["internationalisation"] == (["Salons"], True)
    chosen = groups(form(category="cooperation"))
    assert next(iter(chosen)) == "cooperation"
    assert chosen["cooperation"] == (["Délégations"], True)
    assert chosen["internationalisation"] == (["Salons"], False)


def test_each_category_says_what_it_means():
    page = str(form()["category"])
    assert "aria-describedby" in page
    assert "Des actions menées dans un partenariat durable" in page
