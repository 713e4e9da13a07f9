"""Two people at the same moment, on two connections: one wins, the other is told, nothing is lost."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.models import Contribution, JournalEntry, Revision, State
from aict.moderation.views import decide, edit
from practices import pages, publication
from practices.listing import PRACTICES
from practices.models import Practice
from tests.people import factories as people
from tests.practices import workflow
from tests.together import meet_before, together

pytestmark = pytest.mark.django_db(transaction=True)
PROPOSE = "/pratiques/proposer/"


@pytest.fixture(autouse=True)
def _nothing_remembered(settings):
    # Whoever loses a race reads again: not what the N+1 watch looks for.
    again = ["moderation.Contribution", "territories.Country"]
    settings.ZEAL_ALLOWLIST = [*settings.ZEAL_ALLOWLIST, *({"model": m} for m in again)]
    pages.forget()
    PRACTICES.forget()


def browser_of(person) -> Client:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def posts(*requests) -> list:
    """The answers to (client, address, fields) sent at once."""
    return together(*(lambda r=request: r[0].post(*r[1:]) for request in requests))


def statuses(answers) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def deciding(contribution, coordinator, choice="accept", **fields):
    address = reverse("moderation:decide", args=[contribution.token])
    rows = {"corrections-TOTAL_FORMS": "1", "corrections-INITIAL_FORMS": "0", **fields}
    return browser_of(coordinator), address, {"transition": choice, "expected": "1", **rows}


@pytest.mark.parametrize("second", ["accept", "send_back"])
def test_two_coordinators_decide_at_once(monkeypatch, second):
    contribution = workflow.submitted()
    correction = {"corrections-0-reason": "incomplet", "corrections-0-comment": "Combien ?"}
    meet_before(monkeypatch, decide, "apply")
    answers = posts(
        deciding(contribution, people.coordinator()),
        deciding(contribution, people.coordinator(), second, **correction),
    )
    assert statuses(answers) == [302, 409]
    loser = next(answer for answer in answers if answer.status_code == 409)
    assert "n’est plus possible" in loser.content.decode()
    decided = JournalEntry.objects.filter(transition__in=["accept", "send_back"]).get()
    contribution.refresh_from_db()
    assert contribution.state == decided.target
    assert Practice.objects.count() == int(decided.transition == "accept")


def test_two_editors_save_the_same_part_at_once(monkeypatch):
    officer, colleague = people.officer(), people.officer()
    contribution = workflow.draft(officer)
    contribution.editors.add(colleague)
    address = reverse("practices:edit_part", args=[contribution.token, "essentiel"])
    meet_before(monkeypatch, drafts, "save")
    sent = {officer: "La phrase de l’une.", colleague: "La phrase de l’autre."}
    answers = posts(
        *(
            (browser_of(person), address, {"lock_no": "1", "teaser": teaser, "action": "save"})
            for person, teaser in sent.items()
        )
    )
    assert statuses(answers) == [302, 409]
    page = next(answer for answer in answers if answer.status_code == 409).content.decode()
    assert all(teaser in page for teaser in sent.values())
    kept = contribution.revisions.get()
    assert kept.lock_no == 2
    assert kept.data["teaser"] == sent[kept.author]


def test_two_editors_save_two_parts_at_once_and_both_are_kept(monkeypatch):
    officer, colleague = people.officer(), people.officer()
    contribution = workflow.draft(officer)
    contribution.editors.add(colleague)
    meet_before(monkeypatch, drafts, "save")
    sent = {
        "effets": {"local_impact": "Quatre emplois."},
        "transposer": {"transfer_adapt": "Tout."},
    }
    answers = posts(
        *(
            (
                browser_of(person),
                reverse("practices:edit_part", args=[contribution.token, part]),
                {"lock_no": "1", **told, "action": "save"},
            )
            for person, (part, told) in zip((officer, colleague), sent.items(), strict=True)
        )
    )
    assert statuses(answers) == [302, 302]
    kept = contribution.revisions.get()
    assert kept.lock_no == 3
    assert (kept.data["local_impact"], kept.data["transfer_adapt"]) == ("Quatre emplois.", "Tout.")
    assert kept.data["title"], "what nobody touched is still there"
    assert dict(kept.hands.exclude(part="essentiel").values_list("part", "by")) == {
        "effets": officer.pk,
        "transposer": colleague.pk,
    }


def test_submitting_twice_at_once_submits_once(monkeypatch):
    officer = people.officer()
    contribution = workflow.draft(officer)
    address = reverse("moderation:change", args=[contribution.token, "submit"])
    meet_before(monkeypatch, decide, "apply")
    answers = posts((browser_of(officer), address), (browser_of(officer), address))
    assert statuses(answers) == [302, 409]
    assert JournalEntry.objects.get().transition == "submit"
    assert contribution.revisions.get().number == 1


def test_the_same_first_page_sent_twice_at_once_makes_one_contribution(monkeypatch):
    workflow.references()
    officer = people.officer()
    fields = {"token": str(uuid4()), **workflow.answers(), "action": "save"}
    meet_before(monkeypatch, edit.drafts, "start")
    answers = posts((browser_of(officer), PROPOSE, fields), (browser_of(officer), PROPOSE, fields))
    assert statuses(answers) in ([302, 302], [302, 409])
    contribution = Contribution.objects.get()
    assert contribution.editors.get() == officer
    assert Revision.objects.get().data["title"] == fields["title"]


def test_two_texts_of_the_same_title_are_published_at_once(monkeypatch):
    texts = [workflow.submitted(), workflow.submitted()]
    meet_before(monkeypatch, publication.Practice, "save")
    answers = posts(*(deciding(text, people.coordinator()) for text in texts))
    assert statuses(answers) == [302, 302]
    assert len(set(Practice.objects.values_list("slug", flat=True))) == 2
    assert {text.state for text in Contribution.objects.all()} == {State.PUBLISHED}


def test_two_cooperations_name_the_same_new_partnership_at_once(monkeypatch):
    texts = [workflow.submitted(**workflow.cooperation(title=f"Titre {n}")) for n in "ab"]
    meet_before(monkeypatch, publication.Practice, "save")
    answers = posts(*(deciding(text, people.coordinator()) for text in texts))
    assert statuses(answers) == [302, 302]
    assert len(set(Practice.objects.values_list("partnership", flat=True))) == 1


def test_a_save_and_a_submission_at_once_leave_one_whole_text(monkeypatch):
    officer = people.officer()
    contribution = workflow.draft(officer)
    address = reverse("practices:edit_part", args=[contribution.token, "essentiel"])
    save = {"lock_no": "1", **workflow.answers(teaser="Écrit au dernier moment."), "action": "save"}
    answers = posts(
        (browser_of(officer), address, save),
        (browser_of(officer), reverse("moderation:change", args=[contribution.token, "submit"])),
    )
    contribution.refresh_from_db()
    saved, submitted = (answer.status_code for answer in answers)
    assert submitted == 302
    assert contribution.state == State.SUBMITTED
    text = contribution.revisions.get()
    assert (text.data["teaser"] == save["teaser"]) == (saved == 302)


def test_corrections_are_asked_on_the_text_at_hand_whatever_another_thread_reads(monkeypatch):
    """The choices of a form belong to a request, never to the process."""
    project, strategy = (
        workflow.submitted(),
        workflow.submitted(nature="strategie", period_start="2020"),
    )
    meet_before(monkeypatch, decide.DecisionForm, "is_valid")
    correction = {"corrections-0-reason": "incomplet", "corrections-0-comment": "Combien ?"}
    answers = posts(
        deciding(
            project,
            people.coordinator(),
            "send_back",
            **correction,
            **{"corrections-0-field": "steps"},
        ),
        deciding(
            strategy,
            people.coordinator(),
            "send_back",
            **correction,
            **{"corrections-0-field": "axes"},
        ),
    )
    assert statuses(answers) == [302, 302]
