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
from aict.moderation.models.hands import Assignment, Hand, Remark
from aict.moderation.models.proposal import Proposal
from aict.moderation.models.reading import Reading

__all__ = [
    "DONE",
    "Assignment",
    "Attachment",
    "Contribution",
    "Correction",
    "Hand",
    "JournalEntry",
    "Proposal",
    "Reading",
    "Remark",
    "Revision",
    "State",
    "VerifiedBy",
]
