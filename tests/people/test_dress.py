"""Nothing of allauth's own looks or words can reach the screen."""

from pathlib import Path

import allauth
import pytest
from django.conf import settings
from django.template.loader import get_template
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

THEIRS = Path(allauth.__file__).parent / "templates"
OURS = str(settings.BASE_DIR / "templates")
# Their template → why it is never shown, or why theirs will do.
NEVER_SHOWN = {
    "account/email.html": "one address per account: email_change.html",
    "account/email_confirm.html": "addresses are verified by code",
    "account/verification_sent.html": "addresses are verified by code",
    "account/verified_email_required.html": "nobody enters unverified",
    "account/password_reset_done.html": "passwords are replaced by code",
    "account/signup_closed.html": "sign-up is open",
    "account/signup_by_passkey.html": "a passkey is added once inside",
    "account/phone_change.html": "no telephone",
    "account/base_manage_phone.html": "no telephone",
    "account/confirm_phone_verification_code.html": "no telephone",
    "account/snippets/already_logged_in.html": "only where passwords are replaced by link",
    "account/snippets/warn_no_email.html": "nobody is without an address",
    "mfa/trust.html": "no browser is trusted longer",
    "mfa/webauthn/signup_form.html": "a passkey is added once inside",
    "socialaccount/login.html": "a link goes straight to ProConnect",
    "socialaccount/login_redirect.html": "the session's cookie is lax",
    "socialaccount/snippets/login.html": "people/proconnect_url",
    "socialaccount/snippets/login_extra.html": "people/proconnect_url",
    "socialaccount/snippets/provider_list.html": "people/proconnect_url",
}
NEVER_SENT = {
    "account/email/password_reset_key": "passwords are replaced by code",
    "account/messages/cannot_delete_primary_email": "one address per account",
    "account/messages/primary_email_set": "one address per account",
    "account/messages/unverified_primary_email": "one address per account",
    "account/messages/phone_verification_sent": "no telephone",
    "account/messages/phone_verified": "no telephone",
    "socialaccount/messages/account_connected_updated": "extends ours",
}
# Mere `extends` of a layout, which is ours.
BARE = "base_"


def theirs(suffix):
    for folder in ("account", "mfa", "socialaccount"):
        for file in sorted((THEIRS / folder).rglob(f"*{suffix}")):
            yield str(file.relative_to(THEIRS))


def is_ours(name) -> bool:
    return get_template(name).origin.name.startswith(OURS)


def test_every_page_is_ours():
    foreign = {name for name in theirs(".html") if not is_ours(name)}
    bare = {
        name for name in foreign if Path(name).name.startswith(BARE) or name.endswith("/base.html")
    }
    for name in bare:
        assert len((THEIRS / name).read_text().splitlines()) <= 5
    assert foreign - bare == set(NEVER_SHOWN) - bare


def test_every_message_is_ours():
    foreign = {name for name in theirs(".txt") if not is_ours(name)}
    known = {name for name in foreign if any(name.startswith(start) for start in NEVER_SENT)}
    assert foreign - known == {"mfa/recovery_codes/download.txt"}  # bare codes, one a line


@pytest.mark.parametrize("application", ["account", "mfa", "socialaccount"])
def test_every_address_of_theirs_is_ours(application):
    names = set(named(get_resolver(f"allauth.{application}.urls")))
    assert names
    assert {name for name in names if not exists(name)} == set()


def named(resolver):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            if entry.name:
                yield entry.name
        else:
            yield from named(entry)


def exists(name) -> bool:
    for arguments in ({}, {"pk": 1}):
        try:
            assert reverse(name, kwargs=arguments).startswith("/compte/")
        except NoReverseMatch:
            continue
        return True
    return False


@pytest.mark.parametrize("name", ["account/email/login_code", "account/email/unknown_account"])
def test_subjects_hold_on_one_line(name):
    subject = get_template(f"{name}_subject.txt").render({}).strip()
    assert subject
    assert "\n" not in subject
