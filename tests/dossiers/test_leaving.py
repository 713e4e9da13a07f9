"""Dossiers of those who leave: to their colleagues, to an heir, or away with the account."""

import pytest

from aict.people import export, holdings
from aict.people.erasure import erase
from practices.dossiers import keys
from practices.dossiers.models import Dossier
from tests.dossiers import factories
from tests.people import factories as people

pytestmark = pytest.mark.django_db


def test_an_erased_account_takes_its_own_dossiers_away():
    officer = people.officer()
    factories.shared(officer)
    erase(officer, None)
    assert not Dossier.objects.exists()


def test_those_written_with_colleagues_stay():
    officer, colleague = people.officer(), people.officer()
    dossier = factories.dossier(officer)
    dossier.editors.add(colleague)
    erase(officer, None)
    assert Dossier.objects.get().editors.get() == colleague


def test_an_heir_receives_them():
    officer, heir = people.officer(), people.officer()
    factories.dossier(officer)
    erase(officer, heir)
    assert Dossier.objects.get().editors.get() == heir


def test_who_changes_post_keeps_them_without_that_authority_s_name():
    officer = people.officer()
    link, _key = factories.shared(officer)
    holdings.hand_over(officer, None, officer.memberships.get().territory)
    dossier = Dossier.objects.get()
    link.refresh_from_db()
    assert (dossier.editors.get(), dossier.territory, dossier.author) == (officer, None, "")
    assert link.revoked_at


def test_the_export_tells_them_without_the_keys():
    officer = people.officer()
    link, key = factories.shared(officer)
    told = export.export(officer)["dossiers"]
    assert told[0]["titre"] == factories.TEXT["title"]
    assert len(told[0]["pièces"]) == len(told[0]["liens"]) == 1
    assert key not in str(told)
    assert keys.key_of(link.nonce) == key
