"""What a chart must say in words: who did not answer, what is pooled, what is not told."""

from collections.abc import Iterable, Sequence

from aict.ui.numbers import count
from surveys.questionnaire.layout import SILENT, UNASKED
from surveys.questionnaire.structure import Option
from surveys.results.charts.reading import MISSING, named
from surveys.results.charts.reading import count as counted
from surveys.results.sentences import quoted
from surveys.results.tables import Table

UNTOLD = "« Non communiqué » : moins de 5 réponses, ou un chiffre qui les laisserait deviner."


def notes(tables: Sequence[Table], options: Iterable[Option]) -> tuple[str, ...]:
    options = tuple(options)
    return tuple(
        dict.fromkeys(words for words in (*silence(tables), pooled(tables, options)) if words)
    )


def silence(tables: Sequence[Table]) -> tuple[str, str]:
    if not tables:
        return "", ""
    unasked = counted(tables[0], (UNASKED.id,))
    silent = [counted(table, (SILENT.id,)) for table in tables]
    known = [number for number in silent if number]
    words = ""
    if known and len(set(silent)) == 1:
        words = f"{count(known[0], 'personne')} sans réponse à cette question."
    elif known:
        words = f"Sans réponse : jusqu’à {count(max(known), 'personne')} selon la ligne."
    asked = f"Question non posée à {count(unasked, 'personne')}." if unasked else ""
    return words, asked


def pooled(tables: Sequence[Table], options: Sequence[Option]) -> str:
    """The classes shown together because one of them is too small."""
    found = dict.fromkeys(
        listed([quoted(named((name,), options)) for name in names])
        for table in tables
        for names in table.values
        if len(names) > 1 and set(names) - MISSING
    )
    if not found:
        return ""
    return f"Regroupés, car trop peu de réponses : {' ; '.join(found)}."


def listed(words: Sequence[str]) -> str:
    return " et ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
