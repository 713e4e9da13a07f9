"""Every table that is published of a survey, from its raw tables: pure, given what counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from surveys.questionnaire.layout import UNASKED, most
from surveys.questionnaire.structure import Condition, Kind, Question, Questionnaire, Test
from surveys.results.options import Ticked
from surveys.results.pooling import Blocks, K, names_of, raw
from surveys.results.suppression import alone, crossing
from surveys.results.tables import Classes, Table

# (question, crossing or "") → its tables, where nothing is hidden.
Count = Callable[[str, str], list[Table]]
ITEMIZED = frozenset({Kind.MULTIPLE, Kind.RANKING})
ORDERED = frozenset({Kind.BANDS, Kind.SCALE, Kind.NUMBER})
NEVER = frozenset({Kind.TEXT, Kind.TERRITORY})
TOO_FINE = "croisement trop fin : trop de nombres seraient cachés pour protéger les répondants"
IN_PART = (
    "question posée à une partie des répondants : croisée, elle dirait par soustraction "
    "ce que d’autres tableaux taisent"
)
SHOWS_HIDDEN = (
    "question posée selon une réponse trop rare : elle dirait combien de personnes l’ont donnée"
)
TOO_RARE = "trop peu de réponses pour en montrer aucune sans risque"


@dataclass(frozen=True)
class Withheld:
    question: str
    item: str
    crossing: str
    why: str


@dataclass
class Published:
    """`known` is what a reader is taken to know beside the tables: by (question, crossing), how many
    gave each rank, how many choices were made in each group."""

    tables: list[Table] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    known: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def one_way(self, question: str) -> list[Table]:
        return [t for t in self.tables if t.question == question and not t.crossing]


def publishable(form: Questionnaire) -> list[Question]:
    return [question for question in form.questions() if question.kind not in NEVER]


def steps(form: Questionnaire) -> list[tuple[Question, str]]:
    """What is counted, in order: each question alone, then by each crossing."""
    questions = publishable(form)
    across = [question.id for question in questions if question.crossing]
    alone = [(question, "") for question in questions]
    crossed = [q for q in questions if not q.crossing and not q.condition]
    return alone + [(question, by) for question in crossed for by in across]


def publish(form: Questionnaire, count: Count, told: Published, k: int = K) -> Iterator[int]:
    """Fill `told`; yields how many steps are done."""
    ticked: dict[str, Ticked] = {}
    for done, (question, by) in enumerate(steps(form), start=1):
        tables = count(question.id, by)
        if by:
            crossed(question, by, tables, ticked.get(question.id), told, k)
        elif question.condition and not asked_openly(question, tables[0], told, k):
            told.withheld.append(Withheld(question.id, "", "", SHOWS_HIDDEN))
        elif question.kind in ITEMIZED:
            ticked[question.id] = options = ticked_of(question, tables, k)
            told.tables += options.shown_options()
            if options.untold:
                told.withheld.append(Withheld(question.id, "", "", TOO_RARE))
            elif options.ranked:
                told.known[question.id, ""] = options.rank_totals()
        else:
            told.tables += one_way(form, question, tables, k)
        if question.condition and not by:
            told.withheld.append(Withheld(question.id, "", "*", IN_PART))
        yield done


def in_order(question: Question) -> bool:
    """Whether its answers are steps: rare ones join their neighbours. Those of a grid drawn as a heat table are not."""
    steps = question.kind is Kind.MATRIX and question.chart != "heat"
    return steps or question.kind in ORDERED


def one_way(
    form: Questionnaire, question: Question, tables: list[Table], k: int = K
) -> list[Table]:
    """Tables of one choice, over all responses."""
    ordered = in_order(question)
    return [alone(t, ordered, blocks(form, question, t), k) for t in tables]


def ticked_of(question: Question, tables: list[Table], k: int = K) -> Ticked:
    ranked, limit = question.kind is Kind.RANKING, most(question)
    return Ticked(
        tables,
        yes=tuple(str(n) for n in range(1, limit + 1)) if ranked else ("oui",),
        no="non-cite" if ranked else "non",
        limit=limit if ranked or limit < len(question.options) else 0,
        alone=frozenset(option.id for option in question.options if option.exclusive),
        ranked=ranked,
        k=k,
    )


def crossed(
    question: Question,
    by: str,
    tables: list[Table],
    ticked: Ticked | None,
    told: Published,
    k: int = K,
) -> None:
    groups: Classes = told.one_way(by)[0].values
    found: dict[str, Table | None]
    if ticked:
        found = ticked.crossed(tables, groups)
        if ticked.limit:
            told.known[question.id, by] = ticked.choices(tables, groups)
    else:
        found = {t.item: crossing(t, classes_of(told, t), groups, k) for t in tables}
    told.tables += [table for table in found.values() if table]
    told.withheld += [
        Withheld(question.id, item, by, TOO_FINE) for item, table in found.items() if not table
    ]


def classes_of(told: Published, table: Table) -> Classes:
    """The classes of values of the same column alone: a crossing has them too."""
    return next(t.values for t in told.one_way(table.question) if t.item == table.item)


# ---- questions asked to some only


def blocks(form: Questionnaire, question: Question, table: Table) -> Blocks:
    """Values that open the same questions; « non posée » stands apart."""
    tests = [
        set(test.values)
        for other in form.questions()
        if other.condition
        for test in other.condition.tests()
        if (test.question, test.row) == (question.id, table.item)
    ]
    found: dict[tuple[bool, ...], list[str]] = {}
    for name in names_of(table):
        opens = (*(name in values for values in tests), name == UNASKED.id)
        found.setdefault(opens, []).append(name)
    return list(found.values())


def asked_openly(question: Question, table: Table, told: Published, k: int) -> bool:
    """Whether everything that decides who was asked is shown, so that saying how many were tells nothing."""
    totals = dict(zip(names_of(table), raw(table.totals), strict=True))
    unasked = totals.get(UNASKED.id, 0)
    if 0 < unasked < k or table.n - unasked < k:
        return False
    condition = question.condition or Condition(())
    return all(shown_apart(test, told) for test in condition.tests())


def shown_apart(test: Test, told: Published) -> bool:
    tables = told.one_way(test.question)
    if any(table.item in test.values for table in tables):  # options that are ticked
        tested = [table for table in tables if table.item in test.values]
        return all(None not in table.totals for table in tested)
    return any(
        all(len({name in test.values for name in names}) == 1 for names in table.values)
        for table in tables
        if table.item == test.row
    )
