"""Every address that takes a form, sent what no form of ours sends: refused in words, nothing stored."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test.client import MULTIPART_CONTENT
from django.urls import reverse

from aict.moderation.models import Attachment, Contribution
from tests.laws import access_table
from tests.laws.all_access import ROWS
from tests.laws.shared_world import arguments, browser, by_factory, cookies, fixtures
from tests.practices import workflow
from tests.strict.reads import FREE_TABLES, written_tables
from tests.trouble.odd import EVERY, address, begun_everywhere, drawn, indecent, rows, who_reaches

lasting_world, world = fixtures()
__all__ = ["arguments", "cookies"]
# Every name a form of ours reads somewhere.
NAMES = """
token lock_no action add remove title teaser summary territory countries modalities nature category
objectives-TOTAL_FORMS objectives-0-text transition expected comment note email name role confirm
corrections-TOTAL_FORMS corrections-0-field corrections-0-reason corrections-0-comment remove_file
service reason login password code id document-name image-alt website message address next version go
r-level r-several r-grid.a r-best.1 r-size r-count r-words key organisation questions column_1 theme
texte raison commentaire pourquoi lignes header lu publier organisation level public_note
""".split()
FORM = "application/x-www-form-urlencoded"
BODIES = {
    "nothing": (b"", FORM),
    "NUL everywhere": ("&".join(f"{n}=a%00b" for n in NAMES).encode(), FORM),
    "not UTF-8": ("&".join(f"{n}=%FF%ED%A0%80" for n in NAMES).encode(), FORM),
    "huge numbers": ("&".join(f"{n}={'9' * 40}" for n in NAMES).encode(), FORM),
    "negative": ("&".join(f"{n}=-1" for n in NAMES).encode(), FORM),
    "HTML": ("&".join(f"{n}=<script>alert(1)</script>" for n in NAMES).encode(), FORM),
    "lists": ("&".join(f"{n}=1&{n}=2&{n}[]=3" for n in NAMES).encode(), FORM),
    "JSON": (b'{"title": ["\\u0000"], "lock_no": {}}', "application/json"),
    "broken JSON": (b'{"title": ', "application/json"),
    "an unknown type": (b"\x00\xff" * 40, "application/x-zzz"),
    "an unknown charset": (b"title=a", f"{FORM}; charset=klingon"),
    "multipart without boundary": (b"--x\r\n", "multipart/form-data"),
    "broken multipart": (
        b"--x\r\nContent-Disposition: form-data\r\n",
        "multipart/form-data; boundary=x",
    ),
    "a file without end": (
        b'--x\r\nContent-Disposition: form-data; name="document-file"; filename="\x00../a.pdf"\r\n\r\n%PDF',
        "multipart/form-data; boundary=x",
    ),
    "two thousand names": ("&".join(f"n{n}=1" for n in range(2_000)).encode(), FORM),
    "six megabytes": (b"title=" + b"x" * 6 * 1024 * 1024, FORM),
}
TAKES_FORMS = [
    name
    for name in rows()
    if not name.startswith(("mfa_", "socialaccount_", "proconnect_", "api:"))
    and ROWS.get(f"POST {name}", ROWS.get(name))[0] != "officers_key"
]
ENTRANCE = {
    name
    for name in TAKES_FORMS
    if ROWS.get(name, ("", ""))[1] == access_table.ENTRANCE or "reset" in name or "code" in name
}
# The answer when a form is posted where there is none.
NO_FORM = 405


@contextmanager
def writes():
    """The tables written meanwhile, sessions and counters left aside."""
    seen: set[str] = set()

    def note(execute, sql, params, many, context):
        seen.update(written_tables(str(sql)) - FREE_TABLES)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


@contextmanager
def undone():
    """What one request did is not seen by the next."""
    place = transaction.savepoint()
    yield
    transaction.savepoint_rollback(place)


# Mail programs press their button without a cookie (RFC 8058); the address itself is signed. So is
# that of a shared dossier, whose reading is counted without any cookie.
KEYLESS = {"alerts:stop", "campaign:stop", "funding:stop", "shared_dossier_opened"}


def refused_without_its_key(cookies, where: str) -> None:
    """In French, and nothing changes."""
    client = browser(cookies, "officer", raise_request_exception=False, enforce_csrf_checks=True)
    for fields in ({}, {"csrfmiddlewaretoken": "\x00é"}):
        with writes() as written:
            answer = client.post(where, fields)
        assert answer.status_code in {403, NO_FORM}
        assert answer.status_code == NO_FORM or "Votre session a expiré" in answer.text
        assert written == set()


@EVERY
@pytest.mark.parametrize(
    ("arguments", "name"),
    by_factory({name: rows()[name] for name in TAKES_FORMS}),
    indirect=["arguments"],
)
def test_an_odd_body_is_answered_or_refused_in_french(world, cookies, arguments, name, every):
    role = "visitor" if name in ENTRANCE else who_reaches(name)
    client, found = browser(cookies, role, raise_request_exception=False), []
    where = reverse(name, kwargs=arguments)
    if name not in KEYLESS:
        refused_without_its_key(cookies, where)
    client.cookies.load(begun_everywhere())
    for label, (body, kind) in drawn(name, BODIES, every).items():
        with undone():
            answer = client.generic("POST", where, body, kind)
        if answer.status_code == NO_FORM:
            break
        if wrong := indecent(answer):
            found.append(f"{label}: {wrong}")
    assert found == []


def bodies_for(contribution: Contribution) -> list[dict]:
    """What its own team would send."""
    attachment = contribution.attachments.first()
    return [
        {"lock_no": "1", "title": "Pris", **workflow.answers(), "action": "save"},
        {"token": str(contribution.token), **workflow.answers(), "action": "continue"},
        {"email": "autre@collectivite.example"},
        {
            "transition": "accept",
            "expected": "1",
            "corrections-TOTAL_FORMS": "0",
            "corrections-INITIAL_FORMS": "0",
        },
        {"comment": "Parce que.", "note": "Rien."},
        {"remove_file": str(attachment.token) if attachment else ""},
    ]


OWNED = [
    *("practices:propose", "practices:edit", "practices:edit_part", "practices:check"),
    *("moderation:contribution", "moderation:files", "moderation:change", "moderation:restore"),
    *("moderation:add_editor", "moderation:leave", "moderation:decide", "moderation:review"),
    *("people:leave", "people:confirm", "people:refuse", "people:change_role"),
]


@pytest.mark.parametrize("name", OWNED)
def test_an_officer_of_elsewhere_changes_nothing_with_a_real_body(world, cookies, name):
    where = address(name, world)
    contribution = Contribution.objects.order_by("pk").last() or workflow.draft(world.officer)
    Attachment.objects.create(
        contribution=contribution,
        kind="document",
        file="a.pdf",
        content_type="application/pdf",
        size=1,
        name="a",
    )
    client = browser(cookies, "other", raise_request_exception=False)
    for body in bodies_for(contribution):
        if name == "practices:propose" and "token" not in body:
            continue
        for headers in ({}, {"X-Autosave": "1"}):
            with writes() as written:
                answer = client.post(where, body, headers=headers, content_type=MULTIPART_CONTENT)
            assert answer.status_code in {403, 404, NO_FORM}, body
            assert written == set()
