"""The checker speaks to public machines only, and judges what they answer."""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address

import pytest

from aict.links.addresses import is_public
from aict.links.checker import Outcome, Reply, ask, check

PUBLIC = "93.184.215.14"


def at(*addresses):
    return lambda host, port: list(addresses)


def answering(pages: dict):
    """A web of `pages`: (method, url) or url → Reply or exception. What is asked is kept."""
    asked = []

    def asking(method, url, address, timeout):
        asked.append((method, url, address))
        found = pages.get((method, url), pages.get(url))
        if isinstance(found, Exception):
            raise found
        return found

    asking.asked = asked
    return asking


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "172.16.4.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "192.0.2.7", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "::ffff:169.254.169.254"),
    ],
)
def test_private_addresses_are_never_asked(address):
    asking = answering({})
    assert not is_public(ip_address(address))
    assert check("http://piege.example/", asking, at(address)) == Outcome("interdit")
    assert check("http://piege.example/", asking, at(PUBLIC, address)).problem == "interdit"
    assert asking.asked == []


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://site.example/", "file:///etc/passwd", "http://", "http://site.example:8080/"),
        *("http://user:secret@site.example/", "gopher://site.example", "http://site.example:x/"),
    ],
)
def test_other_protocols_ports_and_passwords_are_refused(url):
    asking = answering({})
    assert check(url, asking, at(PUBLIC)).problem == "interdit"
    assert asking.asked == []


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://interne.example/", "http://site.example:22/"]
)
def test_redirects_are_checked_like_the_first_address(target):
    asking = answering({"https://site.example/": Reply(302, target)})

    def resolver(host, port):
        return [PUBLIC] if host == "site.example" else ["127.0.0.1"]

    assert check("https://site.example/", asking, resolver).problem == "interdit"
    assert [url for _method, url, _address in asking.asked] == ["https://site.example/"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Reply(200), Outcome("", 200)),
        (Reply(403), Outcome("", 403)),
        (Reply(404), Outcome("introuvable", 404)),
        (Reply(410), Outcome("introuvable", 410)),
        (Reply(503), Outcome("erreur", 503)),
        (TimeoutError(), Outcome("muet")),
        (ConnectionRefusedError(), Outcome("injoignable")),
        (ssl.SSLCertVerificationError(), Outcome("certificat")),
    ],
)
def test_answers_are_judged(answer, outcome):
    url = "https://site.example/page"
    assert check(url, answering({url: answer}), at(PUBLIC)) == outcome


def test_a_site_that_refuses_head_is_asked_with_get():
    url = "https://site.example/"
    asking = answering({("HEAD", url): Reply(405), ("GET", url): Reply(200)})
    assert check(url, asking, at(PUBLIC)) == Outcome("", 200)
    assert [row[0] for row in asking.asked] == ["HEAD", "GET"]


def test_redirects_end_somewhere():
    pages = {"https://site.example/": Reply(301, "/fr"), "https://site.example/fr": Reply(200)}
    assert check("https://site.example/", answering(pages), at(PUBLIC)) == Outcome("", 200)
    loop = answering({"https://site.example/": Reply(301, "/")})
    assert check("https://site.example/", loop, at(PUBLIC)).problem == "boucle"
    assert len(loop.asked) == 6


def test_a_name_that_does_not_exist_is_unreachable():
    def resolver(host, port):
        raise OSError("unknown")

    assert check("https://nulle-part.example/", answering({}), resolver).problem == "injoignable"


class Site(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_response(301)
        self.send_header("Location", "/é?q=1")
        self.end_headers()

    def do_GET(self):
        self.server.seen = (self.path, self.headers["Host"], self.headers["User-Agent"])
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


def test_one_request_goes_to_the_address_already_checked(monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), Site)
    monkeypatch.setattr("aict.links.checker.PORTS", {"http": server.server_port})
    monkeypatch.setattr("aict.links.checker.Pinned.default_port", server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert ask("HEAD", "http://site.example/", "127.0.0.1").status == 301
        assert ask("GET", "http://site.example/é?q=à", "127.0.0.1").status == 200
        path, host, agent = server.seen
        assert (path, host) == ("/%C3%A9?q=%C3%A0", "site.example")
        assert "AICT-eco" in agent
    finally:
        server.shutdown()
        server.server_close()
