"""A link that no longer answers is said to be doubtful on each page that shows it."""

import pytest

from aict.links.models import Link
from tests.partnerships import factories

pytestmark = pytest.mark.django_db
DEAD = "https://mort.example/"


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (factories.actor, "website"),
        (factories.actor, "source_url"),
        (factories.partnership, "source_url"),
        (factories.funding, "info_url"),
        (factories.funding, "apply_url"),
    ],
)
def test_a_page_says_which_link_fails(client, make, field):
    row = make(source="Une page publique", **{field: DEAD})
    assert "Lien à vérifier" not in client.get(row.get_absolute_url()).content.decode()
    Link.objects.create(url=DEAD, failures=2)
    assert client.get(row.get_absolute_url()).content.decode().count("Lien à vérifier") == 1
    Link.objects.update(failures=1)
    assert "Lien à vérifier" not in client.get(row.get_absolute_url()).content.decode()
