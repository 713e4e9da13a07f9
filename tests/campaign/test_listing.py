"""The coordinators' list and the response rate."""

import csv

import pytest
from django.urls import reverse

from surveys.campaign import rate
from surveys.campaign.models import Invitation
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making


def at(survey, name: str) -> str:
    return reverse(f"campaign:{name}", args=[survey.slug])


@pytest.fixture
def coordinator(client, db):
    client.force_login(people.coordinator())
    return client


@pytest.fixture
def survey(db):
    """Six invitations, four authorities and one address without any."""
    survey = making.survey(state="open")
    alps = people.territory("region", "84", "Auvergne-Rhône-Alpes")
    lyon = people.territory("commune", "69123", "Lyon", region=alps)
    metropole = people.territory(region=alps)
    invitation(survey, email="a@lyon.example", territory=lyon, answered=True, started=True)
    invitation(survey, email="b@lyon.example", territory=lyon)
    invitation(survey, email="c@metro.example", territory=metropole, started=True)
    invitation(survey, email="d@region.example", territory=alps, stopped=True)
    invitation(survey, email="e@ailleurs.example", territory_name="Atlantide")
    invitation(survey, email="f@ailleurs.example", sent=False)
    return survey


def rows(answer) -> list[list[str]]:
    text = "".join(part.decode() for part in answer.streaming_content).lstrip("\ufeff")
    return list(csv.reader(text.splitlines(), delimiter=";"))


def test_counts_by_status(survey, coordinator):
    page = coordinator.get(at(survey, "list"))
    told = {tab["label"]: tab["count"] for tab in page.context["tabs"]}
    assert told == {
        "Toutes": 6,
        "À envoyer": 1,
        "Sans réponse": 2,
        "Commencée": 1,
        "Réponse envoyée": 1,
        "Sans rappel": 1,
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("etat=commencee", "c"),
        ("niveau=commune", "ab"),
        ("region=84", "abcd"),
        ("collectivite=non-reconnue", "ef"),
        ("q=ATLANT", "e"),
        ("q=lyon&etat=repondue", "a"),
        ("etat=inconnu", "abcdef"),
    ],
)
def test_filters(survey, coordinator, asked, expected):
    page = coordinator.get(f"{at(survey, 'list')}?{asked}")
    assert "".join(it.email[0] for it, *_ in page.context["rows"]) == expected
    _header, *lines = rows(coordinator.get(f"{at(survey, 'list')}?{asked}&format=csv"))
    assert "".join(line[0][0] for line in lines) == expected


def test_two_services_of_one_authority_count_once(survey, coordinator):
    assert rate.rate(survey) == (4, 1)
    lines = rows(coordinator.get(at(survey, "rates") + "?format=csv"))
    assert lines[1:] == [
        ["Niveau", "Commune", "1", "1"],
        ["Niveau", "Métropole", "1", "0"],
        ["Niveau", "Région", "1", "0"],
        ["Niveau", "Collectivité non reconnue", "1", "0"],
        ["Région", "Auvergne-Rhône-Alpes", "3", "1"],
        ["Région", "Région inconnue", "1", "0"],
    ]
    assert "1 sur 4 collectivités invitées" in coordinator.get(at(survey, "rates")).text


def test_nobody_invited(coordinator):
    survey = making.survey()
    assert rate.rate(survey) == (0, 0)
    assert "Personne n’est encore invité" in coordinator.get(at(survey, "list")).text
    assert "Aucune invitation n’est encore partie" in coordinator.get(at(survey, "rates")).text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["list", "rates"])
def test_as_many_queries_for_one_as_for_three(name, client, django_assert_num_queries):
    client.force_login(people.coordinator())
    survey = making.survey(state="open")
    place = people.territory()
    invitation(survey, territory=place, service=people.service())
    client.get(at(survey, name))
    for _more in range(2):
        with django_assert_num_queries({"list": 8, "rates": 4}[name]):
            client.get(at(survey, name))
        for n in range(2):
            town = people.territory("commune", f"3800{n}", f"Ville {n}")
            invitation(survey, territory=town, service=people.service())
    assert Invitation.objects.count() == 5
