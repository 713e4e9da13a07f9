"""A chart of nothing, said as it is."""

from surveys.questionnaire.structure import Question
from surveys.results.charts.chart import Chart

NOBODY = "Aucune réponse à cette question pour l’instant."


def empty(question: Question) -> Chart:
    return Chart(
        kind="empty",
        question=question.id,
        title=question.short or question.label,
        sentence=NOBODY,
        header=("Réponse", "Nombre", "Part (%)"),
        rows=(),
        draw=lambda canvas, y: canvas.block(0, y, NOBODY, canvas.width, ink="soft"),
        n=0,
    )
