"""Writing a dossier: alone, with colleagues, at once; what bad input gets."""

import pytest
from django.test import Client
from django.urls import reverse

from aict.people.models import User
from practices.dossiers import tasks, writing
from practices.dossiers.models import Dossier, DossierItem
from practices.models import Result
from tests.dossiers import factories
from tests.partnerships import factories as directories
from tests.people import factories as people
from tests.practices import factories as practices
from tests.practices import workflow

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def url(name: str, dossier: Dossier) -> str:
    return reverse(f"dossiers:{name}", args=[dossier.token])


def sent(dossier: Dossier, **changes) -> dict:
    """The whole form as the page sends it."""
    notes = {f"i{item.pk}-note": item.note for item in dossier.items.all()}
    return factories.TEXT | notes | {"deadline": "", "lock_no": dossier.lock_no} | changes


def three(officer) -> Dossier:
    return factories.dossier(officer, [practices.practice().contribution for _ in range(3)])


def test_a_title_begins_a_dossier_in_the_name_of_the_service():
    officer = people.officer()
    client = signed_in(officer)
    answer = client.post(reverse("dossiers:new"), {"title": "Salon", "membership": ""})
    dossier = Dossier.objects.get()
    assert answer.url == dossier.get_absolute_url()
    membership = officer.memberships.get()
    client.post(reverse("dossiers:new"), {"title": "Deux", "membership": membership.pk})
    second = Dossier.objects.get(title="Deux")
    assert (second.territory, second.service) == (membership.territory, membership.service)
    assert client.get(reverse("dossiers:mine")).status_code == 200


BAD = [
    ("title", ""),
    ("title", "x" * 121),
    ("audience", "Mme Durand, économie"),
    ("contact", "prenom.nom@ville.example"),
    ("phone", "appelez-moi"),
    ("deadline", "bientôt"),
    ("ask", "x" * 501),
]


def test_bad_words_are_refused_and_nothing_is_lost():
    officer = people.officer()
    dossier = three(officer)
    client, item = signed_in(officer), dossier.items.first()
    for name, value in [*BAD, (f"i{item.pk}-note", "x" * 301)]:
        text = sent(dossier, intro="Mon texte", **{name: value})
        answer = client.post(url("edit", dossier), text)
        assert answer.status_code == 422, name
        assert "Mon texte" in answer.content.decode()
    assert Dossier.objects.get().intro != "Mon texte"


def test_a_broken_form_is_a_bad_request():
    officer = people.officer()
    dossier = three(officer)
    client = signed_in(officer)
    for changes in ({"lock_no": "x"}, {"geste": "detruire-1"}, {"geste": "up-1x"}):
        answer = client.post(url("edit", dossier), sent(dossier, **changes))
        assert answer.status_code == 400, changes


def test_text_and_notes_are_saved_together():
    officer = people.officer()
    dossier = three(officer)
    item = dossier.items.first()
    Result.objects.create(practice=item.contribution.practice, label="contrats", after=7)
    client = signed_in(officer)
    wrong = {f"i{item.pk}-figure": "jamais dit"}
    assert client.post(url("edit", dossier), sent(dossier, **wrong)).status_code == 422
    changes = {
        "title": "Autre titre",
        f"i{item.pk}-figure": "contrats",
        f"i{item.pk}-note": "Parce que la taille est la même.",
    }
    assert client.post(url("edit", dossier), sent(dossier, **changes)).status_code == 302
    dossier.refresh_from_db()
    item.refresh_from_db()
    assert (dossier.title, dossier.lock_no, dossier.changed_by) == ("Autre titre", 1, officer)
    assert (item.note, item.figure) == ("Parce que la taille est la même.", "contrats")


def test_items_are_moved_and_removed_and_what_was_typed_is_kept():
    officer = people.officer()
    dossier = three(officer)
    client, items = signed_in(officer), list(dossier.items.all())
    for gesture, place, order in (
        ("up", 2, [0, 2, 1]),
        ("up", 0, [0, 2, 1]),
        ("down", 0, [2, 0, 1]),
        ("down", 1, [2, 0, 1]),
        ("remove", 0, [2, 1]),
    ):
        changes = {"geste": f"{gesture}-{items[place].pk}", "intro": f"{gesture} {place}"}
        dossier.refresh_from_db()
        client.post(url("edit", dossier), sent(dossier, **changes))
        assert list(dossier.items.all()) == [items[i] for i in order], gesture
        assert Dossier.objects.get().intro == f"{gesture} {place}"


def test_two_people_at_once_see_both_texts():
    officer = people.officer()
    colleague = people.officer()
    dossier = three(officer)
    dossier.editors.add(colleague)
    first, second = sent(dossier, intro="Le premier"), sent(dossier, intro="Le second")
    assert signed_in(officer).post(url("edit", dossier), first).status_code == 302
    answer = signed_in(colleague).post(url("edit", dossier), second)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Le premier" in page
    assert "Le second" in page
    assert officer.name in page
    assert Dossier.objects.get().intro == "Le premier"
    again = second | {"lock_no": 1}
    assert signed_in(colleague).post(url("edit", dossier), again).status_code == 302
    assert Dossier.objects.get().intro == "Le second"


def test_the_same_text_sent_twice_is_no_conflict():
    officer = people.officer()
    dossier = three(officer)
    text = sent(dossier, intro="Une fois")
    for _twice in range(2):
        assert signed_in(officer).post(url("edit", dossier), text).status_code == 302
    assert Dossier.objects.get().lock_no == 1


def test_what_is_added_meanwhile_is_no_conflict():
    officer = people.officer()
    dossier = factories.ready(officer)
    text = sent(dossier, intro="Pendant ce temps")
    writing.add(dossier, practices.practice().contribution)
    assert signed_in(officer).post(url("edit", dossier), text).status_code == 302
    assert dossier.items.count() == 2


def test_any_published_kind_enters_once():
    officer = people.officer()
    client = signed_in(officer)
    dossier = factories.dossier(officer)
    rows = (
        practices.practice(),
        directories.actor(),
        directories.funding(),
        directories.partnership(),
    )
    for row in rows:
        address = reverse("dossiers:add", args=[row.contribution.token])
        assert row.title in client.get(address).content.decode()
        for _twice in range(2):
            answer = client.post(address, {"dossier": dossier.token, "note": "Utile"})
            assert answer.status_code == 302
    assert [item.contribution for item in dossier.items.all()] == [r.contribution for r in rows]
    assert {item.note for item in dossier.items.all()} == {"Utile"}


def test_adding_may_begin_a_new_dossier():
    officer = people.officer()
    address = reverse("dossiers:add", args=[practices.practice().contribution.token])
    client = signed_in(officer)
    assert client.post(address, {"dossier": "nouveau"}).status_code == 422
    assert client.post(address, {"dossier": "nouveau", "title": "Neuf"}).status_code == 302
    dossier = Dossier.objects.get()
    assert (dossier.title, dossier.items.count()) == ("Neuf", 1)
    assert dossier.territory == officer.memberships.get().territory


def test_nothing_enters_somebody_else_s_dossier():
    dossier = factories.dossier()
    address = reverse("dossiers:add", args=[practices.practice().contribution.token])
    answer = signed_in(people.officer()).post(address, {"dossier": dossier.token})
    assert answer.status_code == 422
    assert not dossier.items.exists()


def test_only_what_is_on_line_enters():
    client = signed_in(people.officer())
    for contribution in (workflow.draft(), practices.practice(archived=True).contribution):
        address = reverse("dossiers:add", args=[contribution.token])
        assert client.get(address).status_code == 404
        assert client.post(address, {"dossier": "nouveau", "title": "X"}).status_code == 404


def test_a_full_dossier_says_so():
    officer = people.officer()
    one = practices.practice().contribution
    dossier = factories.dossier(officer)
    DossierItem.objects.bulk_create(
        DossierItem(dossier=dossier, contribution=practices.practice().contribution, title="x")
        for _ in range(writing.MOST_ITEMS)
    )
    answer = signed_in(officer).post(
        reverse("dossiers:add", args=[one.token]), {"dossier": dossier.token}, follow=True
    )
    assert "12 pièces" in answer.content.decode()
    assert dossier.items.count() == writing.MOST_ITEMS


def test_colleagues_of_the_same_service_write_it_too(mailoutbox):
    officer, colleague = people.officer(), people.officer()
    elsewhere = people.officer(
        territory=people.territory(level="region", code="53", name="Bretagne")
    )
    waiting = people.officer(confirmed=False)
    dossier = factories.dossier(officer)
    client = signed_in(officer)
    for stranger in (elsewhere, waiting):
        client.post(url("add_editor", dossier), {"colleague": stranger.pk})
        assert signed_in(stranger).get(url("edit", dossier)).status_code == 404
    client.post(url("add_editor", dossier), {"colleague": colleague.pk})
    assert signed_in(colleague).get(url("edit", dossier)).status_code == 200
    assert colleague.name in client.get(url("sharing", dossier)).content.decode()
    assert tasks.tell_joined(dossier.pk, colleague.pk, officer.pk) == 1
    assert tasks.tell_joined(dossier.pk, elsewhere.pk, officer.pk) == 0
    assert [mail.to for mail in mailoutbox] == [[colleague.email]]
    assert dossier.get_absolute_url() in mailoutbox[0].body
    assert f"{officer} vous a ajouté·e" in mailoutbox[0].body


def test_who_leaves_leaves_it_to_the_others_and_the_last_one_deletes():
    officer, colleague = people.officer(), people.officer()
    dossier = factories.dossier(officer)
    client = signed_in(officer)
    client.post(url("leave", dossier))
    assert dossier.editors.get() == officer
    dossier.editors.add(colleague)
    client.post(url("delete", dossier))
    assert dossier.editors.get() == colleague
    assert "Supprimer" in signed_in(colleague).get(url("delete", dossier)).content.decode()
    signed_in(colleague).post(url("delete", dossier))
    assert not Dossier.objects.exists()
    assert User.objects.filter(pk__in=[officer.pk, colleague.pk]).count() == 2
