"""Partners of a practice lead to the directory when it knows them."""

import pytest

from tests.partnerships import actors
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def test_a_partner_the_directory_knows_has_its_page(client):
    actor = actors.actor(title="Chambre de commerce")
    practice = workflow.published(**workflow.FULL)
    assert practice.partners.get().actor == actor
    page = client.get(practice.get_absolute_url()).content.decode()
    assert f'href="{actor.get_absolute_url()}"' in page
    assert practice.title in client.get(actor.get_absolute_url()).content.decode()
