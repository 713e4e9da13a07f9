"""A partnership through the real forms and gate: what is written, what is refused, what the table keeps."""

import pytest
from django.db import IntegrityError, connection, transaction

from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.moderation.readiness import NotReady
from aict.territories.models import Territory
from partnerships.models import Partnership
from tests.partnerships import factories, workflow
from tests.people import factories as people

pytestmark = pytest.mark.django_db


def test_acceptance_makes_the_live_row_with_its_parties_and_actors():
    factories.actor(title="Chambre de métiers")
    row = workflow.published(
        date_signed="2024-01-15",
        date_end="2027-01-15",
        mobilised=[
            {"name": "Chambre de métiers", "side": "ici", "role": "sélection"},
            {"name": "Cluster de Fès", "side": "la-bas"},
        ],
        benefits_here="Dix entreprises.",
    )
    assert sorted(row.parties.values_list("name", flat=True)) == [
        "Fès",
        "Grenoble-Alpes-Métropole",
    ]
    assert [bool(m.actor) for m in row.mobilised.all()] == [True, False]
    assert row.contribution.territory == people.territory()
    assert {"pays:MA", "groupe:apd", "niveau:metropole", "type:bilateral", "annee:2024"} <= set(
        row.facets
    )
    assert row.get_absolute_url() == "/partenariats/grenoble-fes/"


def test_a_place_our_list_lacks_is_made_at_acceptance_once():
    told = ["Cercle de Mopti (Mali)"]
    people.country("ML", "Mali")
    first = workflow.published(foreign_parties=told)
    again = workflow.published(foreign_parties=told, title="Grenoble – Mopti")
    made = Territory.objects.get(name="Cercle de Mopti")
    assert (made.level, made.country_id) == ("etranger", "ML")
    assert first.parties.filter(pk=made.pk).exists()
    assert again.parties.filter(pk=made.pk).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"foreign_parties": []}, "au moins un territoire étranger"),
        ({"french_parties": []}, "au moins une collectivité française"),
        ({"foreign_parties": ["Cercle de Mopti"]}, "ajoutez son pays entre parenthèses"),
        ({"foreign_parties": ["Ville (Atlantide)"]}, "ajoutez son pays entre parenthèses"),
        ({"date_signed": "2025-01-01", "date_end": "2024-01-01"}, "après la signature"),
        ({"stage": "suspendu"}, "pourquoi le partenariat est suspendu"),
        ({"consent": False}, "ne peut pas être publié"),
    ],
)
def test_what_is_wrong_is_said_in_words(changes, words):
    contribution = workflow.draft(people.officer(), **changes)
    with pytest.raises(NotReady, match=words):
        apply(contribution, "submit", contribution.created_by)


def committed() -> None:
    """What the end of the transaction would check."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.parametrize("missing", ["abroad", "here"])
def test_the_table_refuses_a_link_with_one_side(missing):
    row = factories.partnership()
    committed()
    here = row.parties.exclude(level="etranger")
    left = row.parties.filter(level="etranger") if missing == "abroad" else here
    with pytest.raises(IntegrityError, match="un territoire français"):
        remove(row, left)


@transaction.atomic
def remove(row, parties) -> None:
    row.parties.remove(*parties)
    committed()


def test_withdrawn_it_leaves_lists_and_says_so(client):
    row = workflow.published()
    apply(row.contribution, "archive", people.coordinator(), comment="Fin du lien.")
    assert not Partnership.objects.published().exists()
    assert Contribution.objects.get(pk=row.contribution_id).live is False


def test_the_same_territories_under_another_title_are_seen():
    known = workflow.published()
    twice = workflow.draft(people.officer(), title="Deux villes universitaires")
    assert KINDS["partnership"].resembling(twice.title, twice) == [known]
    assert KINDS["partnership"].resembling(known.title, known.contribution) == []
