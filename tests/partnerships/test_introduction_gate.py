"""The whole table of an introduction: every state, every transition, every capacity."""

import pytest
from django.core.exceptions import PermissionDenied

from aict.moderation.readiness import Refused
from partnerships.introductions import gate
from partnerships.introductions.permissions import CLOCK, Who
from partnerships.introductions.states import TRANSITIONS
from partnerships.models import Introduction, RelayStop
from tests.partnerships import actors, introductions
from tests.people import factories as people

STATES = [*introductions.WAYS]
ROLES = ("requester", "target", "coordinator", "stranger", "clock", "nobody")
# transition → (states it starts from, who may, where it leads), told again by hand.
EXPECTED = {
    "send": ("draft", "requester", "sent"),
    "entrust": ("draft", "requester", "escalated"),
    "acknowledge": ("sent", "target", "acknowledged"),
    "accept": ("sent acknowledged escalated", "target", "accepted"),
    "refuse": ("sent acknowledged escalated", "target", "refused"),
    "escalate": ("sent acknowledged", "clock", "escalated"),
    "hand_back": ("sent acknowledged refused", "requester coordinator", "escalated"),
    "reassign": ("sent acknowledged escalated refused", "coordinator", "sent"),
    "retry": ("refused", "requester", "sent"),
    "hold": ("accepted", "requester", "held"),
    "close": ("accepted held", "requester", "closed"),
    "file": ("escalated refused accepted held", "coordinator", "closed"),
    "withdraw": ("draft sent acknowledged escalated accepted refused held", "requester", "withdrawn"),
    "leave": ("draft sent acknowledged escalated accepted refused held", "clock", "closed"),
}  # fmt: skip


def who(role: str, introduction: Introduction, coordinator, stranger) -> Who:
    return {
        "requester": Who(user=introduction.requester),
        "target": Who(link=introduction.round),
        "coordinator": Who(user=coordinator),
        "stranger": Who(user=stranger),
        "clock": CLOCK,
        "nobody": Who(),
    }[role]


def outcome(introduction, transition, as_whom, other) -> str:
    """The state reached, « denied » or « refused »; nothing is kept."""
    from django.db import transaction

    try:
        with transaction.atomic():
            said = introductions.said(transition, other)
            gate.apply(introduction, transition, as_whom, said)
            reached = introduction.state
            raise RuntimeError
    except PermissionDenied:
        return "denied"
    except Refused:
        return "refused"
    except RuntimeError:
        return reached
    finally:
        introduction.refresh_from_db()


@pytest.mark.parametrize("state", STATES)
def test_every_transition_by_everybody(db, state):
    introduction = introductions.at(state)
    coordinator, stranger, other = people.coordinator(), people.officer(), actors.actor()
    assert TRANSITIONS.keys() == EXPECTED.keys()
    found, expected = {}, {}
    for transition, (sources, allowed, target) in EXPECTED.items():
        for role in ROLES:
            # Nobody is asked yet: a link holds for no round.
            asked = role == "target" and introduction.actor_id is None
            if role not in allowed.split() or asked:
                expected[transition, role] = "denied"
            else:
                expected[transition, role] = target if state in sources.split() else "refused"
            as_whom = who(role, introduction, coordinator, stranger)
            found[transition, role] = outcome(introduction, transition, as_whom, other)
    assert found == expected


def test_a_person_erased_or_inactive_does_nothing(db):
    introduction = introductions.at("accepted")
    introduction.requester.is_active = False
    introduction.requester.save()
    with pytest.raises(PermissionDenied):
        gate.apply(introduction, "hold", Who(user=introduction.requester))


def test_members_of_the_peer_answer_signed_in(db):
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    member, made = people.officer(territory=bretagne), introductions.need()
    gate.apply(made, "send", Who(user=made.requester), gate.Said(peer=bretagne))
    with pytest.raises(PermissionDenied):
        gate.apply(made, "accept", Who(user=people.officer()), gate.Said(contact="x"))
    entry = gate.apply(made, "accept", Who(user=member), gate.Said(contact="Par le standard"))
    assert (made.state, entry.by, entry.part) == ("accepted", member, "sollicite")


def refusal(introduction, transition, as_whom, said=None) -> str:
    with pytest.raises(Refused) as trouble:
        gate.apply(introduction, transition, as_whom, said or gate.Said())
    return str(trouble.value)


def test_only_who_can_be_reached_is_asked(db):
    made = introductions.need()
    me = Who(user=made.requester)
    silent, archived = actors.actor(contact_relay=""), actors.actor(archived=True)
    stopped = actors.actor(contact_relay="stop@chambre.example")
    RelayStop.objects.create(actor=stopped, box="stop@chambre.example")
    for actor in (silent, archived, stopped):
        assert "ne reçoit pas" in refusal(made, "send", me, gate.Said(actor=actor))
    empty = people.territory(level="region", code="84", name="Auvergne-Rhône-Alpes")
    assert "Personne ne répond" in refusal(made, "send", me, gate.Said(peer=empty))
    assert "propre collectivité" in refusal(made, "send", me, gate.Said(peer=made.territory))
    assert "à qui" in refusal(made, "send", me)
    assert made.state == "draft"


def test_an_officer_does_not_ask_everybody_at_once(db):
    requester = people.officer()
    for _number in range(gate.MOST_WAITING):
        introductions.at("sent", requester)
    ninth = introductions.need(requester)
    assert "sans réponse" in refusal(
        ninth, "send", Who(user=requester), gate.Said(actor=actors.actor())
    )
    assert "sans réponse" in refusal(ninth, "entrust", Who(user=requester))


def test_the_same_actor_is_not_asked_twice_while_it_thinks(db):
    requester, actor = people.officer(), actors.actor()
    introductions.at("sent", requester, actor)
    again = introductions.need(requester)
    said = gate.Said(actor=actor)
    assert "déjà une demande" in refusal(again, "send", Who(user=requester), said)


def test_an_unconfirmed_officer_keeps_a_draft(db):
    requester = people.officer(confirmed=False)
    made = introductions.need(requester)
    said = gate.Said(actor=actors.actor())
    assert "rien n’est perdu" in refusal(made, "send", Who(user=requester), said)


def test_one_of_the_two_says_how_to_be_reached(db):
    made = introductions.at("sent")
    assert "Indiquez comment" in refusal(made, "accept", Who(link=1))
    made.share_contact = True
    made.save()
    gate.apply(made, "accept", Who(link=1))
    assert made.state == "accepted"


def test_what_was_typed_to_be_reached_is_forgotten_at_the_end(db):
    made = introductions.at("held")
    assert made.target_contact
    gate.apply(made, "close", Who(user=made.requester), introductions.said("close"))
    assert made.target_contact == ""


def test_a_refusal_may_stop_the_relay_of_that_box_only(db):
    actor = actors.actor(contact_relay="Relais@chambre.example")
    made = introductions.at("sent", target=actor)
    gate.apply(made, "refuse", Who(link=1), gate.Said(reason="indisponible", stop=True))
    other = introductions.need()
    me, said = Who(user=other.requester), gate.Said(actor=actor)
    assert "ne reçoit pas" in refusal(other, "send", me, said)
    actor.contact_relay = "autre-service@chambre.example"
    actor.save()
    gate.apply(other, "send", me, said)
    assert other.state == "sent"


def test_another_target_ends_the_link_of_the_one_before(db):
    made = introductions.at("sent")
    gate.apply(made, "reassign", Who(user=people.coordinator()), gate.Said(actor=actors.actor()))
    with pytest.raises(PermissionDenied):
        gate.apply(made, "accept", Who(link=1), gate.Said(contact="trop tard"))
    gate.apply(made, "accept", Who(link=2), gate.Said(contact="à temps"))
