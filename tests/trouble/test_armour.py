"""What every answer carries to protect its reader, and what a signed link can and cannot open."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.core import signing
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aict.moderation.models import Attachment
from aict.moderation.preview_links import DAYS, preview_key
from aict.pages import home
from tests.people import factories as people
from tests.practices import factories as practices
from tests.practices import workflow

BACKEND = "django.contrib.auth.backends.ModelBackend"


def answers(client) -> dict:
    """One answer of each kind the site gives."""
    slug = practices.practice().slug
    draft = workflow.draft(people.officer())
    member = Client()
    member.force_login(draft.editors.get(), BACKEND)
    locked = Client(enforce_csrf_checks=True)
    return {
        "a page": client.get("/pratiques/"),
        "a member's page": member.get(f"/pratiques/{draft.token}/modifier/"),
        "a preview": client.get(reverse("moderation:shared_preview", args=[preview_key(draft)])),
        "a redirection": client.get("/compte/"),
        "a PDF": client.get(f"/pratiques/{slug}/brief.pdf"),
        "a CSV": client.get("/pratiques/?format=csv"),
        "a feed": client.get("/pratiques/flux.atom"),
        "JSON": client.get("/api/v1/pratiques/"),
        "suggestions": client.get("/territoires/chercher/?q=gre"),
        "400": client.get("/pratiques/?page=-1"),
        "403": member.get("/moderation/"),
        "403 of a form": locked.post("/compte/connexion/", {}),
        "404": client.get("/pratiques/rien/"),
        "404 of nowhere": client.get("/nulle-part/"),
        "405": client.post("/pratiques/"),
        "autosave": member.post(
            f"/pratiques/{draft.token}/modifier/", {"lock_no": "0"}, headers={"X-Autosave": "1"}
        ),
    }


def unarmoured(response) -> list[str]:
    headers = response.headers
    policy = headers.get("Content-Security-Policy", "")
    expected = {
        "Content-Security-Policy": "default-src" in policy and "unsafe" not in policy,
        "X-Frame-Options": headers.get("X-Frame-Options") == "DENY",
        "X-Content-Type-Options": headers.get("X-Content-Type-Options") == "nosniff",
        "Referrer-Policy": headers.get("Referrer-Policy") == "same-origin",
        "Cross-Origin-Opener-Policy": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
    }
    return [name for name, right in expected.items() if not right]


def test_every_kind_of_answer_is_armoured(client, db, monkeypatch):
    client.raise_request_exception = False
    found = answers(client)
    monkeypatch.setattr(home, "latest", lambda: 1 / 0)
    found["500"] = client.get("/")
    assert found["500"].status_code == 500
    assert "ZeroDivisionError" not in found["500"].content.decode()
    assert {kind: lacks for kind, answer in found.items() if (lacks := unarmoured(answer))} == {}


def test_what_is_personal_is_kept_by_nobody(client, db):
    found = answers(client)
    assert "no-store" in found["a preview"]["Cache-Control"]
    assert found["a preview"]["X-Robots-Tag"] == "noindex"
    for kind in ("a member's page", "403", "autosave"):
        assert "Cookie" in found[kind].get("Vary", ""), kind


def test_cookies_are_out_of_reach(client, db):
    officer = people.officer()
    client.get("/compte/connexion/")
    client.post("/compte/connexion/", {"login": officer.email, "password": people.PASSWORD})
    session = client.cookies[django_settings.SESSION_COOKIE_NAME]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert client.cookies[django_settings.CSRF_COOKIE_NAME]["samesite"] == "Lax"


def test_in_production_cookies_travel_encrypted_only():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "from aict import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
            " s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.DEBUG, s.DEMO)",
        ],
        cwd=django_settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": "postgres://a@b/c", "SECRET_KEY": "x", "DEBUG": "False"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split() == ["True", "True", "True", "True", "False", "False"]


@pytest.fixture
def draft(db):
    return workflow.draft(people.officer())


def opened(client, key) -> int:
    return client.get(reverse("moderation:shared_preview", args=[key])).status_code


def test_a_preview_link_opens_its_text_and_nothing_else(client, draft):
    key = preview_key(draft)
    assert opened(client, key) == 200
    for address in (
        reverse("moderation:contribution", args=[draft.token]),
        reverse("practices:preview", args=[draft.token]),
        reverse("moderation:versions", args=[draft.token]),
    ):
        assert client.get(f"{address}?apercu={key}").status_code == 302


def test_a_preview_link_opens_the_files_of_its_text_only(client, draft):
    other = workflow.draft(people.officer())
    kept = Attachment.objects.create(
        contribution=draft,
        kind="document",
        file=ContentFile(b"%PDF-", name="bilan.pdf"),
        content_type="application/pdf",
        size=5,
        name="Bilan",
    )
    address = kept.get_absolute_url()
    for key, status in ((preview_key(draft), 200), (preview_key(other), 404), ("x", 404)):
        answer = client.get(address, {"apercu": key})
        assert answer.status_code == status
        answer.getvalue()


def test_no_other_signature_opens_a_preview(client, draft):
    token, key = str(draft.token), preview_key(draft)
    forged = [
        token,
        signing.dumps(token),
        signing.dumps(token, salt="people.export"),
        signing.dumps(token, salt="moderation.preview", key="une autre clé"),
        signing.TimestampSigner().sign(token),
        key[:-1] + ("A" if key[-1] != "A" else "B"),
        key.upper(),
        f"{key}:{key}",
    ]
    assert [opened(client, made) for made in forged] == [404] * len(forged)


def test_a_preview_link_ends(client, draft, monkeypatch):
    key = preview_key(draft)
    late = timezone.now().timestamp() + DAYS * 86_400 + 60
    monkeypatch.setattr(signing.time, "time", lambda: late)
    answer = client.get(reverse("moderation:shared_preview", args=[key]))
    assert answer.status_code == 410
    assert draft.title not in answer.content.decode()


def test_asking_who_has_an_account_is_counted(client, draft):
    client.force_login(draft.editors.get(), BACKEND)
    address = reverse("moderation:add_editor", args=[draft.token])
    statuses = [
        client.post(address, {"email": f"personne{n}@ailleurs.example"}).status_code
        for n in range(21)
    ]
    assert statuses == [302] * 20 + [429]
