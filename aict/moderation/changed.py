"""A page on line says something else, and its team says what: rooms above may tell those who care.

A room registers in its `AppConfig.ready`:

    changed.on_substantial_change(queue_the_mails)
"""

from collections.abc import Callable

from aict.moderation.models import Contribution

Told = Callable[[Contribution, int, str], None]
_told: list[Told] = []


def on_substantial_change(function: Told) -> Told:
    """Have `function(contribution, number, note)` called when version `number` replaces another on
    line with a public note. It is called inside the transaction: it queues a job, and no more."""
    if function not in _told:
        _told.append(function)
    return function


def tell(contribution: Contribution, number: int, note: str) -> None:
    """Called by the gate only, for a page that was on line before."""
    for function in _told:
        function(contribution, number, note)
