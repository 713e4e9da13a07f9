"""What is read of free words: texts without their authors' other answers, themes, quotes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import MD5, Cast, Concat

from surveys.models import Response, State, Survey
from surveys.questionnaire.structure import Kind, Question
from surveys.texts.models import Coding, Quote, Theme

READABLE = frozenset({State.CLOSED, State.PUBLISHED})


@dataclass(frozen=True)
class Told:
    """A question answered in free words, and how far its texts are sorted."""

    question: Question
    texts: int
    coded: int

    @property
    def left(self) -> int:
        return self.texts - self.coded


def questions(survey: Survey) -> list[Question]:
    return [question for question in survey.form.questions() if question.kind is Kind.TEXT]


def texts(survey: Survey, question: str) -> QuerySet:
    """Rows (pk, token, text, themed) in an order drawn once for this question: neither the order of
    the responses, nor that of another question. No other answer is read."""
    coded = Coding.objects.filter(response=OuterRef("pk"), theme__question=question)
    salt = Value(f"{survey.salt}/{question}/", output_field=TextField())
    drawn = MD5(Concat(salt, Cast("pk", TextField())), output_field=TextField())
    found = Response.objects.sent().filter(survey=survey, answers__has_key=question)
    return (
        found.annotate(
            token=drawn, text=KeyTextTransform(question, "answers"), themed=Exists(coded)
        )
        .order_by("token")
        .values("pk", "token", "text", "themed")
    )


def progress(survey: Survey, found: Iterable[Question]) -> list[Told]:
    told = []
    for question in found:
        rows = texts(survey, question.id).order_by()
        total = rows.count()
        told.append(Told(question, total, rows.filter(themed=True).count() if total else 0))
    return told


def themes(survey: Survey, question: str) -> QuerySet[Theme]:
    """Each with `texts`, how many it was given to."""
    rows = Theme.objects.filter(survey=survey, question=question).select_related("need")
    return rows.annotate(texts=Count("codings"))


def labels_of(responses: list, question: str) -> dict[object, list[str]]:
    """{response: the themes of its text}, of this question alone."""
    rows = Coding.objects.filter(response__in=responses, theme__question=question)
    found: dict[object, list[str]] = defaultdict(list)
    for pk, label in rows.order_by("theme__label").values_list("response", "theme__label"):
        found[pk].append(label)
    return found


def quotes(survey: Survey) -> QuerySet[Quote]:
    """What anybody may read, once the results are published."""
    return approved(survey) if survey.is_published else Quote.objects.none()


def approved(survey: Survey) -> QuerySet[Quote]:
    rows = Quote.objects.filter(survey=survey, state=Quote.State.APPROVED)
    return rows.select_related("theme__need")


def all_quotes(survey: Survey, question: str = "") -> QuerySet[Quote]:
    rows = Quote.objects.filter(survey=survey).select_related("theme", "written_by", "checked_by")
    return rows.filter(question=question) if question else rows
