"""The demonstration's actors pass the real forms and say that they are invented."""

import pytest

from aict.taxonomies import loader
from partnerships.actors import demo
from partnerships.models import Actor
from tests.partnerships import actors
from tests.people import factories as people

pytestmark = pytest.mark.django_db


def test_every_demonstration_actor_passes_the_forms_and_is_marked(client):
    loader.load()
    actors.references()
    for item in demo.items():
        told = item["data"]
        country = people.country(told["country"], told["country"])
        for code in told["countries_active"]:
            people.country(code, code)
        if told["seat"]:
            level, _, code = told["seat"].rpartition("-")
            people.territory(level=level, code=code, name=code, country=country)
    author, coordinator = people.officer(), people.coordinator()
    assert len(list(demo.load(author, coordinator))) == len(demo.items())
    assert list(demo.load(author, coordinator)) == []
    assert not Actor.objects.filter(contribution__fictional=False).exists()
    assert Actor.objects.published().count() == 17
    page = client.get("/acteurs/").content.decode()
    assert page.count("Exemple fictif") == 17
