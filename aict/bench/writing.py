"""How fast texts are written: a submission through the gate, an import with its drafts. One process,
real commits, no page around; what was written is taken away afterwards."""

import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from aict.bench import survey
from aict.bench.telling import told
from aict.imports.lines import HEAD
from aict.imports.models import ImportRun
from aict.imports.reading import lines_of
from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.people.models import Membership, Role, User
from aict.taxonomies.models import Modality, Service
from aict.territories.models import Territory
from practices import volume
from practices.events.registering import seats
from practices.imports import running
from practices.imports.mapping import proposed

ROWS = 500
WHO = "mesures@collectivite.example"


def table(names: list[str], seconds: float) -> Iterator[str]:
    """One line for each of `names`."""
    author = officer()
    try:
        for name in names:
            yield WRITING[name](author, seconds)
    finally:
        clean(author)


def officer() -> User:
    author = User.objects.filter(email=WHO).first()
    if author is None:
        author = User.objects.create_user(WHO, None, name="Mesures", role=Role.COORDINATOR)
    place = Territory.objects.authorities().current().french().order_by("-weight").first()
    service = Service.objects.first()
    Membership.objects.get_or_create(
        user=author, territory=place, service=service, defaults={"confirmed_at": timezone.now()}
    )
    return author


def clean(author: User) -> None:
    Contribution.objects.filter(created_by=author).delete()
    ImportRun.objects.filter(by=author).delete()
    author.delete()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def submit(author: User, seconds: float) -> str:
    """Drafts and their submission, one after the other: readiness, journal and mail jobs included."""
    member = author.memberships.select_related("territory", "service").get()
    modality = Modality.objects.first()
    until, times = time.perf_counter() + max(seconds, 1) * 3, []
    while (began := time.perf_counter()) < until:
        number = len(times)
        values = express(number, member.territory.key, member.service.slug, modality.slug)
        made, _created = drafts.start(KINDS["practice"], uuid4(), values, author)
        apply(made, "submit", author)
        times.append(time.perf_counter() - began)
    middle = sorted(times)[len(times) // 2] * 1000
    return told("dépôt : brouillon, soumission", len(times) / sum(times), "dépôts/s", middle)


def register(author: User, seconds: float) -> str:
    """Places asked for and confirmed at one event, each under the lock of its row."""
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    values: dict[str, object] = {
        "type": "webinaire",
        "title": "Mesures",
        "teaser": "Une heure.",
        "day": day,
    }
    values |= {"begins": "10:00", "ends": "11:00", "registrable": True}
    made, _created = drafts.start(KINDS["event"], uuid4(), values, author)
    apply(made, "publish", author, quiet=True)
    until, times = time.perf_counter() + max(seconds, 1), []
    while (began := time.perf_counter()) < until:
        who = {
            "name": "Mesures",
            "organisation": "Mesures",
            "email": f"m{len(times)}@mesures.example",
        }
        seats.confirm(seats.ask(made.event, who))
        times.append(time.perf_counter() - began)
    middle = sorted(times)[len(times) // 2] * 1000
    return told("inscription : demande, confirmation", len(times) / sum(times), "places/s", middle)


def express(number: int, territory: str, service: str, modality: str) -> dict:
    """A complete express text, as the form's own values."""
    return {
        "nature": "projet",
        "title": f"{volume.title(number)[:90]} {number}",
        "teaser": volume.sentences(number, 190)[:190] or "Une action.",
        "category": "promotion",
        "territory": territory,
        "service": service,
        "summary": volume.sentences(number, 780)[:780],
        "countries": ["MA"],
        "modalities": [modality],
        "cost_band": "10-50k",
        "benefit": "Trois contrats signés par des entreprises du territoire.",
        "consent": True,
        "authorised_by_function": "Direction générale des services",
    }


def bring(author: User, _seconds: float) -> str:
    """A file of ROWS texts, from its bytes to drafts found in the queue."""
    content = spreadsheet()
    run = ImportRun.objects.create(
        kind="practice",
        state=ImportRun.State.IMPORTING,
        file_name="mesures.csv",
        source=f"Mesures {uuid4()}",
        mapping=proposed(list(lines_of(content, "mesures.csv", HEAD))).as_json(),
        by=author,
    )
    began = time.perf_counter()
    running.carry_out(run, content, store=True)
    took = time.perf_counter() - began
    if run.problem:
        return f"  import : refusé ({run.problem})"
    return told(f"import de {ROWS} lignes", ROWS / took, "lignes/s", took / ROWS * 1000)


def spreadsheet() -> bytes:
    lines = ['"Identifiant";"Titre";"Résumé";"Collectivité"']
    names = list(
        Territory.objects.filter(level="commune", valid_to=None)
        .order_by("-weight")
        .values_list("name", flat=True)[:50]
    )
    for number in range(ROWS):
        text = volume.sentences(number, 780).replace('"', "")
        title = f"{volume.title(number)[:90]} {number}"
        lines.append(f'"id-{number}";"{title}";"{text}";"{names[number % 50]}"')
    return "\r\n".join(lines).encode()


WRITING = {
    "submit": submit,
    "register": register,
    "import": bring,
    "crossing": survey.crossing,
    "answer": survey.answer,
}
