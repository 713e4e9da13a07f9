"""What everybody reads of earlier polls: beside published tables, and nothing else."""

from dataclasses import replace

from surveys.results.edition import Edition
from surveys.results.waves.comparing import charts, of_poll


def waves(edition: Edition) -> list[dict]:
    """Each poll the coordination shows, with one chart for each question that is shown too."""
    shown = {question.id for question in edition.questions}
    found = []
    for poll in edition.survey.earlier_polls.filter(shown=True).prefetch_related("figures"):
        whole = of_poll(poll)
        told = {question: parts for question, parts in whole.shares.items() if question in shown}
        wave = replace(whole, shares=told)
        drawn = list(charts(edition.survey, edition.form, edition.tables, wave))
        found.append({"wave": wave, "charts": drawn})
    return [one for one in found if one["charts"]]
