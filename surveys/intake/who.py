"""Which authority and which service a row names, in named surveys."""

from collections.abc import Iterable

from aict.taxonomies.models import Service
from aict.territories.lookup import TERRITORY_KEY
from aict.territories.models import Territory
from aict.territories.names import normalise
from aict.territories.places import find_places
from surveys.intake.converting import Row
from surveys.intake.targets import SERVICE, TERRITORY
from surveys.questionnaire.structure import Kind, Questionnaire

UNKNOWN = "Collectivité non reconnue, laissée de côté"


def resolve(rows: list[Row], form: Questionnaire) -> None:
    """Replace texts by keys: of authorities in `who` and in answers, of services. What is not found is
    left out, and told."""
    asked = [q.id for q in form.questions() if q.kind is Kind.TERRITORY]
    texts = {row.who[TERRITORY] for row in rows if TERRITORY in row.who}
    texts |= {str(row.answers[id]) for row in rows for id in asked if id in row.answers}
    keys = territory_keys(texts)
    services = {normalise(n): s for s, label in service_names() for n in (s, label)}
    for row in rows:
        if name := row.who.pop(SERVICE, ""):
            put(
                row,
                row.who,
                SERVICE,
                services.get(normalise(name), ""),
                "Service non reconnu, laissé de côté",
            )
        if name := row.who.pop(TERRITORY, ""):
            put(row, row.who, TERRITORY, keys.get(name, ""), UNKNOWN)
        for id in asked:
            if place := row.answers.pop(id, ""):
                put(row, row.answers, id, keys.get(str(place), ""), UNKNOWN)
        if not row.answers and not row.refused:
            row.refused = "elle ne contient aucune réponse à ces questions"


def put(row: Row, where: dict, name: str, value: str, remark: str) -> None:
    if value:
        where[name] = value
    else:
        row.remarks.append(remark)


def territory_keys(texts: Iterable[str]) -> dict[str, str]:
    keys = {text for text in texts if TERRITORY_KEY.fullmatch(text)}
    there = set(Territory.objects.filter(key__in=keys).values_list("key", flat=True))
    found = {key: key for key in there}
    return found | {t: place.key for t, place in find_places(set(texts) - keys).items()}


def service_names() -> list[tuple[str, str]]:
    return list(Service.objects.values_list("slug", "label"))
