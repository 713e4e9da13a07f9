"""Things done at the very same moment, each in its own thread and connection."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps
from threading import Barrier, BrokenBarrierError

from django.db import connection

PATIENCE = 1


def together(*acts) -> list:
    """Start every act at once; what each returned, or the exception it raised."""
    start = Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def meet_before(monkeypatch, holder, name: str, people: int = 2) -> None:
    """Whoever calls `holder.name` first waits there for the others: the worst moment, every time.

    Where a lock keeps the others away, the first goes on after PATIENCE."""
    real, place = getattr(holder, name), Barrier(people)

    @wraps(real)
    def late(*args, **kwargs):
        with suppress(BrokenBarrierError):
            place.wait(PATIENCE)
        return real(*args, **kwargs)

    monkeypatch.setattr(holder, name, late)
