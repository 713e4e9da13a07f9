"""What readers may see of a survey: the tables of one release, less what the coordination switched off.

Pages, files, the report and the API read only this."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS

from aict.db import prepared
from aict.listing.models import Clock
from surveys import gate
from surveys.models import Survey
from surveys.questionnaire.structure import Crossing, Question, Questionnaire
from surveys.results import reading
from surveys.results.charts import Chart, chart
from surveys.results.models import QuestionSetting, Release
from surveys.results.publishing import NEVER
from surveys.results.tables import Table

# What addresses call the four ways to compare.
WAYS = {
    Crossing.LEVEL: "niveau",
    Crossing.POPULATION: "taille",
    Crossing.REGION: "region",
    Crossing.SERVICE: "service",
}


@dataclass
class Edition:
    """`release` is what is shown; `preview` when only its coordinators see it."""

    survey: Survey
    release: Release
    preview: bool = False

    @cached_property
    def stamp(self) -> int | None:
        return Clock.objects.filter(kind=gate.KIND).values_list("stamp", flat=True).first()

    @cached_property
    def key(self) -> tuple:
        """Another key, another text: what is kept of an edition is kept under it."""
        return self.survey.pk, self.release.pk, self.stamp or 0, self.preview

    @property
    def version(self) -> tuple:
        """The key, and what pages say of the survey itself."""
        survey = self.survey
        return *self.key, survey.slug, survey.title, survey.summary, survey.fictional

    @cached_property
    def form(self) -> Questionnaire:
        return self.survey.form

    @cached_property
    def settings(self) -> dict[str, QuestionSetting]:
        return {row.question: row for row in self.survey.question_settings.all()}

    @cached_property
    def by_question(self) -> dict[tuple[str, str], list[Table]]:
        """(question, crossing or "") → its tables, those of questions switched off left unread."""
        found: dict[tuple[str, str], list[Table]] = defaultdict(list)
        hidden = [question.id for question in self.form.questions() if not self.allows(question)]
        rows = self.release.tables.exclude(question__in=hidden).exclude(crossing__in=hidden)
        for row in rows.order_by("pk"):
            found[row.question, row.crossing].append(row.table)
        return dict(found)

    def allows(self, question: Question) -> bool:
        """Texts never; the others as the coordination, or else the questionnaire, says."""
        if question.kind in NEVER:
            return False
        told = self.settings.get(question.id)
        return told.shown if told else question.published

    def comment(self, question: str) -> str:
        told = self.settings.get(question)
        return told.comment if told else ""

    @cached_property
    def questions(self) -> list[Question]:
        """Those that are shown, in the order of the questionnaire."""
        return [q for q in self.form.questions() if (q.id, "") in self.by_question]

    def question(self, id: str) -> Question | None:
        return next((q for q in self.questions if q.id == id), None)

    def tables(self, question: str, crossing: str = "") -> Sequence[Table]:
        return self.by_question.get((question, crossing), [])

    @cached_property
    def ways(self) -> dict[str, Question]:
        """Name in addresses → the question that answers are compared by."""
        shown = {question.id for question in self.questions}
        found = self.form.crossings()
        return {
            name: found[way]
            for way, name in WAYS.items()
            if way in found and found[way].id in shown
        }

    def ways_of(self, question: str) -> dict[str, Question]:
        """Those by which that very question is published."""
        return {name: by for name, by in self.ways.items() if self.tables(question, by.id)}

    def chart(self, question: Question, crossing: str = "") -> Chart:
        beside = self.tables(question.against) if question.against and not crossing else ()
        return chart(self.form, question.id, self.tables(question.id, crossing), beside)

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """One for each question shown, over all responses."""
        return {question.id: self.chart(question) for question in self.questions}

    @cached_property
    def key_question(self) -> Question | None:
        """What is done against what is asked; else the first that is read beside another."""
        against = [q for q in self.questions if q.against and self.tables(q.against)]
        gaps = [q for q in against if q.chart == "gap"]
        found = [*gaps, *against, *self.questions]
        told = (question for question in found if self.charts[question.id].kind != "empty")
        return next(told, next(iter(found), None))

    @property
    def rate(self) -> float | None:
        """Authorities that answered, out of one hundred of those invited; none when nobody was."""
        return 100 * self.release.answered / self.release.invited if self.release.invited else None


def edition(survey: Survey, preview: bool = False) -> Edition | None:
    """What is on line, or would be (`preview`); None when there is nothing to show."""
    found = reading.preview(survey) if preview else reading.current(survey)
    return Edition(survey, found, preview) if found else None


# The survey, what everybody may read of it and the clock: most pages are kept, and need no more.
OF_SURVEY = [f for f in Survey._meta.concrete_fields if f.name != "questionnaire"]
OF_RELEASE = [f for f in Release._meta.concrete_fields if f.name != "withheld"]
ON_LINE = f"""
SELECT (SELECT stamp FROM listing_clock WHERE kind = %s),
       {", ".join(f"s.{f.column}" for f in OF_SURVEY)}, {", ".join(f"r.{f.column}" for f in OF_RELEASE)}
FROM surveys_survey s JOIN results_release r ON r.survey_id = s.id
WHERE s.slug = %s AND s.state = 'published' AND r.state = 'ready' AND r.published_at IS NOT NULL
ORDER BY r.published_at DESC LIMIT 1
"""  # noqa: S608


def on_line(slug: str) -> Edition | None:
    """What everybody reads of that survey, in one query; None when nothing is published."""
    with prepared.cursor() as cursor:
        cursor.execute(ON_LINE, [gate.KIND, slug])
        row = cursor.fetchone()
    if row is None:
        return None
    stamp, ours, theirs = row[0], row[1 : 1 + len(OF_SURVEY)], row[1 + len(OF_SURVEY) :]
    survey = Survey.from_db(DEFAULT_DB_ALIAS, [f.attname for f in OF_SURVEY], ours)
    release = Release.from_db(DEFAULT_DB_ALIAS, [f.attname for f in OF_RELEASE], theirs)
    found = Edition(survey, release)
    found.stamp = stamp
    return found
