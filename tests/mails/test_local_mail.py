"""The mails of development: readable, powerless, absent from production."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, get_connection

from aict import mailbox
from tests.laws.sources import BASE

LIST = "/compte/courrier-local/"


@pytest.fixture
def sent(settings, tmp_path):
    """Write a mail down; gives its name."""
    settings.LOCAL_MAIL_ROOT = tmp_path

    def send(subject="Bonjour à tous", text="Lisez\nhttp://exemple.example/suite", html=""):
        connection = get_connection("aict.mailbox.Backend")
        mail = EmailMultiAlternatives(subject, text, to=["a@b.example"], connection=connection)
        if html:
            mail.attach_alternative(html, "text/html")
        assert mail.send() == 1
        return mailbox.letters()[0].name

    return send


def test_the_list_then_the_message_in_text_and_html(db, client, sent):
    name = sent(html="<p>Bonjour <b>Éliane</b></p>")
    assert "Bonjour à tous" in client.get(LIST).text
    page = client.get(f"{LIST}{name}/").text
    assert 'href="http://exemple.example/suite"' in page
    shown = client.get(f"{LIST}{name}/html/")
    assert "<b>Éliane</b>" in shown.text
    assert shown["Content-Security-Policy"].startswith("sandbox")


def test_a_mail_is_shown_never_obeyed(db, client, sent):
    name = sent(subject="<script>x()</script>", text="<img src=x onerror=y()>")
    for address in (LIST, f"{LIST}{name}/"):
        assert "<script>x" not in client.get(address).text
        assert "<img src=x" not in client.get(address).text
    assert client.get(f"{LIST}{name}/html/").status_code == 404


def test_nothing_yet(db, client, settings, tmp_path):
    settings.LOCAL_MAIL_ROOT = tmp_path
    assert "Aucun message" in client.get(LIST).text


@pytest.mark.parametrize("name", ["..", "secret-key", "20260101000000-zzzzzzzzzzzz", "x"])
def test_no_other_file_is_read(db, client, name):
    assert client.get(f"{LIST}{name}/").status_code == 404


def test_only_the_last_ones_are_kept(sent, monkeypatch):
    monkeypatch.setattr(mailbox, "KEPT", 2)
    for number in range(4):
        sent(subject=f"Message {number}")
    assert len(mailbox.letters()) == 2


def test_production_has_neither_the_pages_nor_the_box(db, client, settings, sent):
    name = sent()
    settings.LOCAL_MAIL = False
    for address in (LIST, f"{LIST}{name}/", f"{LIST}{name}/html/"):
        assert client.get(address).status_code == 404
    with pytest.raises(ImproperlyConfigured):
        get_connection("aict.mailbox.Backend")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DEBUG": "False"}, "False django.core.mail.backends.console.EmailBackend"),
        # A public demonstration would show sign-in codes to everybody.
        (
            {"DEBUG": "False", "DEMO": "True"},
            "False django.core.mail.backends.console.EmailBackend",
        ),
        ({"DEBUG": "True"}, "True aict.mailbox.Backend"),
        (
            {"DEBUG": "True", "EMAIL_URL": "smtp://u:p@mail.example:587/?tls=True"},
            "False django.core.mail.backends.smtp.EmailBackend",
        ),
        (
            {"DEBUG": "False", "EMAIL_BACKEND": "anymail.backends.brevo.EmailBackend"},
            "False anymail.backends.brevo.EmailBackend",
        ),
    ],
)
def test_settings_choose_the_way_mails_leave(environment, expected):
    surroundings = {
        "DATABASE_URL": "postgres://localhost/x",
        "SECRET_KEY": "x",
        "ALLOWED_HOSTS": "x",
    }
    code = "from aict import settings as s; print(s.LOCAL_MAIL, s.EMAIL_BACKEND)"
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=BASE,
        env={"PATH": os.environ["PATH"]} | surroundings | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == expected
