"""By password, by code, in two steps; and how often one may try."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp

from aict.people.limits import limited
from tests.people import factories
from tests.people.letters import code_in

pytestmark = pytest.mark.django_db
LOGIN, ASK, TYPE = "/compte/connexion/", "/compte/connexion/code/", "/compte/connexion/code/saisir/"


def by_password(client, person, password=factories.PASSWORD, **extra):
    return client.post(LOGIN, {"login": person.email, "password": password, **extra})


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_by_password(client):
    response = by_password(client, factories.officer())
    assert response.status_code == 302
    assert signed_in(client)


def test_by_code(client, mailoutbox):
    officer = factories.officer()
    client.post(f"{ASK}?next=/compte/profil/", {"email": officer.email, "next": "/compte/profil/"})
    assert mailoutbox[0].to == [officer.email]
    response = client.post(TYPE, {"code": code_in(mailoutbox[0]), "next": "/compte/profil/"})
    assert response.headers["Location"] == "/compte/profil/"
    assert signed_in(client)


def test_an_unknown_address_gets_the_same_page_and_a_mail(client, mailoutbox):
    factories.officer(email="ada@metro.example")
    known = client.post(ASK, {"email": "ada@metro.example"}, follow=True)
    unknown = type(client)().post(ASK, {"email": "eve@metro.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert [mail.to[0] for mail in mailoutbox] == ["ada@metro.example", "eve@metro.example"]
    assert "/compte/inscription/" in mailoutbox[1].body


@pytest.mark.parametrize(
    "elsewhere", ["https://pirate.example/", "//pirate.example/x", "/\\pirate.example"]
)
def test_one_is_never_sent_elsewhere(client, elsewhere):
    response = by_password(client, factories.officer(), next=elsewhere)
    assert "pirate" not in response.headers["Location"]


def test_a_suspended_account_does_not_enter(client):
    by_password(client, factories.officer(is_active=False))
    assert not signed_in(client)


def test_suspending_closes_the_sessions_already_open(client):
    officer = factories.officer()
    by_password(client, officer)
    assert client.get("/compte/").status_code == 200
    type(officer).objects.filter(pk=officer.pk).update(is_active=False)
    assert client.get("/compte/").status_code == 302


def test_an_unverified_address_is_verified_first(client, mailoutbox):
    response = by_password(client, factories.user(verified=False))
    assert response.headers["Location"].startswith("/compte/inscription/verifier/")
    assert not signed_in(client)


def test_wrong_and_unknown_say_the_same(client):
    officer = factories.officer()
    wrong = by_password(client, officer, "pas-le-bon-mot").context["form"].errors
    officer.email = "personne@nulle-part.example"
    assert by_password(client, officer).context["form"].errors == wrong


def test_five_failures_close_the_door_for_that_address(client):
    officer, other = factories.officer(), factories.officer()
    for _ in range(5):
        by_password(client, officer, "pas-le-bon-mot")
    page = by_password(client, officer)
    assert not signed_in(client)
    assert "Trop de tentatives" in page.content.decode()
    by_password(client, other)
    assert signed_in(client)


def test_too_many_attempts_from_one_connection(client):
    for _ in range(30):
        client.post(LOGIN, {})
    response = client.post(LOGIN, {})
    assert response.status_code == 429
    assert "Doucement" in response.content.decode()


def test_codes_are_not_sent_without_end(client, mailoutbox):
    officer = factories.officer()
    for _ in range(5):
        type(client)().post(ASK, {"email": officer.email})
    assert len(mailoutbox) == 3


def test_limited_counts_by_connection_and_by_account(rf):
    def use(address="10.0.0.1", user=None, rate="2/m"):
        request = rf.post("/", REMOTE_ADDR=address)
        request.user = user or factories.user()
        return limited(request, "essai", rate)

    assert [use() for _ in range(2)] == [None, None]
    assert use().status_code == 429
    assert use(address="10.0.0.2") is None
    ada = factories.user()
    assert [use(user=ada, rate="1/h/user"), use(rate="1/h/user")] == [None, None]
    assert use(user=ada, rate="1/h/user").status_code == 429


def test_two_steps(client):
    officer = factories.officer()
    totp.TOTP.activate(officer, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(officer)
    response = by_password(client, officer, next="/compte/profil/")
    assert response.headers["Location"] == "/compte/deux-etapes/verifier/"
    assert not signed_in(client)
    assert (
        "Code incorrect"
        in client.post(response.headers["Location"], {"code": "000000"}).content.decode()
    )
    response = client.post(
        "/compte/deux-etapes/verifier/", {"code": current_code("JBSWY3DPEHPK3PXP")}
    )
    assert response.headers["Location"] == "/compte/profil/"
    assert signed_in(client)


def test_a_recovery_code_opens_once(client):
    officer = factories.officer()
    totp.TOTP.activate(officer, "JBSWY3DPEHPK3PXP")
    code = RecoveryCodes.activate(officer).get_unused_codes()[0]
    for expected in (True, False):
        fresh = type(client)()
        by_password(fresh, officer)
        fresh.post("/compte/deux-etapes/verifier/", {"code": code})
        assert signed_in(fresh) is expected


@pytest.mark.django_db(transaction=True)
def test_an_application_is_linked_after_confirming_who_one_is(client, mailoutbox):
    officer = factories.officer()
    by_password(client, officer)
    page = client.get("/compte/deux-etapes/application/activer/", follow=True)
    assert "Confirmez que c’est vous" in page.content.decode()
    page = client.post(page.redirect_chain[-1][0], {"password": factories.PASSWORD}, follow=True)
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    client.post("/compte/deux-etapes/application/activer/", {"code": current_code(secret)})
    types = set(Authenticator.objects.filter(user=officer).values_list("type", flat=True))
    assert types == {"totp", "recovery_codes"}
    assert mailoutbox[0].subject == "[AICT éco] Deuxième étape activée"
    for address in (
        "",
        "codes-de-secours/",
        "codes-de-secours/generer/",
        "application/desactiver/",
        "cles/",
    ):
        assert client.get(f"/compte/deux-etapes/{address}").status_code == 200, address
    download = client.get("/compte/deux-etapes/codes-de-secours/telecharger/")
    assert "attachment" in download["Content-Disposition"]


def current_code(secret: str) -> str:
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )


def test_a_forgotten_password_is_replaced_by_code(client, mailoutbox):
    officer = factories.officer()
    client.post("/compte/mot-de-passe/oublie/", {"email": officer.email})
    client.post("/compte/mot-de-passe/oublie/code/", {"code": code_in(mailoutbox[0])})
    new = {"password1": "une phrase toute neuve", "password2": "une phrase toute neuve"}
    assert client.post("/compte/mot-de-passe/oublie/nouveau/", new).status_code == 302
    assert client.get("/compte/mot-de-passe/oublie/fait/").status_code == 200
    officer.refresh_from_db()
    assert officer.check_password("une phrase toute neuve")


def test_the_address_changes_once_the_new_one_is_verified(client, mailoutbox):
    officer = factories.officer(email="ancienne@metro.example")
    by_password(client, officer)
    client.post("/compte/confirmer/", {"password": factories.PASSWORD})
    client.post("/compte/adresse/", {"action_add": "", "email": "nouvelle@metro.example"})
    officer.refresh_from_db()
    assert officer.email == "ancienne@metro.example"
    assert "nouvelle@metro.example" in client.get("/compte/inscription/verifier/").content.decode()
    code = next(code_in(mail) for mail in mailoutbox if mail.to == ["nouvelle@metro.example"])
    client.post("/compte/inscription/verifier/", {"code": code})
    officer.refresh_from_db()
    assert officer.email == "nouvelle@metro.example"
    assert any(mail.to == ["ancienne@metro.example"] for mail in mailoutbox)


@pytest.mark.parametrize(
    "address", ["mot-de-passe/", "mot-de-passe/choisir/", "adresse/", "deconnexion/"]
)
@pytest.mark.parametrize("password", [factories.PASSWORD, None])
def test_pages_of_ones_security_answer(client, address, password):
    officer = factories.officer(password=password)
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/compte/{address}").status_code in {200, 302}


def test_the_back_office_has_no_door_of_its_own(client):
    response = client.get("/administration/login/?next=/administration/")
    assert response.headers["Location"].startswith("/compte/connexion/")
    for make, status in ((factories.administrator, 200), (factories.coordinator, 302)):
        client.force_login(make(), "django.contrib.auth.backends.ModelBackend")
        assert client.get("/administration/people/user/").status_code == status
