"""Who gave which answer, as sets of responses in memory: a crossing is then an intersection.

Responses to a closed survey change by import only: its sets are kept by each process until the clock
of surveys ticks, which the database does itself (results, migration 0003). Those of an open one are read anew."""

from collections import OrderedDict
from dataclasses import dataclass, field

from django.db import connection

from surveys.gate import KIND
from surveys.models import State, Survey
from surveys.questionnaire.layout import Column, columns

# Twice as fast as rows. The binary format has a head; then each row counts its fields, says the length of
# the array, its dimensions, and each number as a length and two bytes; two bytes end it.
READ = """
COPY (SELECT codes FROM surveys_codedresponse WHERE survey_id = %s AND cardinality(codes) = %s)
TO STDOUT (FORMAT BINARY)
"""
# A transaction that has written sees what nobody else may ever see: its number goes with the stamp.
NOW = """
SELECT (SELECT stamp FROM listing_clock WHERE kind = %s), txid_current_if_assigned()
"""
HEAD, BEFORE, EACH, FOOT = 19, 26, 6, 2
Moment = tuple[int | None, int | None]
KEPT, MOST = OrderedDict[int, tuple[Moment, "Sets"]](), 12
SETTLED = {State.CLOSED, State.PUBLISHED}


@dataclass(frozen=True)
class Sets:
    """`lows` and `highs`: for each column, the two bytes of its code in every response."""

    columns: dict[str, list[Column]]
    lows: list[bytes]
    highs: list[bytes]
    known: dict[int, dict[int, int]] = field(default_factory=dict)

    def bits(self, column: Column) -> dict[int, int]:
        """For each code that was given, the set of responses that gave it."""
        found = self.known.get(column.place)
        if found is None:
            low, high = self.lows[column.place - 1], self.highs[column.place - 1]
            found = self.known[column.place] = split(low, high)
        return found


def split(low: bytes, high: bytes) -> dict[int, int]:
    """Responses by code: the pages of 256 codes are told apart only when there are several."""
    pages = {page: members(high, page) for page in set(high)}
    found: dict[int, int] = {}
    for one in set(low):
        holders = members(low, one)
        for page, others in pages.items():
            if both := holders & others:
                code = page * 256 + one
                found[code - 65536 if code > 32767 else code] = both
    return found


def members(numbers: bytes, wanted: int) -> int:
    """The places where `wanted` stands, as bits."""
    marks = bytearray(b"0" * 256)
    marks[wanted] = ord("1")
    return int(numbers.translate(marks) or b"0", 2)


def moment() -> Moment:
    """What changes when answers to a closed survey do."""
    with connection.cursor() as cursor:
        cursor.execute(NOW, [KIND])
        return cursor.fetchone()


def sets_of(survey: Survey, at: Moment | None = None) -> Sets:
    """The sets of the survey now (at the moment that the caller has just read)."""
    if survey.state not in SETTLED:
        return load(survey)
    now = at or moment()
    kept = KEPT.get(survey.pk)
    if kept is None or kept[0] != now:
        KEPT[survey.pk] = kept = now, load(survey)
        if len(KEPT) > MOST:
            KEPT.popitem(last=False)
    return kept[1]


def load(survey: Survey) -> Sets:
    every = columns(survey.form)
    named: dict[str, list[Column]] = {}
    for column in every:
        named.setdefault(column.question, []).append(column)
    with (
        connection.cursor() as cursor,
        cursor.copy(cursor.mogrify(READ, [survey.pk, len(every)])) as rows,
    ):
        whole = b"".join(rows)
    stride = BEFORE + EACH * len(every)
    starts = [HEAD + BEFORE + EACH * place + EACH - 1 for place in range(len(every))]
    return Sets(
        named,
        [whole[start:-FOOT:stride] for start in starts],
        [whole[start - 1 : -FOOT : stride] for start in starts],
    )
