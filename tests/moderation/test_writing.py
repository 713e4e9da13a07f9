"""Writing on screen: autosave, conflicts, double clicks, bad input. Nothing is ever lost."""

from uuid import uuid4

import pytest
from django.urls import reverse

from aict.moderation.models import Contribution, State
from tests.partnerships.factories import actor
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
PROPOSE = "/pratiques/proposer/"


@pytest.fixture
def officer():
    return people.officer()


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    return client


def address(contribution, part="essentiel"):
    return reverse("practices:edit_part", args=[contribution.token, part])


def test_what_is_known_is_not_asked_again(signed_in):
    page = signed_in.get(PROPOSE).content.decode()
    assert "Grenoble-Alpes-Métropole" in page or "metropole-200040715" in page
    assert Contribution.objects.count() == 0


def test_a_first_post_keeps_even_an_unfinished_text(signed_in, officer):
    workflow.references()
    token = str(uuid4())
    answer = signed_in.post(PROPOSE, {"token": token, "title": "Vendre", "action": "save"})
    assert answer.status_code == 302
    contribution = Contribution.objects.get(token=token)
    assert contribution.revisions.get().data["title"] == "Vendre"
    assert contribution.editors.get() == officer
    assert contribution.state == State.DRAFT


def test_the_same_first_post_twice_makes_one_contribution(signed_in):
    workflow.references()
    post = {"token": str(uuid4()), **workflow.answers(), "action": "continue"}
    first, second = signed_in.post(PROPOSE, post), signed_in.post(PROPOSE, post)
    assert first.status_code == second.status_code == 302
    assert Contribution.objects.count() == 1


def test_somebody_elses_token_opens_nothing(signed_in):
    theirs = workflow.draft(people.officer())
    answer = signed_in.post(PROPOSE, {"token": str(theirs.token), "title": "À moi"})
    assert answer.status_code == 403
    assert theirs.revisions.get().data["title"] != "À moi"


def test_autosave_keeps_one_rolling_draft_and_tells_the_hour(signed_in, officer):
    contribution = workflow.draft(officer)
    for lock_no, title in [(1, "Un"), (2, "Deux")]:
        answer = signed_in.post(
            address(contribution),
            {"lock_no": lock_no, "title": title},
            headers={"X-Autosave": "1"},
        )
        assert answer.status_code == 200
        assert answer.json()["lock_no"] == lock_no + 1
        assert answer.json()["message"].startswith("Brouillon enregistré à ")
    revision = contribution.revisions.get()
    assert (revision.number, revision.data["title"]) == (None, "Deux")


def test_two_editors_saving_get_both_texts_and_lose_none(signed_in, officer):
    contribution = workflow.draft(officer)
    colleague = people.officer(name="Collègue")
    contribution.editors.add(colleague)
    from aict.moderation import drafts

    drafts.save(contribution, {"teaser": "La phrase du collègue."}, 1, colleague)
    answer = signed_in.post(
        address(contribution), {"lock_no": 1, "teaser": "Ma phrase à moi.", "action": "save"}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "La phrase du collègue." in page
    assert "Ma phrase à moi." in page
    assert contribution.revisions.get().data["teaser"] == "La phrase du collègue."
    answer = signed_in.post(
        address(contribution), {"lock_no": 2, "teaser": "Ma phrase à moi.", "action": "save"}
    )
    assert answer.status_code == 302
    assert contribution.revisions.get().data["teaser"] == "Ma phrase à moi."


def test_a_stale_autosave_is_told_without_overwriting(signed_in, officer):
    contribution = workflow.draft(officer)
    answer = signed_in.post(
        address(contribution), {"lock_no": 0, "title": "Vieux"}, headers={"X-Autosave": "1"}
    )
    assert answer.status_code == 409
    assert answer.json()["conflict"] is True


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "a\x00b", "caractère invisible"),
        ("summary", "x" * 30_000, "dépasse 20000 caractères"),
    ],
)
def test_what_cannot_be_stored_is_refused_and_shown_again(signed_in, officer, field, value, words):
    contribution = workflow.draft(officer)
    answer = signed_in.post(address(contribution), {"lock_no": 1, field: value, "action": "save"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert words in page
    assert "Votre texte est toujours là" in page
    assert contribution.revisions.get().lock_no == 1


def test_ten_megabytes_are_refused(signed_in, officer):
    contribution = workflow.draft(officer)
    answer = signed_in.post(address(contribution), {"lock_no": 1, "summary": "x" * 10_000_000})
    assert answer.status_code in {400, 413}
    assert contribution.revisions.get().lock_no == 1


@pytest.mark.parametrize("lock_no", ["", "abc", "9" * 40, "-1"])
def test_a_strange_lock_number_is_a_bad_request(signed_in, officer, lock_no):
    contribution = workflow.draft(officer)
    answer = signed_in.post(address(contribution), {"lock_no": lock_no, "title": "x"})
    assert answer.status_code in {400, 409}
    assert contribution.revisions.get().data["title"] != "x"


def test_wrong_values_are_kept_and_explained(signed_in, officer):
    contribution = workflow.draft(officer)
    post = {"lock_no": 1, "budget_total": "beaucoup", "staff_fte": "-", "action": "continue"}
    answer = signed_in.post(address(contribution, "moyens"), post)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "beaucoup" in page
    assert "Saisissez un nombre" in page
    assert contribution.revisions.get().data["budget_total"] == "beaucoup"


def test_rows_are_added_and_removed_without_script(signed_in, officer):
    contribution = workflow.draft(officer)
    rows = {
        "lock_no": 1,
        "objectives-TOTAL_FORMS": "2",
        "objectives-INITIAL_FORMS": "0",
        "objectives-0-text": "Vendre",
        "objectives-1-text": "Accueillir",
        "steps-TOTAL_FORMS": "0",
        "steps-INITIAL_FORMS": "0",
    }
    answer = signed_in.post(address(contribution, "recit"), rows | {"add": "steps"})
    assert answer.url.endswith("?ajouter=steps#steps")
    assert 'name="steps-0-title"' in signed_in.get(answer.url).content.decode()
    signed_in.post(address(contribution, "recit"), rows | {"lock_no": 2, "remove": "objectives-0"})
    assert contribution.revisions.get().data["objectives"] == [{"text": "Accueillir"}]


@pytest.mark.parametrize("total", ["-1", "abc", "99999999999", ""])
def test_a_strange_number_of_rows_never_breaks(signed_in, officer, total):
    contribution = workflow.draft(officer)
    answer = signed_in.post(
        address(contribution, "recit"), {"lock_no": 1, "objectives-TOTAL_FORMS": total}
    )
    assert answer.status_code in {302, 400, 422}


def test_a_text_under_review_is_not_changed_under_the_readers_eyes(signed_in, officer):
    contribution = workflow.submitted(officer)
    answer = signed_in.post(
        address(contribution), {"lock_no": 1, "title": "Autre", "action": "save"}
    )
    assert answer.status_code == 409
    assert "reprenez la main" in answer.content.decode()


def test_the_check_tells_what_lacks_with_a_link_to_each_field(signed_in, officer):
    contribution = workflow.draft(officer, benefit="")
    page = signed_in.get(reverse("practices:check", args=[contribution.token])).content.decode()
    assert "Presque prêt" in page
    assert f"{address(contribution)}?erreurs=1#id_benefit" in page
    assert "Soumettre" not in page.split("<main")[1].split("Vos réponses")[0]


def test_submitting_twice_submits_once(signed_in, officer):
    contribution = workflow.draft(officer)
    url = reverse("moderation:change", args=[contribution.token, "submit"])
    assert signed_in.post(url).status_code == 302
    again = signed_in.post(url)
    assert again.status_code == 409
    assert "n’est plus possible" in again.content.decode()
    assert contribution.journal.count() == 1
    assert contribution.revisions.count() == 1


def test_a_correction_links_to_its_field_until_it_is_resubmitted(signed_in, officer):
    contribution = workflow.returned(officer)
    page = signed_in.get(reverse("moderation:contribution", args=[contribution.token]))
    assert f"{address(contribution)}#champ-id_benefit" in page.content.decode()
    signed_in.post(reverse("moderation:change", args=[contribution.token, "submit"]))
    assert contribution.corrections.get().resolved_at is not None


def test_resembling_titles_are_shown_only_when_published(signed_in, officer):
    practice = workflow.published(officer)
    workflow.draft(officer, title="Accompagner dix entreprises sur un grand salon")
    url = reverse("practices:resembling")
    page = signed_in.get(url, {"titre": "Accompagner dix entreprises"}).content.decode()
    assert practice.get_absolute_url() in page
    assert "grand salon" not in page
    assert signed_in.get(url, {"titre": "court", "sauf": "n’importe quoi\x00"}).status_code == 200


def test_suggestions_are_names_already_known(signed_in):
    actor(title="Chambre de métiers de l’Isère")
    actor(title="Chambre de métiers fermée", archived=True)
    url = reverse("partnerships:suggestions")
    found = signed_in.get(url, {"type": "acteur", "q": "metiers"}).json()["names"]
    assert found == ["Chambre de métiers de l’Isère"]
    assert signed_in.get(url, {"type": "zzz", "q": "x" * 5000}).json() == {"names": []}
