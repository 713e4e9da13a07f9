"""What coordinators read of a survey that no longer changes: every question, alone or crossed by another."""

from functools import partial

from django.template.loader import render_to_string
from django.urls import reverse

from aict.ui.numbers import count
from surveys.models import State, Survey
from surveys.questionnaire.structure import Kind, Question, Questionnaire
from surveys.results import aggregate
from surveys.results.charts import Chart, chart
from surveys.results.kept import kept
from surveys.results.masking import masked
from surveys.results.sets import Moment, moment
from surveys.results.tables import Table
from surveys.steps import Step

WORDS = frozenset({Kind.TEXT, Kind.TERRITORY})
ONE = frozenset({Kind.SINGLE, Kind.BANDS, Kind.SCALE, Kind.NUMBER})
SETTLED = frozenset({State.CLOSED, State.PUBLISHED})


def drawn(form: Questionnaire) -> list[Question]:
    """Questions that a chart can show."""
    return [question for question in form.questions() if question.kind not in WORDS]


def crossings(form: Questionnaire, question: Question) -> tuple[list[Question], list[Question]]:
    """What the question may be crossed by: first who answers, then any other single answer."""
    usual = [asked for asked in form.crossings().values() if asked.id != question.id]
    others = [q for q in drawn(form) if q.kind in ONE and q.id != question.id and q not in usual]
    return usual, others


def tables(survey: Survey, question: str, by: str = "") -> list[Table]:
    """As counted, but for the crossings of an anonymous survey."""
    if not (by and survey.is_anonymous):
        return aggregate.tables(survey, question, by)
    form = survey.form
    count = partial(aggregate.tables, survey)
    return masked(form, form.question(question), form.question(by), count)


def too_fine(survey: Survey, question: str, by: str) -> bool:
    """Whether nothing of a crossing is shown, to protect who answered."""
    if not survey.is_anonymous:
        return False
    return not any(
        count is not None
        for table in tables(survey, question, by)
        for row in table.counts
        for count in row
    )


def chart_of(survey: Survey, form: Questionnaire, question: Question, by: str = "") -> Chart:
    beside = tables(survey, question.against) if question.against and not by else ()
    return chart(form, question.id, tables(survey, question.id, by), beside)


def figure(survey: Survey, question: str, by: str, now: Moment) -> str:
    """The chart with its twin and files, drawn once for as long as no answer changes. Raises KeyError."""
    return kept((survey.pk, now, question, by), lambda: drawing(survey, question, by))


def drawing(survey: Survey, question: str, by: str) -> str:
    form = survey.form
    asked = form.question(question)
    address = reverse("results:analysis_question", args=[survey.slug, question])
    told = f"?selon={by}&" if by else "?"
    context = {
        "chart": chart_of(survey, form, asked, by),
        "level": 2 if by else 3,
        "svg_url": f"{address}{told}format=svg",
        "csv_url": f"{address}{told}format=csv",
    }
    return render_to_string("results/charts/figure.html", context)


def sections(survey: Survey) -> list[dict]:
    """Each section with the figures of its questions."""
    now = moment()
    form = kept((survey.pk, now, "form"), lambda: survey.form)
    found = []
    for section in form.sections:
        questions = [question for question in section.questions if question.kind not in WORDS]
        figures = [(question, figure(survey, question.id, "", now)) for question in questions]
        found.append({"id": section.id, "title": section.title, "figures": figures})
    return [section for section in found if section["figures"]]


def told(survey: Survey) -> str:
    if survey.state not in SETTLED:
        return "Une fois l’enquête close"
    return count(len(drawn(survey.form)), "graphique")


STEP = Step(
    "Lire et croiser les réponses",
    "results:analysis",
    frozenset({State.OPEN, State.CLOSED, State.PUBLISHED}),
    50,
    told,
    "Chaque question en graphique, seule ou croisée par une autre.",
)
