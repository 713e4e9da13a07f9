"""What the roof adds to the page of a fiche."""

import pytest

from tests.partnerships.factories import actor, funding
from tests.people import factories as people
from tests.sheets import workflow

pytestmark = pytest.mark.django_db


def test_readers_keep_it_and_coordinators_edit_it(client):
    sheet = workflow.published()
    token = sheet.contribution.token
    page = client.get(sheet.get_absolute_url()).text
    assert "Ajouter à un dossier" in page
    assert "Suivre les changements" in page
    assert "Modifier cette fiche" not in page
    client.force_login(people.coordinator())
    page = client.get(sheet.get_absolute_url()).text
    assert f'href="/fiches-reperes/{sheet.slug}/modifier/"' in page
    assert f'href="/contributions/{token}/"' in page
    assert client.get(f"/fiches-reperes/{sheet.slug}/modifier/").status_code == 200


def test_what_it_names_leads_back_to_it(client):
    chamber, line = actor(title="CCI"), funding(title="Fonds des deux rives")
    sheet = workflow.published(funding_lines=[{"source": line.title}])
    for row in (chamber, line):
        page = client.get(row.get_absolute_url()).text
        assert "Dans les fiches-repères" in page
        assert f'href="{sheet.get_absolute_url()}"' in page
