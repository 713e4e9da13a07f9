"""What readers must know before any figure, and the three sentences to remember."""

from aict.ui.dates import long_date
from aict.ui.numbers import count, number, percent
from surveys.results.edition import Edition

SELF_CHOSEN = (
    "Résultats non extrapolables : les personnes qui ont répondu se sont choisies elles-mêmes."
)
# The charts whose sentences say the most, first.
TELLING = ("gap", "quadrant", "ranking", "scale", "paired", "bars")
REMEMBERED = 3


def facts(edition: Edition) -> list[tuple[str, str]]:
    """(value, label): how many answered, out of how many; no rate when nobody was invited by name."""
    release = edition.release
    found = [(number(release.n), "réponses analysées" if release.n > 1 else "réponse analysée")]
    if edition.rate is not None:
        found += [
            (number(release.invited), "collectivités invitées"),
            (percent(edition.rate), "d’entre elles ont répondu"),
        ]
    return found


def remembered(edition: Edition) -> list[tuple[str, str, str]]:
    """(question, title, sentence): three charts that say different things, in the order of TELLING. The key
    chart says its own."""
    rank = {kind: place for place, kind in enumerate(TELLING)}
    first = edition.key_question
    shown = (c for c in edition.charts.values() if not first or c.question != first.id)
    charts = [chart for chart in shown if chart.kind in rank]
    found: dict[str, tuple[str, str, str]] = {}
    for chart in sorted(charts, key=lambda chart: rank[chart.kind]):
        found.setdefault(chart.kind, (chart.question, chart.title, chart.sentence))
    return list(found.values())[:REMEMBERED]


def source(edition: Edition) -> str:
    """What is written under a chart that travels alone."""
    survey = edition.survey
    fictional = " Exemple fictif." if survey.fictional else ""
    return (
        f"Source : AICT éco, « {survey.title} » ({survey.year}), "
        f"{count(edition.release.n, 'réponse')}. {SELF_CHOSEN}{fictional}"
    )


def computed_on(edition: Edition) -> str:
    return long_date(edition.release.at)
