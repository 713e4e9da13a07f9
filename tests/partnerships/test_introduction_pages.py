"""Asking, choosing, answering on the signed page, following."""

from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnerships.introductions import signed
from partnerships.introductions.gate import Said, apply
from partnerships.introductions.permissions import Who, sees
from partnerships.models import Introduction, RelayStop
from tests.partnerships import actors, factories, introductions
from tests.partnerships.actors import RELAY
from tests.people import factories as people

LIST, ASK = "/mises-en-relation/", "/mises-en-relation/demander/"
BOARD, UNMET = "/mises-en-relation/suivi/", "/mises-en-relation/besoins/"


@pytest.fixture
def officer(db):
    return people.officer(name="Camille Fictif")


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    return client


def link(introduction, reader=None) -> str:
    return f"/mises-en-relation/reponse/{signed.key_of(introduction, reader)}/"


def answer(client, introduction, **post):
    return client.post(link(introduction), post)


def membership(officer) -> dict:
    return {"membership": officer.memberships.get().pk}


# Asking


def test_from_an_actor_to_a_sent_request(signed_in, officer):
    actor = actors.actor(title="Grappe de l’Atlas", country=people.country("MA", "Maroc"))
    opened = signed_in.get(f"{ASK}?acteur={actor.slug}")
    assert "Grappe de l’Atlas" in opened.text
    assert 'value="MA"' in opened.text
    posted = signed_in.post(
        f"{ASK}?acteur={actor.slug}", introductions.answers() | membership(officer)
    )
    made = Introduction.objects.get()
    assert posted.url == f"/mises-en-relation/{made.token}/choisir/"
    chosen = signed_in.get(posted.url)
    assert "c’est sa page que vous lisiez" in chosen.text
    assert RELAY not in chosen.text
    sent = signed_in.post(posted.url, {"target": f"acteur:{actor.pk}"})
    assert sent.url == made.get_absolute_url()
    made.refresh_from_db()
    assert (made.state, made.actor, made.round) == ("sent", actor, 1)
    page = signed_in.get(sent.url).text
    assert "en principe avant le" in page
    assert RELAY not in page


def test_nothing_typed_is_lost_on_error(signed_in, officer):
    text = "Relier nos grappes"
    posted = signed_in.post(ASK, introductions.answers(what=text, why="") | membership(officer))
    assert posted.status_code == 422
    assert text in posted.text
    assert not Introduction.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("what", "x" * 501),
        ("what", "a\x00b"),
        ("how", "Écrivez à camille@metropole.example"),
        ("intent", "autre"),
        ("sector", "inconnu"),
        ("countries", ["ZZ"]),
        ("deadline", "2001-01-01"),
        ("membership", "999999"),
    ],
)
def test_odd_answers_are_said(signed_in, officer, field, value):
    post = introductions.answers() | membership(officer) | {field: value}
    assert signed_in.post(ASK, post).status_code == 422


def test_ten_megabytes_are_refused(signed_in, officer):
    post = introductions.answers(what="x" * 10_000_000) | membership(officer)
    assert signed_in.post(ASK, post).status_code in {400, 413}
    made = introductions.at("sent")
    flood = {"answer": "accept", "oui-contact": "x" * 10_000_000}
    assert Client().post(link(made), flood).status_code in {400, 413}


def test_one_asks_for_one_s_own_territory_only(signed_in):
    other = people.officer(territory=people.territory(level="region", code="53", name="Bretagne"))
    posted = signed_in.post(ASK, introductions.answers() | membership(other))
    assert posted.status_code == 422


@pytest.mark.parametrize(
    "query",
    ["acteur=rien", "page=zz", "page=99999999999999999999", "territoire=%00", "partenariat="],
)
def test_an_unknown_origin_opens_an_empty_form(signed_in, query):
    assert signed_in.get(f"{ASK}?{query}").status_code == 200


def test_asking_too_often_waits(signed_in):
    for _number in range(30):
        signed_in.post(ASK, {})
    assert signed_in.post(ASK, {}).status_code == 429


# Choosing


def test_proposals_say_why(signed_in, officer):
    morocco = people.country("MA", "Maroc", groups=["apd"])
    actors.actor(
        title="Grappe de l’Atlas",
        country=morocco,
        contact_relay="a@atlas.example",
        sectors=[introductions.sector()],
    )
    actors.actor(title="Sans rapport", contact_relay="b@ailleurs.example", categories=["promotion"])
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    people.officer(territory=bretagne)
    factories.partnership(title="Bretagne – Fès", parties=[bretagne, factories.abroad()])
    text = signed_in.get(f"/mises-en-relation/{introductions.need(officer).token}/choisir/").text
    assert "intervient dans le pays visé\u202f: Maroc" in text
    assert "travaille dans ce secteur\u202f: Numérique" in text
    assert "mène le partenariat «\xa0Bretagne – Fès\xa0»" in text
    assert "Sans rapport" not in text
    assert "atlas.example" not in text


def test_dead_contacts_are_never_offered(signed_in, officer):
    morocco = people.country("MA", "Maroc", groups=["apd"])
    where = {"country": morocco}
    kept = actors.actor(title="Vivante", contact_relay="oui@vivante.example", **where)
    actors.actor(title="Archivée", contact_relay="a@x.example", archived=True, **where)
    actors.actor(title="Sans relais", contact_relay="", **where)
    stopped = actors.actor(title="Arrêtée", contact_relay="s@x.example", **where)
    RelayStop.objects.create(actor=stopped, box="s@x.example", dead=True)
    address = f"/mises-en-relation/{introductions.need(officer).token}/choisir/"
    text = signed_in.get(address).text
    shown = [name for name in ("Vivante", "Archivée", "Sans relais", "Arrêtée") if name in text]
    assert shown == [kept.title]
    refused = signed_in.post(address, {"target": f"acteur:{stopped.pk}"})
    assert refused.status_code == 409
    assert "Choisissez à qui" in refused.text


@pytest.mark.parametrize("target", ["", "acteur:", "acteur:9" * 30, "territoire:x\x00", "zz"])
def test_an_odd_choice_is_said(signed_in, officer, target):
    address = f"/mises-en-relation/{introductions.need(officer).token}/choisir/"
    assert signed_in.post(address, {"target": target}).status_code == 409


def test_the_coordination_may_be_asked(signed_in, officer):
    made = introductions.need(officer)
    signed_in.post(f"/mises-en-relation/{made.token}/choisir/", {"target": "coordination"})
    made.refresh_from_db()
    assert (made.state, made.target_name) == ("escalated", "la coordination")


# Answering on the signed page


def test_opening_the_link_changes_nothing(client, db):
    made = introductions.at("sent")
    before = made.journal.count()
    page = client.get(link(made))
    assert page.status_code == 200
    assert page["X-Robots-Tag"] == "noindex"
    assert "Grenoble-Alpes-Métropole" in page.text
    assert made.requester.email not in page.text
    assert made.requester.name not in page.text
    assert RELAY not in page.text
    made.refresh_from_db()
    assert (made.state, made.journal.count()) == ("sent", before)


def test_received_then_accepted(client, db):
    made = introductions.at("sent")
    assert answer(client, made, answer="acknowledge").status_code == 302
    assert (
        answer(client, made, answer="accept", **{"oui-contact": "Au standard"}).status_code == 302
    )
    made.refresh_from_db()
    assert (made.state, made.target_contact) == ("accepted", "Au standard")
    thanks = client.get(link(made)).text
    assert "Vous avez accepté" in thanks
    assert "Au standard" not in thanks


def test_refused_with_a_reason_and_another_door(client, db):
    made = introductions.at("sent")
    other = actors.actor(title="Agence des ports", contact_relay="b@ports.example")
    post = {"answer": "refuse", "non-suggested_name": "agence des ports", "non-comment": "Désolés"}
    lacking = client.post(link(made), post)
    assert lacking.status_code == 422
    assert "Cochez une raison" in lacking.text
    client.post(link(made), post | {"non-reason": "autre-porte"})
    made.refresh_from_db()
    assert (made.state, made.suggested) == ("refused", other)
    client.force_login(made.requester, "django.contrib.auth.backends.ModelBackend")
    page = client.get(made.get_absolute_url()).text
    assert f'href="/acteurs/{other.slug}/"' in page
    chosen = client.get(f"/mises-en-relation/{made.token}/choisir/").text
    assert "conseillé par le refus" in chosen


def test_a_double_click_answers_once(client, db):
    made = introductions.at("sent")
    post = {"answer": "accept", "oui-contact": "Au standard"}
    assert answer(client, made, **post).status_code == 302
    again = answer(client, made, **post)
    assert again.status_code == 409
    assert "n’est plus possible" in again.text
    assert made.journal.filter(transition="accept").count() == 1


@pytest.mark.parametrize("post", [{}, {"answer": "hold"}, {"answer": "withdraw"}])
def test_a_link_gives_no_other_power(client, db, post):
    made = introductions.at("accepted")
    assert answer(client, made, **post).status_code == 422


def test_an_expired_link_says_so(client, db, monkeypatch):
    made = introductions.at("sent")
    old = timezone.now().timestamp() - (signed.DAYS + 1) * 86_400
    with monkeypatch.context() as past:
        past.setattr(signing.time, "time", lambda: old)
        address = link(made)
    assert client.get(address).status_code == 410
    late = client.post(address, {"answer": "accept", "oui-contact": "x"})
    assert (late.status_code, "a expiré" in late.text) == (410, True)


def test_a_forged_or_reused_link(client, db):
    made = introductions.at("sent")
    first = link(made)
    assert client.get(first.replace(":", ";")).status_code == 404
    apply(made, "reassign", Who(user=people.coordinator()), Said(actor=actors.actor()))
    moved = client.post(first, {"answer": "accept", "oui-contact": "x"})
    assert moved.status_code == 410
    assert "confiée à quelqu’un d’autre" in moved.text
    made.refresh_from_db()
    assert made.state == "sent"


def test_a_withdrawn_request_waits_for_nothing(client, db):
    made = introductions.at("withdrawn")
    page = client.get(link(made))
    assert "Vous n’avez plus rien à faire" in page.text
    assert answer(client, made, answer="accept", **{"oui-contact": "x"}).status_code == 409


# Following


def test_the_requester_s_gestures(signed_in, officer):
    made = introductions.at("accepted", officer)
    signed_in.post(f"/mises-en-relation/{made.token}/faire/hold/")
    lacking = signed_in.post(f"/mises-en-relation/{made.token}/faire/close/", {"useful": "oui"})
    assert lacking.status_code == 422
    closing = {"useful": "oui", "outcome": "partenariat", "comment": "Merci"}
    signed_in.post(f"/mises-en-relation/{made.token}/faire/close/", closing)
    made.refresh_from_db()
    assert (made.state, made.useful, made.outcome) == ("closed", True, "partenariat")
    again = signed_in.post(f"/mises-en-relation/{made.token}/faire/close/", closing)
    assert again.status_code == 409


def test_others_see_nothing(client, db):
    made = introductions.at("sent")
    stranger = people.officer(territory=people.territory(level="region", code="53", name="B"))
    colleague = people.officer()
    for person in (stranger, colleague):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        assert client.get(made.get_absolute_url()).status_code == 403
        assert client.post(f"/mises-en-relation/{made.token}/faire/withdraw/").status_code == 403


def test_a_draft_is_seen_by_its_author_alone(client, db):
    made = introductions.need()
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert client.get(made.get_absolute_url()).status_code == 403


def test_the_same_people_in_the_list_and_on_the_page(db):
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    member = people.officer(territory=bretagne)
    made = [introductions.at(state) for state in introductions.WAYS]
    peer = introductions.need()
    apply(peer, "send", Who(user=peer.requester), Said(peer=bretagne))
    everyone = [made[0].requester, member, people.coordinator(), people.officer()]
    for person in everyone:
        seen = set(Introduction.objects.visible_to(person))
        assert seen == {row for row in [*made, peer] if sees(person, row)}


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(("address", "most"), [(LIST, 9), (BOARD, 8), (UNMET, 5)])
def test_lists_cost_the_same_with_one_and_three(client, officer, address, most):
    coordinator = people.coordinator()
    who = coordinator if address == BOARD else officer
    client.force_login(who, "django.contrib.auth.backends.ModelBackend")
    introductions.at("refused", officer)
    one = queries(client, address)
    introductions.at("refused", officer)
    introductions.at("escalated", officer)
    assert queries(client, address) == one <= most


def test_the_board_tells_ages_and_who_is_waited_on(client, db):
    made = introductions.at("sent")
    then = timezone.now() - timedelta(days=20)
    Introduction.objects.filter(pk=made.pk).update(sent_at=then)
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    text = client.get(BOARD).text
    assert "20\xa0jours" in text
    assert "En retard de 11\xa0jours" in text
    assert made.get_absolute_url() in text
    assert "Rien n’attend ici" in client.get(f"{BOARD}?etat=going").text
    assert client.get(f"{BOARD}?etat=zz&page=x").status_code == 200


def test_needs_without_an_answer_are_never_shown_under_five(client, db):
    asking = [
        people.territory(level="region", code=str(number), name=f"Région {number}")
        for number in range(60, 65)
    ]
    for place in asking[:4]:
        introductions.at("refused", territory=place)
    # The same authority counts once.
    introductions.at("refused", territory=asking[0])
    introductions.at("closed", territory=asking[4])
    hidden = client.get(UNMET).text
    assert "Rien à montrer" in hidden
    assert "Numérique" not in hidden
    introductions.at("escalated", territory=asking[4])
    shown = client.get(UNMET).text
    assert '<td data-label="Collectivités" class="num"><b>5</b></td>' in shown
    assert "Numérique" in shown


def test_a_member_of_the_peer_answers_signed_in_or_by_the_link(client, officer):
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    member = people.officer(territory=bretagne)
    made = introductions.need(officer)
    apply(made, "send", Who(user=officer), Said(peer=bretagne))
    client.force_login(member, "django.contrib.auth.backends.ModelBackend")
    assert "attendent votre réponse" in client.get(LIST).text
    address = f"/mises-en-relation/{made.token}/repondre/"
    assert "souhaite échanger avec vous" in client.get(address).text
    client.post(address, {"answer": "acknowledge"})
    # The link of the mail knows whose box it went to.
    Client().post(link(made, member), {"answer": "accept", "oui-contact": "Au standard"})
    made.refresh_from_db()
    assert made.state == "accepted"
    assert [e.by for e in made.journal.all()][:2] == [member, member]
