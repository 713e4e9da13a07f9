"""One's own answers as a document to keep. It is made on the fly and kept nowhere."""

import json
from pathlib import Path

from aict.documents.pdf import made, typeset
from surveys.answering.finding import typed_in, who_answers
from surveys.answering.wording import NOTHING, told
from surveys.models import Response, Survey

TEMPLATE = Path(__file__).parent / "response.typ"
SENT, UNSENT = "Réponse envoyée", "Réponse non envoyée : elle n’est pas comptée"


def response_pdf(survey: Survey, response: Response) -> bytes:
    form = survey.form
    sent = response.answers is not None
    day = f" le {response.day:%d/%m/%Y}" if response.day else ""
    document = {
        "title": survey.title,
        "state": SENT + day if sent else UNSENT,
        "who": who_answers(response),
        "anonymous": survey.is_anonymous,
        "fictional": survey.fictional,
        "notice": form.notice,
        "nothing": NOTHING,
        "sections": told(form, response.answers or typed_in(response)),
    }
    # Past the memory of documents: those of others stay theirs.
    return made.__wrapped__(TEMPLATE, json.dumps(typeset(document)))
