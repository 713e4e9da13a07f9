"""The first directory: every line loads, « à vérifier », and nothing edited is written over."""

import re

import pytest
from django.utils import timezone

from aict.links.places import everywhere
from aict.moderation.models import Contribution
from aict.taxonomies import loader
from partnerships.actors import reference
from partnerships.models import Actor
from tests.people import factories as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground():
    """What the file points to, without the whole list of territories."""
    loader.load()
    for _key, answers in reference.items():
        people.country(answers["country"], answers["country"])
        if seat := answers.get("seat"):
            level, _, code = seat.rpartition("-")
            people.territory(level=level, code=code, name=seat)


def test_every_line_is_on_line_unverified_and_sourced(ground):
    assert reference.load() == Actor.objects.published().count() >= 80
    for actor in Actor.objects.select_related("contribution"):
        assert actor.source, actor
        assert actor.source_url.startswith("https://"), actor
        assert actor.contribution.verified_on is None
        assert actor.offers.exists(), actor
        assert not actor.contact_relay
    text = reference.FILE.read_text(encoding="utf-8")
    assert not re.search(r"\S+@\S+|(?:\d\d[ .]){4}\d\d|[\u00a0 ]M(?:me|\.) [A-Z]", text)


def test_loading_again_changes_nothing_and_never_writes_over_an_edit(ground, tmp_path):
    reference.load()
    stamps = dict(Actor.objects.values_list("pk", "stamp"))
    assert reference.load() == 0
    assert dict(Actor.objects.values_list("pk", "stamp")) == stamps
    changed = tmp_path / "actors.csv"
    changed.write_text(
        reference.FILE.read_text(encoding="utf-8").replace("La banque publique", "Une banque"),
        encoding="utf-8",
    )
    stamped = Actor.objects.get(title="Bpifrance").contribution
    Contribution.objects.filter(pk=stamped.pk).update(verified_on=timezone.localdate())
    assert reference.load(changed) == 2
    assert Actor.objects.get(title="Bpifrance").teaser.startswith("La banque publique")
    assert Actor.objects.filter(teaser__startswith="Une banque").count() == 2


def test_its_links_are_checked(ground):
    reference.load()
    urls = {place.url for place in everywhere()}
    assert {"https://www.afd.fr", "https://rrma.fr"} <= urls
