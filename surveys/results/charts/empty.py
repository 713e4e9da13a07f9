"""A chart of nothing, said as it is."""

from surveys.questionnaire.structure import Question
from surveys.results.charts.chart import Chart

NOBODY = "Aucune réponse à cette question pour l’instant."
TOO_FEW = "Trop peu de réponses pour en montrer le détail sans désigner personne."


def empty(question: Question, words: str = NOBODY, n: int = 0) -> Chart:
    return Chart(
        kind="empty",
        question=question.id,
        title=question.short or question.label,
        sentence=words,
        header=("Réponse", "Nombre", "Part (%)"),
        rows=(),
        draw=lambda canvas, y: canvas.block(0, y, words, canvas.width, ink="soft"),
        n=n,
    )
