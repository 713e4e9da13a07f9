"""Two waves of one question, share by share."""

from collections.abc import Sequence

from surveys.questionnaire.structure import Question
from surveys.results import sentences
from surveys.results.charts.chart import Chart
from surveys.results.charts.dumbbell import Pair, dumbbell


def over_time(
    question: Question,
    rows: Sequence[tuple[str, str | None, float | None, float | None]],
    keys: tuple[str, str],
    notes: Sequence[str] = (),
) -> Chart:
    """rows: (label, category, share before, share after); keys: the two waves, in a few words."""
    pairs = [Pair(*row) for row in rows]
    known = [
        (p.label, p.before, p.after) for p in pairs if p.before is not None and p.after is not None
    ]
    return Chart(
        kind="waves",
        question=question.id,
        title=question.short or question.label,
        sentence=sentences.waves(known, keys),
        header=("Réponse", f"{keys[0]} (%)", f"{keys[1]} (%)", "Écart (points)"),
        rows=tuple((pair.label, pair.before, pair.after, pair.gap) for pair in pairs),
        draw=lambda canvas, y: dumbbell(canvas, y, pairs, keys),
        notes=tuple(note for note in notes if note),
    )
