"""Who is told of a review task, and in what words."""

from functools import partial

from django.urls import reverse

from aict.moderation import letters
from aict.moderation.letters import Letter
from aict.moderation.mails import coordinators
from aict.moderation.models import Reading
from aict.moderation.permissions import can_moderate
from aict.ui.dates import long_date

SUBJECTS = {
    "ask": "relecture demandée",
    "look": "votre accord est attendu",
    "nothing": "rien à redire",
    "remarks": "remarques du second lecteur",
    "drop": "relecture sans suite",
    "agree": "accord de l’auteur",
}
SENTENCES = {
    "ask": "La coordination vous demande de lire ce texte avant sa publication, d’y laisser des "
    "remarques et de répondre : « rien à redire » ou « remarques ».",
    "look": "Vous aviez demandé à relire avant publication : ce texte attend votre accord.",
    "nothing": "La seconde lecture n’a rien trouvé à redire.",
    "remarks": "La seconde lecture a des remarques.",
    "drop": "La coordination n’attend plus votre lecture de ce texte. Merci.",
    "agree": "Son équipe est d’accord pour publier ce texte exact.",
}


def tell(reading: Reading, step: str) -> None:
    """Queue the letters of `step`, inside the current transaction."""
    letters.post(f"reading:{step}", reading.pk, recipients(reading, step))


def recipients(reading: Reading, step: str) -> list:
    """The person asked; or, of an answer, who asked and whose turn it is now."""
    if step in {"ask", "look", "drop"}:
        return [reading.person] if reading.person != reading.asked_by or step == "look" else []
    contribution = reading.contribution
    judges = [user for user in coordinators() if can_moderate(user, contribution)]
    if step == "agree":
        return judges
    asked = [reading.asked_by] if reading.asked_by and reading.asked_by.is_active else judges
    looking = contribution.readings.filter(
        role=Reading.Role.LAST, state=Reading.State.ASKED, person__is_active=True
    )
    return [*asked, *(look.person for look in looking.select_related("person"))]


def write(step: str, pk: int, person) -> Letter | None:
    reading = Reading.objects.select_related("contribution", "person").filter(pk=pk).first()
    if reading is None:
        return None
    contribution = reading.contribution
    reviews = step not in {"ask", "look", "drop"} and can_moderate(person, contribution)
    answers = step in {"ask", "look"} or not reviews
    name = "moderation:review" if reviews else "moderation:reading"
    if step == "drop":
        name = "moderation:mine"
    return Letter(
        contribution,
        SUBJECTS[step],
        f"{SENTENCES[step]} ({long_date(reading.answered_at or reading.asked_at)})",
        reverse(name, args=[] if step == "drop" else [contribution.token]),
        "Lire et répondre :" if answers else "Relire et décider :",
        reading.words,
    )


for _step in SUBJECTS:
    letters.written_by(f"reading:{_step}")(partial(write, _step))
