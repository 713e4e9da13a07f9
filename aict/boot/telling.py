"""What the person at the keyboard reads while things get ready."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 2.0
# A file that keeps what we say needs fewer lines than an eye.
PATIENCE_IN_A_FILE = 10.0


class ProblemError(Exception):
    """One French sentence: what prevents us, and what to do."""


class Step:
    """A line that says what goes on, how far it is, then how long it took."""

    def __init__(self, label: str):
        self.label = label
        self.detail = ""
        self.live = sys.stdout.isatty()

    def show(self, end: str) -> None:
        start = "\r\033[K" if self.live else ""
        print(f"{start}  {self.label}… {self.detail}".rstrip(), end=end, flush=True)

    def progress(self, detail: str) -> None:
        """Say how far it is; on a terminal the line is rewritten, elsewhere silence until the next beat."""
        self.detail = detail
        if self.live:
            self.show("")


@contextmanager
def step(label: str) -> Iterator[Step]:
    """Announce `label`, give signs of life from the second second on, end with the time it took."""
    started = time.monotonic()
    told, done = Step(label), threading.Event()

    def beat() -> None:
        patience = PATIENCE
        while not done.wait(patience):
            patience = PATIENCE if told.live else PATIENCE_IN_A_FILE
            seconds = f"{time.monotonic() - started:.0f} s"
            if told.live:
                print(
                    f"\r\033[K  {label}… {f'{told.detail} {seconds}'.strip()}", end="", flush=True
                )
            else:
                print(f"  {label}… {f'{told.detail} {seconds}'.strip()}", flush=True)

    heart = threading.Thread(target=beat, daemon=True)
    if told.live:
        told.show("")
    heart.start()
    try:
        yield told
    except BaseException:
        done.set()
        heart.join()
        print(flush=True)
        raise
    done.set()
    heart.join()
    took = f"{time.monotonic() - started:.1f} s".replace(".", ",")
    told.detail = f"{told.detail} fait en {took}".strip()
    told.show("\n")
