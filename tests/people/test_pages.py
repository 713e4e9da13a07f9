"""Every account page answers, in our clothes, and says what it must."""

import json

import pytest
from django.urls import reverse

from aict.people import holdings
from aict.people.models import Membership, Role, User
from tests.people import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_(client):
    """The client, signed in as `person`."""

    def enter(person):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def shown(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_for_one_and_three(as_, count, django_assert_num_queries):
    for number in range(count):
        place = factories.territory("commune", f"3818{number}", f"Commune {number}")
        factories.officer(territory=place, confirmed=False)
    client = as_(factories.coordinator())
    with django_assert_num_queries(7):
        page = shown(client.get(reverse("people:memberships")))
    assert page.count("Confirmer<") == count


@pytest.mark.parametrize("count", [1, 3])
def test_people_cost_the_same_for_one_and_three(as_, count, django_assert_num_queries):
    for _ in range(count):
        factories.officer()
    client = as_(factories.administrator())
    with django_assert_num_queries(5):
        client.get(reverse("people:people"))


def test_the_queue_shows_pending_first_and_counts(as_):
    factories.officer(name="Ida Attente", confirmed=False)
    factories.officer(name="Léo Confirmé")
    client = as_(factories.coordinator())
    page = shown(client.get(reverse("people:memberships")))
    assert "Ida Attente" in page
    assert "Léo Confirmé" not in page
    page = shown(client.get(reverse("people:memberships"), {"etat": "confirmees"}))
    assert "Léo Confirmé" in page
    assert "Ida Attente" not in page


def test_confirm_and_refuse_on_screen(as_):
    first, second = (factories.membership(confirmed=False) for _ in range(2))
    client = as_(factories.coordinator())
    client.post(reverse("people:confirm", args=[first.pk]))
    assert Membership.objects.confirmed().get() == first
    refusal = reverse("people:refuse", args=[second.pk])
    assert "obligatoire" in shown(client.post(refusal, {"reason": ""}))
    client.post(refusal, {"reason": "Inconnue"})
    assert Membership.objects.count() == 1
    told = client.get(refusal, follow=True)
    assert "déjà été traitée" in shown(told)


def test_a_get_confirms_nothing(as_):
    membership = factories.membership(confirmed=False)
    response = as_(factories.coordinator()).get(reverse("people:confirm", args=[membership.pk]))
    assert response.status_code == 405


def test_declare_on_screen_prefills_what_the_address_suggests(as_):
    from aict.people import memberships

    place = factories.territory()
    known = factories.membership(person=factories.user(email="a@metro.example"), confirmed=False)
    memberships.confirm(known, factories.coordinator())
    client = as_(factories.user(email="b@metro.example"))
    assert "D’après votre adresse" in shown(client.get(reverse("people:declare")))
    data = {"territory": place.key, "service": factories.service().slug}
    assert client.post(reverse("people:declare"), data).status_code == 302
    assert "déjà déclaré" in shown(client.post(reverse("people:declare"), data))


@pytest.mark.parametrize(
    "data",
    [
        {"territory": "metropole-000", "service": "relations-internationales"},
        {"territory": "x\x00y", "service": "relations-internationales"},
        {"territory": "metropole-200040715", "service": "inconnu"},
        {"territory": "a" * 100_000, "service": "b" * 100_000},
        {},
    ],
)
def test_declare_refuses_unknown_values(as_, data):
    factories.territory()
    factories.service()
    response = as_(factories.user()).post(reverse("people:declare"), data)
    assert response.status_code == 200
    assert not Membership.objects.exists()


def test_leave_another_persons_membership_is_not_found(as_):
    membership = factories.membership()
    response = as_(factories.officer()).post(reverse("people:leave", args=[membership.pk]))
    assert response.status_code == 404


def test_profile_keeps_role_and_address(as_):
    officer = factories.officer()
    data = {
        "name": "Nouveau Nom",
        "function": "",
        "role": "administrator",
        "email": "pirate@x.example",
    }
    as_(officer).post(reverse("people:profile"), data)
    fresh = User.objects.get(pk=officer.pk)
    assert (fresh.name, fresh.role, fresh.email) == ("Nouveau Nom", Role.OFFICER, officer.email)


@pytest.mark.parametrize("name", ["", "x" * 121, "nul\x00"])
def test_profile_refuses(as_, name):
    officer = factories.officer()
    response = as_(officer).post(reverse("people:profile"), {"name": name})
    assert response.status_code == 200
    assert User.objects.get(pk=officer.pk).name == officer.name


def test_data_is_a_file_of_one_person(as_):
    officer, other = factories.officer(), factories.officer()
    response = as_(officer).get(reverse("people:data"))
    assert "attachment" in response["Content-Disposition"]
    assert json.loads(response.content)["profil"]["adresse électronique"] == officer.email
    assert other.email not in shown(response)


def test_erase_asks_for_the_word(as_):
    officer = factories.officer()
    client = as_(officer)
    assert "Tapez le mot" in shown(client.post(reverse("people:erase"), {"word": "oui"}))
    assert User.objects.filter(pk=officer.pk).exists()
    response = client.post(reverse("people:erase"), {"word": " Effacer "}, follow=False)
    assert response.status_code == 302
    assert not User.objects.filter(pk=officer.pk).exists()
    assert client.get(reverse("people:account")).status_code == 302


def test_erase_refuses_an_heir_of_another_territory(as_, monkeypatch):
    one = holdings.Holding("jouets", "Jouets", lambda *_: 1, lambda *_: 1, lambda _: [])
    monkeypatch.setattr(holdings, "_holdings", {"jouets": one})
    stranger = factories.officer(territory=factories.territory("region", "53", "Bretagne"))
    officer = factories.officer()
    data = {"word": "effacer", "heir": stranger.pk}
    assert as_(officer).post(reverse("people:erase"), data).status_code == 200
    assert User.objects.filter(pk=officer.pk).exists()


def test_the_last_administrator_sees_why_she_cannot_leave(as_):
    page = shown(as_(factories.administrator()).get(reverse("people:erase")))
    assert "dernière personne" in page
    assert "Effacer définitivement" not in page


def test_people_are_found_by_words_and_role(as_):
    factories.officer(name="Nina Simone")
    factories.officer(name="Nino Ferrer")
    factories.officer(name="Zélie Étienne")
    client = as_(factories.administrator())
    assert "Zélie" in shown(client.get(reverse("people:people"), {"q": "zelie ETIENNE"}))
    page = shown(client.get(reverse("people:people"), {"q": "nina simone"}))
    assert "Nina Simone" in page
    assert "Nino Ferrer" not in page
    for query in ({"q": "x" * 5000}, {"role": "roi"}, {"page": "zz"}, {"q": "a\x00"}):
        assert client.get(reverse("people:people"), query).status_code == 200


def test_role_is_changed_on_screen(as_):
    officer, administrator = factories.officer(), factories.administrator()
    client = as_(administrator)
    client.post(reverse("people:change_role", args=[officer.pk]), {"role": "coordinator"})
    assert User.objects.get(pk=officer.pk).role == Role.COORDINATOR
    client.post(reverse("people:change_role", args=[officer.pk]), {"role": "roi"})
    assert User.objects.get(pk=officer.pk).role == Role.COORDINATOR
    own = reverse("people:change_role", args=[administrator.pk])
    assert client.post(own, {"role": "officer"}).status_code == 403
