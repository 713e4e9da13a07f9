"""Two people, the very same moment."""

import pytest

from practices.dossiers import writing
from tests.dossiers import factories
from tests.people import factories as people
from tests.practices import factories as practices
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_lost_nor_doubled():
    one, two = people.officer(), people.officer()
    dossier = factories.dossier(one)
    dossier.editors.add(two)
    contribution = practices.practice(refresh=False).contribution

    added = together(*[lambda: writing.add(dossier, contribution)] * 2)
    assert sorted(created for _item, created in added) == [False, True]

    def save(person, words):
        return lambda: writing.save(dossier, {"intro": words}, {}, 0, person)

    saved = together(save(one, "L’une"), save(two, "L’autre"))
    assert sum(isinstance(answer, writing.Stale) for answer in saved) == 1

    left = together(lambda: writing.leave(dossier, one), lambda: writing.leave(dossier, two))
    assert sorted(left) == [False, True]
    assert dossier.editors.count() == 1
