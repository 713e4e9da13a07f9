"""What passes from authority to authority about a practice: questions, and ideas taken up."""

from practices.exchange.models.question import Part, Question, QuestionEntry, Reason
from practices.exchange.models.question import State as QuestionState
from practices.exchange.models.reuse import Reuse, ReuseEntry
from practices.exchange.models.reuse import State as ReuseState

__all__ = [
    "Part",
    "Question",
    "QuestionEntry",
    "QuestionState",
    "Reason",
    "Reuse",
    "ReuseEntry",
    "ReuseState",
]
