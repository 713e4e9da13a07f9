"""Values, or groups, too rare to be told apart are told together."""

from surveys.questionnaire.layout import SILENT, UNASKED
from surveys.results.tables import Classes, Table

# No number shown is smaller, and no number hidden can be proved smaller: docs/decisions/ce-qui-nest-pas-montre.md
K = 5
MISSING = frozenset({SILENT.id, UNASKED.id})
# Names of values that are told together with no value outside their block, unless a block is too small.
Blocks = list[list[str]]


def classes(
    names: list[str], totals: list[int], ordered: bool, blocks: Blocks, k: int = K
) -> Classes:
    """Each name in one class whose total is k or more, when there are as many responses.

    Ordered values join their neighbours, the others join the smallest."""
    size = dict(zip(names, totals, strict=True))
    place = {name: order for order, name in enumerate(names)}
    found: list[list[str]] = []
    for block in blocks:
        found += within(sorted(block, key=place.__getitem__), size, ordered, k)
    while len(found) > 1 and (small := [c for c in found if weight(c, size) < k]):
        found.remove(small[0])
        min(found, key=lambda c: (weight(c, size), place[c[0]])).extend(small[0])
    sorted_ = (tuple(sorted(c, key=place.__getitem__)) for c in found)
    return tuple(sorted(sorted_, key=lambda c: place[c[0]]))


def weight(names: list[str], size: dict[str, int]) -> int:
    return sum(size[name] for name in names)


def within(block: list[str], size: dict[str, int], ordered: bool, k: int) -> list[list[str]]:
    told = [[name] for name in block if name not in MISSING]
    found = neighbours(told, size, k) if ordered else smallest(told, size, k)
    missing = [[name] for name in block if name in MISSING]
    return smallest(found + missing, size, k) if missing else found


def smallest(found: list[list[str]], size: dict[str, int], k: int) -> list[list[str]]:
    """Every small class together, and the next smallest until it is enough."""
    rising = sorted(found, key=lambda c: weight(c, size))
    pool: list[str] = []
    while rising and (weight(rising[0], size) < k or (pool and weight(pool, size) < k)):
        pool += rising.pop(0)
    return [*rising, pool] if pool else rising


def neighbours(found: list[list[str]], size: dict[str, int], k: int) -> list[list[str]]:
    """The smallest class with the smaller of its neighbours, until each is enough."""
    found = list(found)
    while len(found) > 1:
        at = min(range(len(found)), key=lambda i: weight(found[i], size))
        if weight(found[at], size) >= k:
            break
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(found)]
        low, high = sorted((at, min(beside, key=lambda i: weight(found[i], size))))
        found[low : high + 1] = [found[low] + found[high]]
    return found


def pooled(table: Table, values: Classes, groups: Classes = ()) -> Table:
    """The same counts by these classes of values and groups. In: a table where nothing is hidden."""
    v = {names[0]: place for place, names in enumerate(table.values)}
    g = {names[0]: place for place, names in enumerate(table.groups)}
    counts = tuple(
        tuple(sum(table.counts[v[a]][g[b]] or 0 for a in left for b in right) for right in groups)
        for left in values
    )
    return Table(
        question=table.question,
        item=table.item,
        crossing=table.crossing if groups else "",
        values=values,
        groups=groups,
        n=table.n,
        totals=tuple(sum(table.totals[v[a]] or 0 for a in names) for names in values),
        sizes=tuple(sum(table.sizes[g[b]] for b in names) for names in groups),
        counts=counts if groups else (),
    )


def names_of(table: Table) -> list[str]:
    return [names[0] for names in table.values]


def raw(totals: tuple[int | None, ...]) -> list[int]:
    """Totals where nothing is hidden."""
    return [total or 0 for total in totals]
