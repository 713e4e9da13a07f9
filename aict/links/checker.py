"""Asks whether an address still answers. Knows no database; speaks to public machines only."""

import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri

from aict.links.addresses import PORTS, ForbiddenError, parsed, public_address, resolve
from aict.links.models import Problem

TIMEOUT, PATIENCE, MOST_HOPS = 8, 20, 5
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
# The site is there; it only refuses robots, or this method.
GUARDED = {401, 403, 405, 406, 429, 451, 999}


@dataclass(frozen=True)
class Outcome:
    """`problem` "" means that the address answers; `status` is the last HTTP answer, if any."""

    problem: str = ""
    status: int | None = None


@dataclass(frozen=True)
class Reply:
    status: int
    location: str = ""


class Pinned(HTTPConnection):
    """A connection to one address already checked: the name is not resolved a second time."""

    def __init__(self, host: str, address: str, timeout: float):
        super().__init__(host, timeout=timeout)
        self.address = address

    def connect(self):
        self.sock = socket.create_connection((self.address, self.port), self.timeout)


class PinnedTLS(HTTPSConnection):
    def __init__(self, host: str, address: str, timeout: float):
        self.tls = ssl.create_default_context()
        super().__init__(host, timeout=timeout, context=self.tls)
        self.address = address

    def connect(self):
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


def ask(method: str, url: str, address: str, timeout: float = TIMEOUT) -> Reply:
    """One request to the machine at `address`; the body is not read. Raises OSError, HTTPException."""
    pieces = parsed(url)
    made = PinnedTLS if pieces.scheme == "https" else Pinned
    connection = made(str(pieces.hostname), address, timeout)
    target = iri_to_uri(pieces.path or "/") + (
        f"?{iri_to_uri(pieces.query)}" if pieces.query else ""
    )
    headers = {
        "User-Agent": f"AICT-eco/1 (controle de liens; {settings.SITE_URL})",
        "Accept": "*/*",
    }
    try:
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        return Reply(answer.status, answer.getheader("Location") or "")
    finally:
        connection.close()


def check(url: str, asking=ask, resolver=resolve) -> Outcome:
    """Follow `url` to its end, each hop checked anew: HEAD, then GET where HEAD is not understood."""
    end = monotonic() + PATIENCE
    try:
        for _hop in range(MOST_HOPS + 1):
            reply = reply_of(url, asking, resolver, end)
            if reply.status not in REDIRECTS or not reply.location:
                return judged(reply.status)
            url = urljoin(url, reply.location)
    except ForbiddenError:
        return Outcome(Problem.REFUSED)
    except ssl.SSLError:
        return Outcome(Problem.CERTIFICATE)
    except TimeoutError:
        return Outcome(Problem.SILENT)
    except (OSError, HTTPException, UnicodeError):
        return Outcome(Problem.UNREACHABLE)
    return Outcome(Problem.LOOP)


def reply_of(url: str, asking, resolver, end: float) -> Reply:
    pieces = parsed(url)
    address = public_address(str(pieces.hostname), PORTS[pieces.scheme], resolver)
    reply = asking("HEAD", url, address, left(end))
    if reply.status < 400:
        return reply
    return asking("GET", url, address, left(end))


def left(end: float) -> float:
    """Seconds one request may take. Raises TimeoutError when the whole check took too long."""
    remaining = end - monotonic()
    if remaining <= 0:
        raise TimeoutError
    return min(TIMEOUT, remaining)


def judged(status: int) -> Outcome:
    if status < 400 or status in GUARDED:
        return Outcome("", status)
    return Outcome(Problem.GONE if status in GONE else Problem.ERROR, status)
