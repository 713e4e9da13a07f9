"""What would make a questionnaire impossible to answer or to count, in French sentences."""

from collections.abc import Iterator

from surveys.questionnaire.layout import SILENT, UNASKED
from surveys.questionnaire.structure import Kind, Question, Questionnaire, Test

MOST_COLUMNS = 400
# Two questions of so many options still cross in a time that nobody notices.
MOST_OPTIONS = 200
# Names that addresses of pages give to something else.
TAKEN = frozenset({"fichier", "repondants"})
# Ids that tables give to what was not said.
RESERVED = frozenset({SILENT.id, UNASKED.id})


def problems(made: Questionnaire) -> Iterator[str]:
    """French sentences: what would make this questionnaire impossible to answer or to count."""
    known: dict[str, Question] = {}
    places = [section.id for section in made.sections]
    if not places or len(places) != len(set(places)):
        yield "Il faut au moins une section, et chacune a son propre identifiant."
    for asked in made.questions():
        if asked.id in known:
            yield f"Deux questions portent l’identifiant « {asked.id} »."
        yield from of_question(asked, known)
        known[asked.id] = asked
    if any(not section.questions for section in made.sections):
        yield "Une section n’a aucune question."
    if not known:
        yield "Ce questionnaire n’a aucune question."
    roles = [asked.crossing for asked in known.values() if asked.crossing]
    if len(roles) != len(set(roles)):
        yield "Deux questions servent au même croisement."
    if sum(len(asked.items) or 1 for asked in known.values()) > MOST_COLUMNS:
        yield f"Ce questionnaire compte plus de {MOST_COLUMNS} réponses à donner : réduisez-le."


def of_question(asked: Question, before: dict[str, Question]) -> Iterator[str]:
    where = f"Question « {asked.id} »"
    chosen = asked.kind not in {Kind.NUMBER, Kind.TEXT, Kind.TERRITORY}
    for words, items in (("options", asked.options), ("lignes", asked.rows)):
        if len({item.id for item in items}) != len(items):
            yield f"{where} : deux {words} portent le même identifiant."
    if asked.id in TAKEN:
        yield f"{where} : cet identifiant est réservé, choisissez-en un autre."
    if len(asked.options) > MOST_OPTIONS:
        yield f"{where} : {MOST_OPTIONS} options au plus."
    if RESERVED & {item.id for item in asked.options}:
        yield f"{where} : « {SILENT.id} » et « {UNASKED.id} » sont réservés."
    if asked.low is not None and asked.high is not None and asked.low > asked.high:
        yield f"{where} : « low » dépasse « high »."
    if chosen and len(asked.options) < 2:
        yield f"{where} : il faut au moins deux options."
    if not chosen and asked.options:
        yield f"{where} : ce type de question n’a pas d’options."
    if (asked.kind is Kind.MATRIX) != bool(asked.rows):
        yield f"{where} : les lignes vont avec une matrice, et elle seule."
    if asked.crossing and asked.kind not in {Kind.SINGLE, Kind.BANDS}:
        yield f"{where} : on ne croise que par une question à réponse unique."
    if asked.kind is Kind.TEXT and not 1 <= asked.length <= 2000:
        yield f"{where} : une réponse libre compte de 1 à 2 000 signes."
    if list(asked.bands) != sorted(set(asked.bands)):
        yield f"{where} : les tranches doivent aller en croissant."
    if asked.against and asked.against not in before:
        yield f"{where} : elle se lit à côté de « {asked.against} », qui n’est pas posée avant elle."
    if asked.condition:
        for test in asked.condition.tests():
            yield from of_test(where, test, before.get(test.question))


def of_test(where: str, test: Test, asked: Question | None) -> Iterator[str]:
    if asked is None:
        yield f"{where} : sa condition porte sur « {test.question} », qui n’est pas posée avant elle."
        return
    if asked.kind not in {Kind.SINGLE, Kind.BANDS, Kind.SCALE, Kind.MULTIPLE, Kind.MATRIX}:
        yield f"{where} : une condition ne porte que sur des réponses choisies."
    if (asked.kind is Kind.MATRIX) != bool(test.row) or (
        test.row and test.row not in {row.id for row in asked.rows}
    ):
        yield f"{where} : la ligne nommée par sa condition n’existe pas."
    unknown = set(test.values) - {option.id for option in asked.options}
    if unknown or not test.values:
        yield f"{where} : sa condition attend une réponse qui n’existe pas."
