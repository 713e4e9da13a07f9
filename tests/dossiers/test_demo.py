"""The fictional dossier goes through the real functions, once, even when a page it names is not there."""

import pytest

from practices.dossiers import demo, sharing
from practices.dossiers.models import Dossier
from practices.dossiers.page import page_of
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once_shared_and_marked():
    officer = people.officer()
    practice = practices.practice(fictional=True)
    practice.contribution.token = demo.token_of("practice", "textile-sfax")
    practice.contribution.save()
    assert len(list(demo.load(officer, None))) == 1
    assert list(demo.load(officer, None)) == []
    dossier = Dossier.objects.get()
    page = page_of(dossier)
    assert (dossier.fictional, page.fictional, len(page.pieces)) == (True, True, 1)
    assert sharing.address(dossier.shares.get())
    assert dossier.deadline
