"""A small HTTP client that asks as fast as it is answered, over several connections at once."""

import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n"
    "Connection: close\r\nAccept: text/html\r\n\r\n"
)


@dataclass
class Measure:
    """Answers received in `seconds`: the time of each, and how many were not a 200."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    refused: int = 0
    size: int = 0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """In milliseconds."""
        ranked = sorted(self.times)
        return ranked[min(len(ranked) - 1, int(share * len(ranked)))] * 1000 if ranked else 0.0

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(
            self.times + other.times,
            self.seconds + other.seconds,
            self.refused + other.refused,
            max(self.size, other.size),
        )


class Exchange:
    """One request on one connection."""

    def __init__(self, port: int, path: str):
        self.started = time.perf_counter()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(REQUEST.format(path=path).encode())
        self.socket.setblocking(False)
        self.first = b""
        self.received = 0

    def read(self) -> bool:
        """False once the answer is whole."""
        part = self.socket.recv(262_144)
        self.first = self.first or part
        self.received += len(part)
        return bool(part)


def ask(port: int, paths: Iterator[str], seconds: float, connections: int) -> Measure:
    """Ask `paths` in turn during `seconds`, so many at once."""
    measure = Measure()
    with selectors.DefaultSelector() as selector:

        def begin():
            exchange = Exchange(port, next(paths))
            selector.register(exchange.socket, selectors.EVENT_READ, exchange)

        start = time.perf_counter()
        for _ in range(connections):
            begin()
        while selector.get_map():
            for key, _ in selector.select(10):
                exchange = key.data
                if exchange.read():
                    continue
                selector.unregister(exchange.socket)
                exchange.socket.close()
                now = time.perf_counter()
                measure.times.append(now - exchange.started)
                measure.refused += not exchange.first.startswith(b"HTTP/1.1 200")
                measure.size = max(measure.size, exchange.received)
                if now - start < seconds:
                    begin()
        measure.seconds = time.perf_counter() - start
    return measure


def warm(port: int, paths: list[str], most: float = 40.0) -> None:
    """Every path a few times, so that each worker has met it."""
    start = time.perf_counter()
    asked = 0
    while asked < 4 * len(paths) and time.perf_counter() - start < most:
        asked += len(ask(port, cycle(paths[asked % len(paths) :] + paths), 0.5, 4).times)
