"""What was not accepted is told to nobody: not to a visitor, not to an officer of another territory."""

from copy import deepcopy

import pytest
from django.test import Client
from django.urls import reverse

from aict.moderation import drafts, mails
from aict.moderation.gate import apply
from aict.moderation.models import Contribution, JournalEntry
from practices.brief import brief_of
from practices.models import Practice
from tests.laws import access_world
from tests.laws.shared_world import fixtures
from tests.practices import workflow
from tests.trouble.odd import rows

SECRET = "Zanzibarineuse"
TOLD = "Accompagner dix entreprises"
TEXTS = ("title", "teaser", "summary", "benefit", "context", "territory_name", "keywords")
PEOPLE = ("visitor", "other")


def secret_text(**changes) -> dict:
    """Every text of the answers holds the secret, those of the rows too."""
    full = deepcopy(workflow.full(**changes))
    for name in TEXTS:
        full[name] = f"{full.get(name, '')} {SECRET}".strip()
    for name in ("objectives", "steps", "partners", "funding_lines", "results"):
        for row in full[name]:
            first = next(key for key in ("text", "title", "name", "source", "label") if key in row)
            row[first] = f"{row[first]} {SECRET}"
    return full


def make_world():
    made = access_world.make_world()
    by, coordinator = made.officer, made.coordinator
    workflow.draft(by, secret_text())
    workflow.submitted(by, data=secret_text())
    workflow.returned(by, coordinator, data=secret_text())
    workflow.archived(by, data=secret_text())
    for pending in (False, True):
        published = workflow.published(by, coordinator).contribution
        drafts.save(published, secret_text(), published.revisions.get().lock_no, by)
        published.refresh_from_db()
        if pending:
            apply(published, "submit", by, note=f"Note {SECRET}")
    return made


lasting_world, world = fixtures(make_world)


def browser(world, role) -> Client:
    client = Client()
    if person := world.person(role):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def keys() -> list[str]:
    """Addresses of what exists: tokens of every text, slugs of every live row."""
    slugs = list(Practice.objects.values_list("slug", flat=True))
    return [str(token) for token in Contribution.objects.values_list("token", flat=True)] + slugs


def addresses() -> list[str]:
    """Every address without an object; those of objects; what is asked of them about the secret."""
    plain = [reverse(name) for name, factory in rows().items() if not factory]
    asked = [
        f"/pratiques/?q={SECRET}",
        f"/pratiques/?q={SECRET}&format=csv",
        "/pratiques/?format=csv",
        f"/pratiques/?q={SECRET[:-2]}x",
        f"/pratiques/flux.atom?q={SECRET}",
        f"/api/v1/pratiques/?q={SECRET}&par_page=100",
        f"/pratiques/ressemblances/?titre={TOLD}+sur+un+salon+{SECRET}",
        f"/territoires/chercher/?q={SECRET}&scope=tout",
        *(
            f"/partenariats/suggestions/?type={t}&q={SECRET[:4]}"
            for t in ("acteur", "financement", "partenariat")
        ),
        f"/moderation/?q={SECRET}",
    ]
    of_objects = [
        form.format(key)
        for key in keys()
        for form in (
            *("/pratiques/{}/", "/pratiques/{}/versions/", "/pratiques/{}/brief/"),
            *(
                "/pratiques/{}/signaler/",
                "/pratiques/{}/modifier/",
                "/pratiques/{}/modifier/recit/",
            ),
            *("/pratiques/{}/verifier/", "/pratiques/{}/apercu/", "/api/v1/pratiques/{}/"),
            *("/contributions/{}/", "/contributions/{}/versions/", "/contributions/{}/pieces/"),
            *("/moderation/{}/", "/apercu/{}/", "/medias/{}/a.pdf"),
        )
    ]
    return plain + asked + of_objects


def told(address: str, answer) -> str:
    """What was answered, less what one typed oneself and the page repeats."""
    text = answer.getvalue().decode(errors="replace")
    path, _, query = address.partition("?")
    text = text.replace(path, "")
    if SECRET in query:
        for around in ("«\xa0{}\xa0»", "q={}", 'value="{}"', "{} –"):
            text = text.replace(around.format(SECRET), "")
    return text


@pytest.mark.parametrize("role", PEOPLE)
def test_a_secret_is_nowhere(world, role):
    client, shown, found = browser(world, role), 0, []
    for address in addresses():
        answer = client.get(address)
        text = told(address, answer)
        shown += TOLD in text
        if (at := text.lower().find(SECRET.lower())) >= 0:
            found.append((address, text[max(at - 80, 0) : at + 60]))
    assert not found, "\n".join(map(str, found))
    assert shown > 10, "what is published must be found, or the test looks at nothing"


def test_its_own_team_reads_it(world):
    page = browser(world, "officer").get(f"/pratiques/{keys()[0]}/apercu/")
    assert SECRET in page.content.decode()


def test_searching_a_secret_finds_as_much_as_searching_nonsense(world):
    """Counts, spelling suggestions and facets would tell as well as the text itself."""
    client = browser(world, "visitor")
    secret = client.get(f"/pratiques/?q={SECRET}").content.decode()
    nonsense = client.get("/pratiques/?q=Brelinquotante").content.decode()
    assert secret.replace(SECRET, "Brelinquotante") == nonsense
    assert (
        SECRET.lower() not in client.get(f"/pratiques/?q={SECRET[:-1]}a").content.decode().lower()
    )


def test_the_pdf_holds_only_what_was_accepted(world):
    """The PDF is made of the same blocks as the page; its bytes are compressed."""
    for practice in Practice.objects.published():
        assert SECRET not in str(brief_of(practice))
        assert (
            browser(world, "visitor").get(f"/pratiques/{practice.slug}/brief.pdf").content[:4]
            == b"%PDF"
        )


def test_mails_go_to_the_team_and_to_the_coordination(world):
    for entry in JournalEntry.objects.select_related("contribution", "by"):
        assert world.other not in mails.recipients(entry)
