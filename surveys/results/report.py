"""The report « Analyse des résultats », made of the same charts as the page: PDF, and an editable text."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from aict.documents import pdf as printing
from aict.documents.png import png
from aict.ui.numbers import count
from surveys.questionnaire.structure import Question
from surveys.results import beside, wording
from surveys.results.charts import Chart
from surveys.results.charts.canvas import SANS, WIDE, Canvas
from surveys.results.edition import Edition

if TYPE_CHECKING:
    from aict.documents.docx import Writing

TEMPLATE = Path(__file__).parent / "report.typ"
WORDS = "Ce qui est écrit librement"
FICTION = "Exemple fictif : réponses inventées pour la démonstration."


def told(edition: Edition) -> dict:
    """Texts, lists and dicts only: what both documents say."""
    survey, first = edition.survey, edition.key_question
    return {
        "title": survey.title,
        "kicker": f"Analyse des résultats · {survey.year}",
        "summary": survey.summary,
        "fictional": survey.fictional,
        "warning": FICTION if survey.fictional else "",
        "notice": edition.form.notice,
        "self_chosen": wording.SELF_CHOSEN,
        "facts": [list(fact) for fact in wording.facts(edition)],
        "remembered": [
            f"{title} : {sentence}" for _id, title, sentence in wording.remembered(edition)
        ],
        "computed_on": f"Calculé le {wording.computed_on(edition)}",
        "address": settings.SITE_URL + reverse("results:page", args=[survey.slug]),
        "key": figure(edition, first) if first else None,
        "sections": sections(edition, first),
        "themes": [
            label if n is None else f"{label} : {count(n, 'texte')}"
            for label, n in beside.themes(survey)
        ],
        "quotes": [text for text, _theme in beside.quotes(survey)],
        "hidden": (
            "Aucun nombre de moins de 5 réponses n’est montré, ni aucun nombre qui permettrait de le "
            "retrouver : il est « non communiqué ». Les textes libres ne sont jamais publiés tels quels."
        ),
    }


def sections(edition: Edition, first: Question | None) -> list[dict]:
    """Without the key question, which opens the report."""
    shown = {question.id for question in edition.questions if question != first}
    found = []
    for section in edition.form.sections:
        asked = [question for question in section.questions if question.id in shown]
        if asked:
            figures = [figure(edition, question) for question in asked]
            found.append({"title": section.title, "figures": figures})
    return found


def figure(edition: Edition, question: Question) -> dict:
    chart = edition.charts[question.id]
    return {
        "id": question.id,
        "title": chart.title,
        "asked": question.label,
        "sentence": chart.sentence,
        "comment": edition.comment(question.id),
        "notes": [*chart.notes, *([f"Base : {count(chart.n, 'réponse')}."] if chart.n else [])],
        "header": list(chart.header),
        "rows": chart.shown_rows,
        "drawn": chart.kind != "empty",
    }


def drawings(edition: Edition) -> dict[str, str]:
    """The drawing alone of each chart: its words stand around it in the document."""
    return {id: drawing(chart) for id, chart in edition.charts.items() if chart.kind != "empty"}


def drawing(chart: Chart) -> str:
    canvas = Canvas(WIDE, inline=False)
    chart.draw(canvas, 0)
    size = f'viewBox="0 0 {WIDE} {canvas.height + 4:.0f}" width="{WIDE}" height="{canvas.height + 4:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{SANS}">{canvas.body()}</svg>'
    )


def pdf(edition: Edition) -> bytes:
    return printing.pdf(TEMPLATE, told(edition), drawings(edition))


def docx(edition: Edition) -> bytes:
    from aict.documents.docx import Writing  # 6 MB that pages never need

    said, drawn = told(edition), drawings(edition)
    writing = Writing(said["title"], said["summary"], edition.release.at, said["address"])
    writing.text(said["kicker"], strong=True)
    writing.text(said["warning"], marked=True)
    writing.text(said["summary"])
    writing.points(f"{label} : {value}" for value, label in said["facts"])
    writing.text(said["self_chosen"], strong=True)
    writing.text(said["notice"])
    if said["key"]:
        write(writing, said["key"], drawn.get(said["key"]["id"], ""), level=1)
    writing.heading("À retenir")
    writing.points(said["remembered"], numbered=True)
    for section in said["sections"]:
        writing.heading(section["title"])
        for one in section["figures"]:
            write(writing, one, drawn.get(one["id"], ""))
    if said["themes"]:
        writing.heading(WORDS)
        writing.points(said["themes"])
    writing.points(f"« {text} »" for text in said["quotes"])
    writing.heading("Comment lire ces résultats")
    writing.text(said["hidden"])
    writing.text(f"{said['computed_on']}. {said['address']}")
    return writing.content()


def write(writing: "Writing", figure: dict, drawn: str, level: int = 2) -> None:
    writing.heading(figure["title"], level=level)
    writing.text(figure["asked"])
    writing.text(figure["sentence"], strong=True)
    if drawn:
        writing.picture(png(drawn), f"{figure['title']}. {figure['sentence']}")
    writing.text(figure["comment"])
    if figure["rows"]:
        writing.table(figure["header"], figure["rows"], figures=True)
    writing.text("\n".join(figure["notes"]))
