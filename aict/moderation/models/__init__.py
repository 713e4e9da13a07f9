"""What is contributed, its texts and its journal; those who write it together."""

from aict.moderation.models.contribution import (
    DONE,
    Attachment,
    Contribution,
    Correction,
    JournalEntry,
    Revision,
    State,
    VerifiedBy,
)
from aict.moderation.models.hands import Hand
from aict.moderation.models.reading import Reading

__all__ = [
    "DONE",
    "Attachment",
    "Contribution",
    "Correction",
    "Hand",
    "JournalEntry",
    "Reading",
    "Revision",
    "State",
    "VerifiedBy",
]
