"""Seeded partnerships look like real ones to the list and to the map."""

import pytest

from partnerships.listing import PARTNERSHIPS
from partnerships.map.atlas import atlas_of
from partnerships.models import Partnership
from partnerships.volume import fill
from tests.partnerships.factories import abroad
from tests.people.factories import territory

pytestmark = pytest.mark.django_db


def test_seeded_partnerships_are_listed_and_mapped():
    territory("commune", "38185", "Grenoble", population=158_000, latitude=45.2, longitude=5.7)
    for number in range(3):
        abroad(f"Ville {number}", str(number), population=20_000)
    PARTNERSHIPS.forget()
    assert list(fill(12)) == [12]
    snapshot = PARTNERSHIPS.current()
    assert snapshot.alive.bit_count() == 12
    assert snapshot.bits["pays"]["MA"].bit_count() == 12
    assert len(atlas_of(snapshot).parties) == 12
    made = Partnership.objects.with_relations().first()
    assert made.facets == made.facet_codes()
