"""The page of the dynamic: read by all, changed by coordinators, numbered, restored; its relay."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.dynamic import tasks, versions
from aict.dynamic.models import TEXTS, DynamicPage, RelayedMessage
from aict.dynamic.reading import milestone
from tests.people import factories as people

PAGE, EDIT, CONTACT = "/dynamique/", "/dynamique/modifier/", "/dynamique/contact/"
MESSAGE = {
    "name": "Camille",
    "email": "camille@ville.example",
    "subject": "Rejoindre\r\nBcc: x@x.example",
    "text": "Comment participer ?",
}


@pytest.fixture
def coordinator(client, db):
    person = people.coordinator()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return person


def posted(read=0, **changes) -> dict:
    """What the form sends."""
    return versions.original().texts() | {"note": "Un jalon", "read": read} | changes


def published(by, **changes) -> DynamicPage:
    now = versions.current()
    return versions.publish(now.texts() | changes, "Essai", now.number, by)


def test_the_page_says_what_is_known(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        text = client.get(PAGE).text
    for fact in ("19 septembre 2023", "Gastronomie et terroir", "Juin 2013", "Texte d’origine"):
        assert fact in text
    assert "Modifier la page" not in text
    assert "mailto:" not in text.split("<footer")[0]


def test_a_coordinator_looks_before_publishing(client, coordinator):
    looked = client.post(EDIT, posted(milestones="## 2026 : un jalon neuf", apercu="1", note=""))
    assert looked.status_code == 200
    assert "Un jalon neuf" in looked.text
    assert "pas encore en ligne" in looked.text
    assert not DynamicPage.objects.exists()
    done = client.post(EDIT, posted(milestones="## 2026 : un jalon neuf"))
    assert done.url == PAGE
    page = client.get(PAGE).text
    assert "Un jalon neuf" in page
    assert "Version 1" in page


def test_hostile_text_is_disarmed(client, coordinator):
    client.post(EDIT, posted(governance="## <b>x</b>\n\n<script>alert(1)</script>"))
    page = client.get(PAGE).text.split("<main")[1]
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_nothing_typed_is_lost_on_error(client, coordinator):
    text = "Un texte assez long pour qu’on y tienne"
    answer = client.post(EDIT, posted(purpose=text, note=""))
    assert answer.status_code == 422
    assert text in answer.text


def test_two_coordinators_at_once(client, coordinator):
    published(people.coordinator(), lead="Celui d’une autre.")
    answer = client.post(EDIT, posted(read=0, lead="Le mien."))
    assert answer.status_code == 409
    assert "Celui" in answer.text
    assert "Le mien." in answer.text
    assert DynamicPage.objects.count() == 1


def test_a_double_click_gives_one_version(client, coordinator):
    for _click in range(2):
        assert client.post(EDIT, posted(lead="Une seule fois.")).status_code == 302
    assert DynamicPage.objects.count() == 1


def test_versions_are_compared_and_restored(client, coordinator):
    published(coordinator, lead="La première.")
    published(coordinator, lead="La deuxième.")
    listed = client.get("/dynamique/versions/").text
    assert "versions</b>" in listed
    one = client.get("/dynamique/versions/1/").text
    assert "deuxième" in one
    assert client.get("/dynamique/versions/7/").status_code == 404
    client.post("/dynamique/versions/1/retablir/")
    assert versions.current().lead == "La première."
    client.post("/dynamique/versions/0/retablir/")
    now = versions.current()
    assert (now.number, now.texts()) == (4, versions.original().texts())


@pytest.mark.parametrize(
    ("heading", "date", "title"),
    [
        ("2024 : un atelier", "2024", "un atelier"),
        ("Un jalon sans date", "", "Un jalon sans date"),
    ],
)
def test_a_milestone_is_a_date_and_a_title(heading, date, title):
    made = milestone(heading, "Texte.")
    assert (made["date"], made["title"]) == (date, title)


def test_the_original_fits_the_form(db):
    fields = {f.name: f for f in DynamicPage._meta.fields}
    for name, text in versions.original().texts().items():
        assert 0 < len(text) <= fields[name].max_length
    assert [*versions.original().texts()] == [*TEXTS]


def test_a_message_reaches_the_coordination_and_is_forgotten(client, db, mailoutbox):
    first, second = people.coordinator(), people.administrator()
    assert client.post(CONTACT, MESSAGE).url == PAGE
    job = ProcrastinateJob.objects.get(task_name="dynamic.relay")
    assert "@" not in str(job.args)
    assert tasks.relay(**job.args)
    assert not tasks.relay(**job.args)
    (mail,) = mailoutbox
    assert sorted(mail.bcc) == sorted([first.email, second.email])
    assert mail.reply_to == ["camille@ville.example"]
    assert mail.to == []
    assert "Bcc" not in mail.message()
    assert "Comment participer" in mail.body
    assert not RelayedMessage.objects.exists()


def test_what_a_robot_or_nobody_writes_is_dropped(client, db):
    client.post(CONTACT, MESSAGE | {"website": "https://spam.example"})
    wrong = client.post(CONTACT, MESSAGE | {"email": "pas une adresse"})
    assert wrong.status_code == 422
    assert "Comment participer" in wrong.text
    assert client.post(CONTACT, {"text": "\0"}).status_code == 422
    assert not RelayedMessage.objects.exists()


def test_the_relay_has_a_limit(client, db):
    statuses = [client.post(CONTACT, MESSAGE).status_code for _number in range(6)]
    assert statuses == [302] * 5 + [429]
