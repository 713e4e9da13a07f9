"""What a room declares of its imports: how a run is carried out, and where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class ImportKind:
    """`carry_out(run, content, store)` reads the bytes and writes the report; with `store`, the rest too.
    `address` is the name of the run's page, which takes its token."""

    slug: str
    address: str
    carry_out: Callable[..., None]


IMPORT_KINDS: dict[str, ImportKind] = {}


def register(kind: ImportKind) -> None:
    IMPORT_KINDS[kind.slug] = kind
