"""The link of a mail: presented, begun once, found again, said to be answered, stopped."""

import pytest
from django.test import Client
from django.urls import reverse

from surveys.answering.device import cookie_name
from surveys.answering.keys import digest, new_key
from surveys.campaign import signed
from surveys.campaign.models import Invitation
from surveys.models import Mode, Response
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making
from tests.surveys.answering import FIRST, SECOND, at, post

pytestmark = pytest.mark.django_db


def path(guest: Invitation, name="invitation", salt=signed.ANSWER) -> str:
    token = signed.token_of(guest, salt)
    return reverse(f"campaign:{name}", args=[guest.survey.slug, token])


@pytest.fixture
def guest():
    place = people.territory()
    survey = making.survey(state="open")
    return invitation(survey, territory=place, service=people.service())


def started(guest: Invitation) -> bool:
    return Invitation.objects.get(pk=guest.pk).started


def answered(guest: Invitation) -> bool:
    return Invitation.objects.get(pk=guest.pk).answered


def begun(guest: Invitation) -> Client:
    client, key = Client(), new_key()
    assert client.post(path(guest), {"key": key}).url == at(guest.survey, "key")
    return client


def test_the_page_presents_and_writes_nothing(guest, client):
    page = client.get(path(guest))
    assert page.status_code == 200
    text = page.text
    assert "Grenoble-Alpes-Métropole" in text
    assert "Rien ne la relie à votre réponse" in text
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "strict-origin"
    closed = invitation(making.survey(state="closed", slug="close"))
    assert client.get(path(closed))["Referrer-Policy"] == "strict-origin"
    assert not started(guest)
    assert not Response.objects.exists()


def test_a_double_click_begins_one_response(guest, client):
    key = new_key()
    for _click in range(2):
        answer = client.post(path(guest), {"key": key})
        assert answer.url == at(guest.survey, "key")
        assert client.cookies[cookie_name(guest.survey)].value == key
    assert bytes(Response.objects.get().key_hash) == digest(key)
    assert started(guest)


def test_a_lost_answer_leaves_the_key_on_the_device(guest, client):
    offered = client.get(path(guest)).context["key"]
    Client().post(path(guest), {"key": offered})
    again = client.get(path(guest))
    assert "Cette invitation a déjà servi" in again.text
    assert "Continuer sur cet appareil" in again.text


def test_a_link_used_twice_begins_nothing_more(guest):
    begun(guest)
    other = Client()
    assert "Reprendre avec ma clé" in other.get(path(guest)).text
    answer = other.post(path(guest), {"key": new_key()})
    assert answer.status_code == 422
    assert "Cette invitation a déjà servi" in answer.text
    assert Response.objects.count() == 1


def test_the_key_of_a_shared_device_is_kept(guest):
    client = begun(guest)
    key = client.cookies[cookie_name(guest.survey)].value
    colleague = invitation(guest.survey)
    assert "Cet appareil a déjà une réponse en cours" in client.get(path(colleague)).text
    assert client.cookies[cookie_name(guest.survey)].value == key


def test_sending_on_the_same_device_answers_the_invitation(guest):
    client = begun(guest)
    post(client, guest.survey, "un", FIRST)
    post(client, guest.survey, "deux", SECOND)
    assert not answered(guest)
    assert client.post(at(guest.survey, "send"), {"version": 1}).status_code == 302
    assert answered(guest)
    assert client.cookies[signed.cookie_name(guest.survey)].value == ""


def test_one_may_say_that_it_was_sent(guest):
    begun(guest)
    client = Client()
    for _click in range(2):
        assert client.post(path(guest), {"deja": "1"}).url == path(guest)
    assert answered(guest)
    assert "votre réponse est notée" in client.get(path(guest)).text


def test_a_named_invitation_finds_its_response_on_any_device():
    survey = making.survey(state="open", mode=Mode.NAMED)
    guest = invitation(survey, territory=people.territory(), service=people.service())
    who = {"territory": guest.territory.key, "service": guest.service.slug}
    page = Client().get(path(guest))
    assert 'value="metropole-200040715"' in page.text
    for _device in range(2):
        assert Client().post(path(guest), who).url == at(survey, "key")
    response = Response.objects.get()
    assert Invitation.objects.get(pk=guest.pk).response == response
    assert response.respondent.territory == guest.territory
    assert "Reprendre" in Client().get(path(guest)).text


def test_erasing_a_named_response_gives_its_invitation_back():
    survey = making.survey(state="open", mode=Mode.NAMED)
    guest = invitation(survey, territory=people.territory(), service=people.service())
    other = invitation(survey, answered=True, started=True)
    client = Client()
    client.post(path(guest), {"territory": guest.territory.key, "service": guest.service.slug})
    Invitation.objects.filter(pk=guest.pk).update(answered=True)
    assert client.post(at(survey, "erase")).status_code == 200
    guest.refresh_from_db()
    assert (guest.response, guest.started, guest.answered) == (None, False, False)
    assert answered(other)
    assert "Commencer" in Client().get(path(guest)).text


def test_a_named_invitation_wants_an_authority(client):
    guest = invitation(making.survey(state="open", mode=Mode.NAMED))
    assert client.post(path(guest), {}).status_code == 422
    assert not Response.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["1", "1:abc", "x" * 300])
def test_a_forged_link_is_unknown(guest, client, method, token):
    address = reverse("campaign:invitation", args=[guest.survey.slug, token])
    assert getattr(client, method)(address).status_code == 404


def test_a_link_serves_its_own_survey_and_its_own_purpose(guest, client):
    other = making.survey(state="open", slug="autre")
    for token in (signed.token_of(guest, signed.STOP), signed.token_of(invitation(other))):
        address = reverse("campaign:invitation", args=[guest.survey.slug, token])
        assert client.get(address).status_code == 404


def test_a_removed_invitation_is_unknown(guest, client):
    address = path(guest)
    guest.delete()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("state", ["closed", "published"])
def test_a_closed_survey_says_so(state, client):
    guest = invitation(making.survey(state=state))
    for answer in (client.get(path(guest)), client.post(path(guest), {"key": new_key()})):
        assert answer.status_code == 410
        assert "Cette enquête est close" in answer.text


def test_reminders_stop_in_one_click_without_cookie(guest):
    address = path(guest, "stop", signed.STOP)
    client = Client(enforce_csrf_checks=True)
    assert "Ne plus recevoir de rappel" in client.get(address).text
    assert not Invitation.objects.get(pk=guest.pk).stopped
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Invitation.objects.get(pk=guest.pk).stopped


def test_a_survey_taken_back_keeps_its_links(client):
    guest = invitation(making.survey())
    answer = client.get(path(guest))
    assert answer.status_code == 409
    assert "Gardez ce lien" in answer.text
    assert client.post(path(guest, "stop", signed.STOP)).status_code == 200
