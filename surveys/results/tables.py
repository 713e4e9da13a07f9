"""A table of counts: what every chart, page, file and document of results is made from."""

from dataclasses import dataclass

# A class of values: one, or several that are shown together.
Classes = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    """How many responses gave each class of values to a column (`question`, `item`), in each class of
    groups of `crossing` (a question; "" for none).

    None is a number that is not told. `totals[v]` is over all groups, `sizes[g]` over all values,
    `counts[v][g]` the cell. Values and groups are ids of options, or « sans-reponse », « non-posee »."""

    question: str
    item: str
    crossing: str
    values: Classes
    groups: Classes
    n: int
    totals: tuple[int | None, ...]
    sizes: tuple[int, ...] = ()
    counts: tuple[tuple[int | None, ...], ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        return self.question, self.item, self.crossing

    def total(self, value: str) -> int | None:
        """Responses with that value alone; None when it is not told apart."""
        return next(
            (t for names, t in zip(self.values, self.totals, strict=True) if names == (value,)),
            None,
        )


def written(table: Table) -> dict:
    """The table as JSON, which `read` gives back equal."""
    return vars(table)


def read(data: dict) -> Table:
    return Table(**{name: frozen(value) for name, value in data.items()})


def frozen(value):
    return tuple(frozen(item) for item in value) if isinstance(value, list) else value
