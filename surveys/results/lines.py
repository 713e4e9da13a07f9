"""One line for each question on the desk of a publication: is it shown, what is hidden of it, and why."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from aict.ui.numbers import count
from surveys.models import Survey
from surveys.questionnaire.structure import Kind, Question
from surveys.results import reading, words
from surveys.results.edition import Edition
from surveys.results.models import QuestionSetting
from surveys.results.pages import WORDS
from surveys.results.publishing import NEVER, TOO_FINE, TOO_RARE
from surveys.texts.reading import approved


class Status(StrEnum):
    SHOWN = "shown"
    OFF = "off"  # by the coordination
    HIDDEN = "hidden"  # to protect who answered
    NEVER = "never"
    WAITING = "waiting"  # for its tables


# Words, tone, icon; what is shown is « en ligne » once results are published.
BADGES = {
    Status.SHOWN: ("À publier", "success", "eye"),
    Status.OFF: ("Écartée", "neutral", "eye-off"),
    Status.HIDDEN: ("Cachée", "warning", "shield-check"),
    Status.NEVER: ("Texte libre", "info", "lock"),
    Status.WAITING: ("À calculer", "neutral", "clock-alert"),
}
ON_LINE = ("En ligne", "success", "eye")
TERRITORY = "Elle désigne une collectivité : elle ne paraît jamais."


@dataclass(frozen=True)
class Part:
    """Themes, or quotes, of a question answered in free words. `why` tells why there is nothing to show."""

    name: str
    label: str
    counted: str
    n: int
    shown: bool
    why: str


@dataclass(frozen=True)
class Line:
    question: Question
    status: Status
    badge: tuple[str, str, str]
    comment: str
    ways: str
    why: str
    parts: tuple[Part, ...]

    @property
    def switched(self) -> bool:
        """Whether the coordination lets it be shown."""
        return self.status not in {Status.OFF, Status.NEVER}

    @property
    def takes_words(self) -> bool:
        return self.question.kind is Kind.TEXT


def sections(survey: Survey, found: Edition | None) -> list[dict]:
    """Each section with the lines of its questions."""
    chosen = {row.question: row for row in survey.question_settings.all()}
    return [
        {
            "title": section.title,
            "lines": [line(survey, found, q, chosen.get(q.id)) for q in section.questions],
        }
        for section in survey.form.sections
    ]


def line(
    survey: Survey, found: Edition | None, question: Question, chosen: QuestionSetting | None
) -> Line:
    """`found` is what would be published, when its tables are there; `chosen`, what the coordination said."""
    status = status_of(found, question, chosen.shown if chosen else question.published)
    badge = ON_LINE if status == Status.SHOWN and survey.is_published else BADGES[status]
    return Line(
        question,
        status,
        badge,
        chosen.comment if chosen else "",
        ways(found, question) if found and status == Status.SHOWN else "",
        why(found, question, status),
        parts(survey, found, question, chosen) if question.kind is Kind.TEXT else (),
    )


def status_of(found: Edition | None, question: Question, allowed: bool) -> Status:
    if question.kind in NEVER:
        return Status.NEVER
    if not allowed:
        return Status.OFF
    if found is None:
        return Status.WAITING
    return Status.SHOWN if found.tables(question.id) else Status.HIDDEN


def ways(found: Edition, question: Question) -> str:
    """How many of its crossings are shown, when some are not."""
    made, every = len(found.ways_of(question.id)), len(found.ways)
    if question.condition or question.crossing or made == every:
        return ""
    return f"{count(made, 'croisement')} sur {every}, les autres cachés"


def why(found: Edition | None, question: Question, status: Status) -> str:
    if question.kind is Kind.TERRITORY:
        return TERRITORY
    if status != Status.HIDDEN or found is None:
        return ""
    return reading.why(found.release, question.id) or TOO_RARE


def parts(
    survey: Survey, found: Edition | None, question: Question, chosen: QuestionSetting | None
) -> tuple[Part, Part]:
    themes = words.themes_of(found.release, question) if found else []
    quotes = approved(survey).filter(question=question.id).count()
    unsorted = reading.why(found.release, question.id) if found else ""
    return (
        Part(
            "themes",
            "Thèmes",
            count(len(themes), "thème"),
            len(themes),
            chosen.themes if chosen else True,
            unsorted or "aucun thème n’est encore compté",
        ),
        Part(
            "citations",
            "Citations",
            count(quotes, "citation validée", "citations validées"),
            quotes,
            chosen.quotes if chosen else True,
            "aucune n’est validée par deux personnes",
        ),
    )


def told(found: list[dict]) -> list[tuple[str, tuple[str, str, str]]]:
    """(how many, badge) for each status met."""
    lines = [line for section in found for line in section["lines"]]
    many = Counter(line.status for line in lines)
    badges = {line.status: line.badge for line in lines}
    order = [status for status in Status if many[status]]
    return [(count(many[status], "question"), badges[status]) for status in order]


def commented(found: list[dict]) -> int:
    return sum(bool(line.comment) for section in found for line in section["lines"])


def crossings(found: Edition, question: Question) -> list[dict]:
    """Each way to cross it: is it shown, and why not, or why in part only."""
    rows = found.release.tables.filter(question=question.id)
    made = set(rows.order_by("crossing").values_list("crossing", flat=True))
    return [
        {
            "name": name,
            "label": f"Par {WORDS[name]}",
            "shown": by.id in made,
            "why": reading.why_crossed(found.release, question.id, by.id)
            or ("" if by.id in made else TOO_FINE),
        }
        for name, by in found.ways.items()
        if by.id != question.id
    ]
