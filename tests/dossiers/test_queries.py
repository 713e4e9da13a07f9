"""As many queries for three items as for one."""

import pytest
from django.urls import reverse

from practices.dossiers import sharing
from tests.dossiers import factories
from tests.partnerships import factories as directories
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db(transaction=True)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def some(number: int) -> list:
    """One of each kind, `number` times."""
    made = []
    for _ in range(number):
        made += [
            practices.practice(refresh=False),
            directories.actor(refresh=False),
            directories.funding(refresh=False),
            directories.partnership(refresh=False),
        ]
    return [row.contribution for row in made]


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_of_a_dossier(client, number, django_assert_num_queries):
    officer = people.officer()
    dossier = factories.dossier(officer, some(number))
    link = sharing.share(dossier)
    for _ in range(number - 1):
        factories.dossier(officer)
    key = sharing.shown_key(link.nonce, link.digest)
    with django_assert_num_queries(10):
        assert client.get(reverse("shared_dossier", args=[key])).status_code == 200
    client.force_login(officer, BACKEND)
    with django_assert_num_queries(15):
        assert client.get(dossier.get_absolute_url()).status_code == 200
    with django_assert_num_queries(4):
        assert client.get(reverse("dossiers:mine")).status_code == 200
