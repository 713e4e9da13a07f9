"""The database dies while people write: what was said to be saved is there, and nothing is half-written."""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from aict.backup.programs import find, on_our_database
from aict.embedded_pg import Server
from tests.laws.sources import BASE

# An officer who writes without a pause, through the real views; says what was answered.
WRITER = """
import django
from django.conf import settings
# Here the plug is pulled: commits wait for the disk, as they do on line.
del settings.DATABASES["default"]["OPTIONS"]["options"]
django.setup()
from uuid import uuid4
from django.test import Client
from aict.moderation.models import Contribution
from tests.people import factories as people
from tests.practices import workflow

officer = people.officer()
client = Client(raise_request_exception=False)
client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
answers = workflow.answers()
while True:
    token = str(uuid4())
    done = client.post("/pratiques/proposer/", {"token": token, **answers, "action": "save"})
    for lock_no in range(1, 6):
        if done.status_code >= 500:
            raise SystemExit("the database is gone")
        title = f"Titre {lock_no + 1}"
        done = client.post(
            f"/pratiques/{token}/modifier/essentiel/",
            {**answers, "lock_no": str(lock_no), "title": title},
            headers={"X-Autosave": "1"},
        )
        if done.status_code == 200:
            print(token, done.json()["lock_no"], title, sep=";", flush=True)
    if done.status_code == 200:
        done = client.post(f"/contributions/{token}/submit/")
        if done.status_code == 302:
            print(token, "submitted", "", sep=";", flush=True)
"""
HALF_WRITTEN = {
    "a contribution without a text": """SELECT count(*) FROM moderation_contribution c WHERE NOT EXISTS
        (SELECT FROM moderation_revision r WHERE r.contribution_id = c.id)""",
    "a contribution without a team": """SELECT count(*) FROM moderation_contribution c WHERE NOT EXISTS
        (SELECT FROM moderation_contribution_editors e WHERE e.contribution_id = c.id)""",
    "a headline that is not the text's": """SELECT count(*) FROM moderation_contribution c
        JOIN moderation_revision r ON r.contribution_id = c.id WHERE c.title <> r.data ->> 'title'""",
    "a state without its journal": """SELECT count(*) FROM moderation_contribution c WHERE c.state <> 'draft'
        AND NOT EXISTS (SELECT FROM moderation_journalentry j
                        WHERE j.contribution_id = c.id AND j.target = c.state)""",
    "a journal without its state": """SELECT count(*) FROM moderation_journalentry j
        JOIN moderation_contribution c ON c.id = j.contribution_id WHERE j.target <> c.state""",
    "a submission without its number": """SELECT count(*) FROM moderation_contribution c
        JOIN moderation_revision r ON r.contribution_id = c.id
        WHERE (c.state = 'submitted') <> (r.number IS NOT NULL)""",
    "a submission nobody will be told of": """SELECT abs(
        (SELECT count(*) FROM moderation_journalentry)
        - (SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'moderation.mails'))""",
}


@pytest.fixture
def server(open_path, transactional_db):
    """A server of its own, with the tables of the tests."""
    own = Server(open_path / "postgresql")
    own.ensure()
    dump, environment = on_our_database(find("pg_dump"))
    tables = subprocess.run(dump, env=environment, capture_output=True, check=True).stdout
    connection.close()
    psql = [find("psql"), "-q", "-h", own.socket_dir, "-U", "aict", "-d", "aict"]
    # What another test of this process committed is not part of this story.
    empty = b"TRUNCATE public.moderation_contribution, public.procrastinate_jobs CASCADE;"
    for sql in (tables, empty):
        subprocess.run([*psql, "-v", "ON_ERROR_STOP=1"], input=sql, capture_output=True, check=True)
    yield own
    own._leave()
    own.stop()


def writer(server) -> subprocess.Popen:
    host = quote(str(server.socket_dir), safe="")
    return subprocess.Popen(
        [sys.executable, "-c", WRITER],
        cwd=BASE,
        env=os.environ
        | {
            "DATABASE_URL": f"postgres://aict@{host}/aict",
            "DATABASE_POOL": "False",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DEBUG": "True",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def killed_while_writing(server, lines: int) -> list[list[str]]:
    """What the officer was told before the server died under her hands."""
    process = writer(server)
    said = [process.stdout.readline() for _ in range(lines)]
    os.kill(server.postmaster()[0], signal.SIGKILL)
    rest, trouble = process.communicate(timeout=30)
    assert process.returncode == 1, trouble
    return [line.split(";") for line in [*said, *rest.splitlines()] if line.strip()]


def test_what_was_said_to_be_saved_survives_a_kill(server):
    told = killed_while_writing(server, 9)
    assert len(told) >= 9
    started = time.monotonic()
    server.ensure()
    assert time.monotonic() - started < 15
    with psycopg.connect(host=str(server.socket_dir), user="aict", dbname="aict") as again:
        for token, what, title in told:
            number, state, lock_no, kept = again.execute(
                """SELECT r.number, c.state, r.lock_no, r.data ->> 'title' FROM moderation_contribution c
                JOIN moderation_revision r ON r.contribution_id = c.id WHERE c.token = %s""",
                [token],
            ).fetchone()
            if what == "submitted":
                assert (number, state) == (1, "submitted")
            else:
                assert lock_no > int(what) or (lock_no, kept) == (int(what), title.strip())
        wrong = {words: again.execute(sql).fetchone()[0] for words, sql in HALF_WRITTEN.items()}
    assert {words: count for words, count in wrong.items() if count} == {}
