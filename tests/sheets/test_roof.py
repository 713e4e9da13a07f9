"""What the roof adds to the page of a fiche."""

import pytest

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
