"""« Vouliez-vous dire » : learn the words of our texts, and find the nearest to one nobody wrote."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction

from aict.search.models import Spelling

WORD = re.compile(r"[^\W\d_]{3,40}")
NEAREST = """
SELECT asked, near.word, near.plain, near.texts FROM unnest(%s::text[]) asked
CROSS JOIN LATERAL (
  SELECT word, plain, texts FROM search_spelling
  ORDER BY plain <-> public.aict_sort_key(asked) LIMIT 20
) near
"""
LEARN = """
INSERT INTO search_spelling (word, texts) SELECT unnest(%s::text[]), unnest(%s::int[])
ON CONFLICT (word) DO NOTHING
"""


def words_of(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def learn(text: str) -> None:
    """Know the words of a text that was just accepted; sorted, so that two writers never block
    each other."""
    words = sorted(words_of(text))
    with connection.cursor() as cursor:
        cursor.execute(LEARN, [words, [1] * len(words)])


def unlearn(text: str) -> None:
    """Forget the words of a text that was taken back, less those that several texts are known to hold."""
    Spelling.objects.filter(word__in=words_of(text), texts__lte=1).delete()


def relearn(texts: Iterable[str]) -> int:
    """Replace every spelling by those of `texts`, with exact counts; the number of words."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(words_of(text))
    words = sorted(counts)
    with transaction.atomic(), connection.cursor() as cursor:
        Spelling.objects.all().delete()
        cursor.execute(LEARN, [words, [counts[word] for word in words]])
    return len(words)


def nearest(asked: Iterable[str]) -> dict[str, str]:
    """For each word asked, the spelling meant; a word that resembles none is left out."""
    found: dict[str, tuple[tuple[int, int], str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [[word.lower() for word in asked]])
        for word, near, plain, texts in cursor.fetchall():
            gap = distance(plain_of(word), plain)
            best = (gap, -texts)
            if 0 < gap <= allowed(word) and (word not in found or best < found[word][0]):
                found[word] = best, near
    return {word: near for word, (_, near) in found.items()}


def allowed(word: str) -> int:
    """How many slips a word of that length may hold."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2 if len(word) < 9 else 3


def plain_of(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def distance(a: str, b: str) -> int:
    """Letters to add, remove, change or swap with the next one, to go from `a` to `b`."""
    previous: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, previous, row = previous, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
