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


def test_every_line_is_on_line_unverified_sourced_and_its_links_are_checked(ground):
    assert reference.load() == Actor.objects.published().count() >= 80
    for actor in Actor.objects.select_related("contribution").prefetch_related("offers"):
        assert actor.source, actor
        assert actor.source_url.startswith("https://"), actor
        assert actor.contribution.verified_on is None
        assert actor.offers.all(), actor
        assert not actor.contact_relay
    text = reference.FILE.read_text(encoding="utf-8")
    assert not re.search(r"\S+@\S+|(?:\d\d[ .]){4}\d\d|[\u00a0 ]M(?:me|\.) [A-Z]", text)
    assert {"https://www.afd.fr", "https://rrma.fr"} <= {place.url for place in everywhere()}


def test_loading_again_changes_nothing_and_never_writes_over_an_edit(ground, tmp_path):
    lines = reference.FILE.read_text(encoding="utf-8").splitlines()
    chosen = [line for line in lines if "La banque publique" in line]
    file, changed = tmp_path / "actors.csv", tmp_path / "changed.csv"
    file.write_text("\n".join([lines[0], *chosen]), encoding="utf-8")
    changed.write_text(file.read_text(encoding="utf-8").replace("La banque publique", "Une banque"))
    assert reference.load(file) == 3
    stamps = dict(Actor.objects.values_list("pk", "stamp"))
    assert reference.load(file) == 0
    assert dict(Actor.objects.values_list("pk", "stamp")) == stamps
    stamped = Actor.objects.get(title="Bpifrance").contribution
    Contribution.objects.filter(pk=stamped.pk).update(verified_on=timezone.localdate())
    assert reference.load(changed) == 2
    assert Actor.objects.get(title="Bpifrance").teaser.startswith("La banque publique")
    assert Actor.objects.filter(teaser__startswith="Une banque").count() == 2
