"""Two rows for one actor: what follows, where the old address leads, how to come back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aict.moderation.gate import apply
from aict.moderation.readiness import Refused
from partnerships.actors import merging
from partnerships.models import Actor, ActorMerge
from tests.partnerships import actors
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    kept = actors.actor(title="Chambre de commerce de Grenoble", slug="grenoble")
    left = actors.actor(title="Chambre de commerce Grenoble", slug="grenoble-bis")
    return kept, left


def test_what_pointed_at_the_one_that_leaves_points_at_the_one_that_stays(client, pair):
    kept, left = pair
    practice = practices.practice(title="Salon de la montagne")
    partner = practice.partners.create(name="La chambre", actor=left, side="ici")
    assert [group.ids for group in merging.followers(left)] == [[partner.pk]]
    merging.merge(kept, left, people.coordinator())
    partner.refresh_from_db()
    assert (partner.actor, partner.name) == (kept, "La chambre")
    assert "Salon de la montagne" in client.get(kept.get_absolute_url()).content.decode()


def test_the_old_address_leads_to_the_one_that_stays_even_twice(client, pair):
    kept, left = pair
    third = actors.actor(title="Chambre de commerce alpine")
    by = people.coordinator()
    merging.merge(kept, left, by)
    answer = client.get(left.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, kept.get_absolute_url())
    merging.merge(third, kept, by)
    answer = client.get(left.get_absolute_url(), follow=True)
    assert answer.redirect_chain[-1] == (third.get_absolute_url(), 301)
    assert left.title not in client.get("/acteurs/").content.decode()


def test_a_text_that_names_the_one_that_left_finds_the_one_that_stays(pair):
    kept, left = pair
    third = actors.actor(title="Chambre de commerce alpine", acronym="CCA")
    by = people.coordinator()
    merging.merge(kept, left, by)
    assert Actor.objects.named(left.title.upper()) == kept
    merging.merge(third, kept, by)
    for name in (left.title, kept.title, third.title, "cca"):
        assert Actor.objects.named(name) == third
    assert Actor.objects.named("") is None


def test_a_merge_is_journaled_and_can_be_undone(client, pair):
    kept, left = pair
    practice = practices.practice()
    mine = practice.partners.create(name="Reste", actor=kept, side="ici")
    theirs = practice.partners.create(name="Part", actor=left, side="ici")
    done = merging.merge(kept, left, people.coordinator())
    assert kept.contribution.journal.first().label == "Doublon réuni à cette page"
    assert "Réuni avec" in left.contribution.journal.first().comment
    merging.undo(done, people.coordinator())
    for row in (mine, theirs, left):
        row.refresh_from_db()
    assert (mine.actor, theirs.actor) == (kept, left)
    assert (left.archived_at, left.merged_into) == (None, None)
    assert client.get(left.get_absolute_url()).status_code == 200
    with pytest.raises(Refused):
        merging.undo(done, people.coordinator())


def test_what_was_changed_since_is_not_taken_back(pair):
    kept, left = pair
    other = actors.actor(title="Tout autre chose")
    partner = practices.practice().partners.create(name="X", actor=left, side="ici")
    done = merging.merge(kept, left, people.coordinator())
    partner.actor = other
    partner.save()
    merging.undo(done, people.coordinator())
    partner.refresh_from_db()
    assert partner.actor == other


def test_an_actor_joins_neither_itself_nor_one_that_left(pair):
    kept, left = pair
    by = people.coordinator()
    with pytest.raises(Refused):
        merging.merge(kept, kept, by)
    merging.merge(kept, left, by)
    with pytest.raises(Refused):
        merging.merge(left, kept, by)
    with pytest.raises(Refused):
        merging.merge(kept, left, by)


def test_the_one_that_left_comes_back_only_by_undoing(pair):
    kept, left = pair
    merging.merge(kept, left, people.coordinator())
    with pytest.raises(Refused, match="défaites d’abord la réunion"):
        apply(left.contribution, "restore", people.coordinator())


def test_an_update_in_hand_is_finished_first(pair):
    kept, left = pair
    by = people.coordinator()
    apply(left.contribution, "revise", by)
    with pytest.raises(Refused, match="mise à jour"):
        merging.merge(kept, left, by)


def test_an_officer_merges_nothing(pair):
    with pytest.raises(PermissionDenied):
        merging.merge(*pair, people.officer())
    assert not ActorMerge.objects.exists()


def test_likely_duplicates_are_of_one_country(pair):
    morocco = people.country("MA", "Maroc")
    actors.actor(title="Chambre de commerce de Grenoble", country=morocco)
    actors.actor(title="Agence du port", acronym="ADP")
    actors.actor(title="Tout à fait autre", acronym="adp")
    actors.actor(title="Adp", country=morocco)
    found = [{row.slug for row, _twin in both} for both in merging.likely_duplicates()]
    assert {"grenoble", "grenoble-bis"} in found
    assert len(found) == 2


def test_the_screens_let_a_coordinator_choose_merge_and_undo(client, pair):
    kept, left = pair
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert "Garder celui-ci" in client.get(reverse("actors:duplicates")).content.decode()
    address = reverse("actors:merge", args=[kept.slug, left.slug])
    page = client.get(address).content.decode()
    assert kept.title in page
    assert actors.RELAY not in page
    chosen = client.get(
        reverse("actors:duplicates"), {"reste": kept.title, "part": left.title.lower()}
    )
    assert chosen["Location"] == address
    asked = {"reste": kept.title, "part": "Nulle part"}
    assert "ne connaît pas" in client.get(reverse("actors:duplicates"), asked).content.decode()
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 404
    done = ActorMerge.objects.get()
    assert client.post(reverse("actors:undo_merge", args=[done.pk])).status_code == 302
    assert Actor.objects.published().count() == 2


def test_the_page_of_a_team_that_left_stays(client):
    actor = actors.actor()
    officer = people.officer()
    actor.contribution.editors.add(officer)
    actor.contribution.created_by = officer
    actor.contribution.save()
    officer.delete()
    assert client.get(actor.get_absolute_url()).status_code == 200
