"""What a text lacks before it can be submitted or accepted, in words."""

from dataclasses import dataclass, field

from aict.moderation.binding import BoundPart, bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution


class Refused(Exception):
    """The change cannot be made; the message says why, in French, for the person who asked."""


class NotReady(Refused):
    """Something lacks. `missing` lists (part slug, field id, label, message)."""

    def __init__(self, missing: list[tuple[str, str, str, str]]):
        self.missing = missing
        words = " ; ".join(
            f"{label} : {message}" if label else message for *_, label, message in missing
        )
        super().__init__(f"Il manque des informations. {words}")


def missing(parts: list[BoundPart]) -> list[tuple[str, str, str, str]]:
    return [
        (bound.part.slug, *error) for bound in parts if not bound.valid for error in bound.errors()
    ]


@dataclass
class Ready:
    """What was found ready, kept by who applies two changes to one text in one transaction.

    Kept past its transaction, it would vouch for what others changed since."""

    text: tuple[int, dict] | None = None
    parts: list[BoundPart] = field(default_factory=list)


def ready_parts(
    contribution: Contribution, data: dict, known: Ready | None = None
) -> list[BoundPart]:
    """Every part bound and valid, on the live row when there is one; those of `known` when they are
    of this very text. Raises NotReady."""
    if known and known.text == (contribution.pk, data):
        known.text = None  # saved forms serve once
        return known.parts
    kind = KINDS[contribution.kind]
    parts = bind_all(kind, data, kind.live_object(contribution))
    if lacks := missing(parts):
        raise NotReady(lacks)
    if known:
        known.text, known.parts = (contribution.pk, data), parts
    return parts
