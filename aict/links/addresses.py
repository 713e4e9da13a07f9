"""Which machines the checker may speak to: public ones only, whatever name leads to them."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

PORTS = {"http": 80, "https": 443}
# IPv6 addresses in which a private IPv4 one may hide.
NAT64 = IPv6Network("64:ff9b::/96")


class ForbiddenError(ValueError):
    """The address is not one of the public web."""


def parsed(url: str) -> SplitResult:
    """`url` in pieces. Raises ForbiddenError for what is not a plain public address of the web."""
    try:
        pieces = urlsplit(url)
        port = pieces.port
    except ValueError as error:
        raise ForbiddenError("illisible") from error
    if pieces.scheme not in PORTS or not pieces.hostname:
        raise ForbiddenError("protocole")
    if port not in (None, PORTS[pieces.scheme]) or pieces.username or pieces.password:
        raise ForbiddenError("port ou identifiants")
    return pieces


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether `address` can be that of a public site: not private, loopback, link-local, reserved."""
    hidden = hidden_in(address)
    if hidden is not None:
        return is_public(hidden)
    return address.is_global and not address.is_multicast and not address.is_reserved


def hidden_in(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in found))


def public_address(host: str, port: int, resolver=resolve) -> str:
    """The address to speak to. One private address among several is refused too: the name's owner
    could make us try it. Raises ForbiddenError, OSError."""
    found = resolver(host, port)
    if not found or not all(is_public(ip_address(address)) for address in found):
        raise ForbiddenError("adresse réservée")
    return found[0]
