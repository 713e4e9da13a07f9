"""« Toujours exact »: who may say it, links that serve once, reminders at the rhythm."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.urls import reverse
from django.utils import timezone

from aict.listing.foot import reminder_of
from aict.moderation import reminding, verification
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, VerifiedBy
from tests.people import factories as people
from tests.practices import factories, workflow

pytestmark = pytest.mark.django_db
RELAY = "relais@chambre.example"


@pytest.fixture
def stale(officer):
    """A page on line that nobody confirmed for two years."""
    practice = workflow.published(officer)
    rows = Contribution.objects.filter(pk=practice.contribution_id)
    rows.update(verified_on=timezone.localdate() - timedelta(days=730))
    return rows.get()


@pytest.fixture
def relayed(monkeypatch):
    """As a kind whose pages describe somebody who can be written to."""
    kind = replace(KINDS["practice"], confirmers=lambda contribution: [RELAY])
    monkeypatch.setitem(KINDS, "practice", kind)


def address(contribution, who=VerifiedBy.SUBJECT):
    return reverse("moderation:still_true", args=[verification.key_of(contribution, who)])


def test_the_mailed_link_opens_one_button_and_serves_once(client, stale):
    url = address(stale)
    page = client.get(url)
    assert page.content.count(b'<button class="btn btn-primary"') == 1
    stale.refresh_from_db()
    assert stale.verified_on != timezone.localdate(), "opening a link changes nothing"
    before = KINDS["practice"].live_object(stale).stamp
    assert client.post(url).status_code == 302
    stale.refresh_from_db()
    assert (stale.verified_on, stale.verified_by) == (timezone.localdate(), "organisme")
    assert KINDS["practice"].live_object(stale).stamp > before, "lists show the new date"
    for answer in (client.get(url), client.post(url)):
        assert answer.status_code == 410
        assert "déjà servi" in answer.content.decode()
    assert stale.journal.filter(transition="verify").count() == 1


def test_an_expired_a_false_and_a_withdrawn_link_say_so(client, stale, monkeypatch):
    url = address(stale)
    assert client.get("/toujours-exact/nimporte/").status_code == 404
    assert client.get(url[:-3] + "xx/").status_code == 404
    monkeypatch.setattr(verification, "DAYS", -1)
    answer = client.post(url)
    assert answer.status_code == 410
    assert "expiré" in answer.content.decode()
    monkeypatch.undo()
    apply(stale, "archive", stale.editors.get(), comment="Fini.")
    assert client.get(url).status_code == client.post(url).status_code == 410


def test_a_link_of_another_purpose_opens_nothing(client, stale):
    key = signing.dumps([str(stale.token), "organisme", 0], salt="moderation.preview")
    assert client.get(reverse("moderation:still_true", args=[key])).status_code == 404


def test_the_team_and_the_coordination_stamp_without_review(client, stale):
    for person, who in ((stale.editors.get(), "equipe"), (people.coordinator(), "coordination")):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        client.post(reverse("moderation:stamp", args=[stale.token]))
        stale.refresh_from_db()
        assert (stale.verified_by, stale.state) == (who, "published")
    back = client.post(reverse("moderation:stamp", args=[stale.token]), {"retour": "1"})
    assert back["Location"] == KINDS["practice"].live_object(stale).get_absolute_url()
    assert stale.journal.first().label == "Vérifié, toujours exact"


def test_reminders_leave_once_at_the_rhythm(stale, relayed):
    assert reminding.remind() == 1
    assert reminding.remind() == 0
    Contribution.objects.update(verified_on=timezone.localdate())
    assert reminding.remind() == 0, "confirmed meanwhile"
    later = timezone.localdate() - timedelta(days=400)
    Contribution.objects.update(verified_on=later, reminded_on=later - timedelta(days=300))
    assert reminding.remind() == 1, "a new period, a new reminder"


def test_the_day_a_text_fixed_for_itself_stands_instead_of_the_rhythm(stale):
    today = timezone.localdate()
    rows = Contribution.objects.filter(pk=stale.pk)
    rows.update(review_on=today + timedelta(days=1))
    assert not Contribution.objects.to_verify().exists(), "two years old, to be seen tomorrow"
    rows.update(review_on=today, verified_on=today - timedelta(days=3))
    assert reminding.remind() == 1, "three days old, to be seen today"
    verification.stamp(stale, VerifiedBy.TEAM)
    assert not Contribution.objects.to_verify().exists()
    rows.update(verified_on=today - timedelta(days=730), review_on=today - timedelta(days=731))
    assert Contribution.objects.to_verify().exists(), "past and verified since: the rhythm counts"


def test_the_foot_of_the_page_tells_that_day(client, stale):
    stale.review_on = stale.verified_on + timedelta(days=1)
    assert reminder_of(stale).startswith("le ")
    stale.review_on = stale.verified_on
    assert reminder_of(stale) == stale.get_review_months_display().lower()


def test_what_nobody_owns_goes_to_the_coordination_in_one_mail():
    coordinator = people.coordinator()
    old = timezone.localdate() - timedelta(days=900)
    for _ in range(3):
        factories.practice()
    Contribution.objects.update(verified_on=old)
    assert reminding.remind() == 3
    ids = list(Contribution.objects.values_list("pk", flat=True))
    assert reminding.tell_orphans(coordinator.pk, ids) == 1
    assert "3\u00a0pages" in mail.outbox[0].subject
    assert reminding.tell_orphans(coordinator.pk + 1, ids) == 0


def test_the_queue_lists_what_is_to_verify(client, stale):
    fresh = factories.practice(title="Toute neuve")
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    page = client.get("/moderation/?etat=published&fraicheur=a-verifier").content.decode()
    assert stale.title in page
    assert fresh.title not in page


def test_the_question_is_mailed_to_the_team_and_to_the_organisation(stale, relayed):
    reminding.ask_described(stale.pk, 0)
    reminding.ask_team(stale.pk, stale.editors.get().pk)
    assert [letter.to for letter in mail.outbox] == [[RELAY], [stale.editors.get().email]]
    assert "/toujours-exact/" in mail.outbox[0].body
    assert "votre organisme" in mail.outbox[0].body
    assert reminding.ask_described(stale.pk, 1) == 0, "the relay was removed meanwhile"


def test_an_erased_account_is_asked_nothing(stale):
    person = stale.editors.get()
    person.delete()
    assert reminding.ask_team(stale.pk, person.pk or 0) == 0
    assert reminding.ask(stale) == 0


def test_the_relay_is_asked_on_demand_and_never_shown(client, stale, relayed):
    client.force_login(stale.editors.get(), "django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("moderation:ask_verification", args=[stale.token]), follow=True)
    assert "La question est partie" in answer.content.decode()
    assert RELAY not in answer.content.decode()


def test_without_relay_the_question_cannot_be_asked(client, stale):
    client.force_login(stale.editors.get(), "django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("moderation:ask_verification", args=[stale.token]), follow=True)
    assert "pas de boîte de relais" in answer.content.decode()
