"""From an address to a verified account."""

import pytest
from django.urls import reverse

from aict.people.models import Membership, User
from tests.people import factories
from tests.people.letters import code_in

pytestmark = pytest.mark.django_db
SIGNUP, VERIFY = "/compte/inscription/", "/compte/inscription/verifier/"


def answers(**fields):
    return {
        "email": "ada@metro.example",
        "name": "Ada Neuve",
        "function": "Cheffe de projet",
        **fields,
    }


def test_sign_up_verify_and_arrive_with_a_declared_membership(client, mailoutbox):
    place, service = factories.territory(), factories.service()
    data = answers(territory=place.key, service=service.slug)
    assert client.post(SIGNUP, data).headers["Location"] == VERIFY
    user = User.objects.get()
    assert (user.email, user.name, user.function) == (
        "ada@metro.example",
        "Ada Neuve",
        "Cheffe de projet",
    )
    assert not user.has_usable_password()
    assert not Membership.objects.waiting().verified().exists()
    assert "ada@metro.example" in client.get(VERIFY).content.decode()
    response = client.post(VERIFY, {"code": code_in(mailoutbox[0])})
    assert response.headers["Location"] == reverse("people:account")
    membership = Membership.objects.waiting().verified().get()
    assert (membership.territory, membership.service) == (place, service)
    assert "En attente de la coordination" in client.get("/compte/").content.decode()


def test_the_page_one_came_from_is_kept(client, mailoutbox):
    client.post(f"{SIGNUP}?next=/compte/profil/", answers(next="/compte/profil/"))
    response = client.post(VERIFY, {"code": code_in(mailoutbox[0])})
    assert response.headers["Location"] == "/compte/profil/"


@pytest.mark.parametrize(
    "elsewhere", ["https://pirate.example/", "//pirate.example", "javascript:alert(1)"]
)
def test_one_is_never_sent_elsewhere(client, mailoutbox, elsewhere):
    client.post(SIGNUP, answers(next=elsewhere))
    response = client.post(VERIFY, {"code": code_in(mailoutbox[0]), "next": elsewhere})
    assert response.headers["Location"] == reverse("people:account")


def test_a_wrong_code_three_times_starts_again(client, mailoutbox):
    client.post(SIGNUP, answers())
    for _ in range(2):
        page = client.post(VERIFY, {"code": "XXXX-XXXX"})
        assert "Code incorrect" in page.content.decode()
    assert client.post(VERIFY, {"code": "XXXX-XXXX"}).status_code == 302
    client.post(VERIFY, {"code": code_in(mailoutbox[0])})
    assert "_auth_user_id" not in client.session


def test_an_address_can_be_corrected_before_it_is_verified(client, mailoutbox):
    client.post(SIGNUP, answers(email="adda@metro.example"))
    client.post(VERIFY, {"action": "change", "email": "ada@metro.example"})
    client.post(VERIFY, {"code": code_in(mailoutbox[-1])})
    assert User.objects.get().email == "ada@metro.example"


def test_a_known_address_is_told_to_its_owner_only(client, mailoutbox):
    factories.officer(email="ada@metro.example")
    known = client.post(SIGNUP, answers(), follow=True)
    assert "Vous avez déjà un compte" in mailoutbox[0].subject
    other = type(client)()
    unknown = other.post(SIGNUP, answers(email="eve@metro.example"), follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert "déjà" not in known.content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"email": "pas-une-adresse"}, "adresse"),
        ({"name": ""}, "obligatoire"),
        ({"name": "x" * 121}, "120"),
        ({"name": "a\x00b"}, "nul"),
        ({"territory": "metropole-200040715"}, "quel service"),
        ({"service": "relations-internationales"}, "quelle collectivité"),
        ({"territory": "metropole-1"}, "collectivité"),
        ({"password1": "court"}, "12"),
        ({"password1": "password1234"}, "courant"),
        ({"password1": "ada@metro.example"}, "semblable"),
    ],
)
def test_sign_up_refuses(client, fields, said):
    factories.territory()
    factories.service()
    response = client.post(SIGNUP, answers(**fields))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not User.objects.exists()


def test_when_the_mail_server_is_down_one_is_told(client, monkeypatch):
    def down(self):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    page = client.post(SIGNUP, answers(), follow=True)
    assert "notre messagerie ne répond pas" in page.content.decode()
