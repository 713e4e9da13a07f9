"""Every page on line offers to keep it and to follow it, whoever reads."""

import pytest

from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


def test_a_page_offers_to_be_kept_and_followed(client):
    row = practice(title="Ouvrir les caves")
    page = client.get(row.get_absolute_url()).content.decode()
    keep, follow = (
        f"/compte/gardees/{row.contribution.token}/",
        f"/alertes/creer/?suivre={row.contribution.token}",
    )
    assert page.count(f'href="{keep}"') == 1
    assert page.count(f'href="{follow}"') == 1
    assert client.get(follow).status_code == 200
    assert client.get(keep).status_code == 302
