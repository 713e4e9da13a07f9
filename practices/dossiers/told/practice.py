"""Practices: the idea, what it cost in euros and in time, what it brought, who did it."""

from practices.dossiers.told.words import Told, known
from practices.models import Practice
from practices.reading import figures as words
from practices.reading.source import BLOCKS, Source

COST = ("budget_year", "budget_total", "cost_band", "staff_fte")
MOST_RESULTS = 3


def practices(ids: list[int]) -> dict[int, Told]:
    rows = (
        Practice.objects.published()
        .filter(contribution__in=ids)
        .select_related("contribution", "territory")
        .prefetch_related("results", "countries")
    )
    return {row.contribution_id: practice(row) for row in rows}


def practice(row: Practice) -> Told:
    source = Source({name: getattr(row, name) for name in COST}, {"results": results(row)})
    return Told(
        noun=str(row.get_nature_display()),
        category=row.category,
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser,
        who=who(row),
        facts=known(
            ("Ce que cela a apporté", row.benefit),
            ("Ce que cela a coûté", words.cost_in_words(source) or "Non communiqué"),
            ("Ce qui ne serait pas refait", row.not_again),
        ),
        figures=[figure(result) for result in words.results(source)[:MOST_RESULTS]],
        fictional=row.contribution.fictional,
    )


def figure(result: words.Outcome) -> tuple[str, str]:
    """(value, what it counts): a figure that starts from something else than nothing says it."""
    value, label = words.figure(result)
    told = result.before and result.before != "0"
    return value, f"{label}, contre {result.before} avant" if told else label


def results(row: Practice) -> list[dict]:
    names = BLOCKS["results"]
    return [{name: getattr(result, name) for name in names} for result in row.results.all()]


def who(row: Practice) -> str:
    """« Grenoble-Alpes-Métropole · Maroc »."""
    owner = row.territory.name if row.territory else row.territory_name
    countries = ", ".join(country.name for country in row.countries.all())
    return " · ".join(filter(None, [owner, countries]))
