"""A mail server that is down, then up: jobs wait in the database, nothing is lost, nothing twice."""

import socket
import socketserver
import threading

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.people.models import PeopleEntry
from aict.people.tasks import tell as tell_people
from partnerships.introductions import gate
from partnerships.introductions.permissions import Who
from tests.mails import working
from tests.mails.working import work
from tests.partnerships import introductions
from tests.partnerships.actors import RELAY
from tests.people import factories as people

pytestmark = pytest.mark.django_db(transaction=True)


class Sink(socketserver.StreamRequestHandler):
    """Just enough SMTP to take mails."""

    def handle(self):
        self.say("220 puits")
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("DATA"):
                self.say("354 allez-y")
                lines = []
                while (read := self.rfile.readline()) != b".\r\n":
                    lines.append(read)
                self.server.taken.append(b"".join(lines).decode())
            elif word.startswith("RCPT"):
                self.server.recipients.append(line.split("<")[1].rstrip(">"))
            self.say("221 au revoir" if word.startswith("QUIT") else "250 bien")
            if word.startswith("QUIT"):
                return

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def smtp(settings):
    """A free port nobody listens to yet; call it to open a server there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    opened = []

    def open_server():
        socketserver.TCPServer.allow_reuse_address = True
        server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Sink)
        server.taken, server.recipients = [], []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        opened.append(server)
        return server

    yield open_server
    for server in opened:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def _no_other_job(transactional_db):
    working.forget_jobs()


def now() -> None:
    """Let what waits for another try be due."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def waiting() -> int:
    return ProcrastinateJob.objects.filter(status="todo").count()


def test_nothing_is_lost_while_the_mail_server_is_down(smtp):
    made = introductions.need()
    gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))
    entry = PeopleEntry.objects.create(person=people.officer(), action="confirmed")
    tell_people(entry)
    work()
    made.refresh_from_db()
    assert made.state == "sent"
    assert waiting() == 3
    server = smtp()
    now()
    work()
    assert waiting() == 0
    assert sorted(server.recipients) == sorted([RELAY, made.requester.email, entry.person.email])
    now()
    work()
    assert len(server.taken) == 3
