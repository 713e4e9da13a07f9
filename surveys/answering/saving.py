"""What was typed on a page joins the draft; nothing is judged here."""

from collections.abc import Iterable

from django.http import QueryDict

from surveys.answering.finding import typed_in
from surveys.answering.typed import given, storable
from surveys.models import Response
from surveys.questionnaire.conditions import Answers
from surveys.questionnaire.structure import Question


def save(
    response: Response, questions: Iterable[Question], data: QueryDict, place: str = ""
) -> tuple[Answers, list[str]]:
    """Keep what the page says of these questions, under the lock of `response`.

    Returns everything typed so far, and the questions whose text is too long to be stored:
    those stand in the first, whole, and the draft keeps what it had of them."""
    posted = {question.id: given(question, data) for question in questions}
    beyond = [id for id, value in posted.items() if not storable(value)]
    before = typed_in(response)
    typed = before | posted
    stored = typed | {id: before.get(id, "") for id in beyond}
    response.draft = {id: value for id, value in stored.items() if value not in ("", [], {})}
    response.place = place or response.place
    response.save(update_fields=["draft", "place"])
    return typed, beyond
