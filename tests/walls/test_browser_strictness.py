"""The browser's strictness is itself tested, on faulty pages of our own."""

import re

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path

from aict import urls
from tests.people import factories
from tests.waiting import until

PAGES = {
    "clean": "<h1>Bonjour</h1>",
    "inline-script": "<h1>Bonjour</h1><script>document.title = 'x'</script>",
    "inline-style": "<h1 style='color: red'>Bonjour</h1>",
    "other-host": "<h1>Bonjour</h1><img src='https://ailleurs.example/x.png' alt=''>",
    "missing": "<h1>Bonjour</h1><img src='/absente.png' alt=''>",
    "unlabelled": "<h1>Bonjour</h1><input name='q'><font color='#ccc'>Pâle</font>",
}


HEAD = "<!doctype html><html lang=fr><title>Essai</title><link rel=icon href='data:,'>"


@login_not_required
def faulty(request, name):
    return HttpResponse(f"{HEAD}<main>{PAGES[name]}</main>")


def whoami(request):
    return HttpResponse(f"{HEAD}{request.user.email}")


urlpatterns = [
    path("faulty/<name>/", faulty),
    path("whoami/", whoami),
    *urls.urlpatterns,
]
pytestmark = pytest.mark.urls(__name__)


COMPLAINTS = {
    "inline-script": r"inline script.*Content Security Policy",
    "inline-style": r"inline style.*Content Security Policy",
    "other-host": r"another host: https://ailleurs\.example/x\.png",
    "missing": "404",
}


def test_a_clean_page_raises_nothing(page, troubles, live_server, axe):
    page.goto(f"{live_server.url}/faulty/clean/")
    page.wait_for_load_state("networkidle")
    axe(page)
    assert troubles.seen == []


def test_faulty_pages_are_seen(page, troubles, live_server):
    for name, complaint in COMPLAINTS.items():
        page.goto(f"{live_server.url}/faulty/{name}/")
        until(
            page, lambda awaited=complaint: any(re.search(awaited, said) for said in troubles.seen)
        )
    troubles.expect(".")


def test_an_uncaught_error_is_seen(page, troubles, live_server):
    page.goto(f"{live_server.url}/faulty/clean/")
    page.evaluate("setTimeout(() => { throw new Error('cassé') })")
    until(page, lambda: any("cassé" in said for said in troubles.seen))
    troubles.seen.clear()


def test_an_announced_complaint_passes(page, troubles, live_server):
    troubles.expect("status of 404")
    page.goto(f"{live_server.url}/faulty/missing/")
    until(page, lambda: troubles.seen)
    assert troubles.unexpected() == []


def test_axe_fails_on_what_the_page_breaks(page, live_server, axe):
    page.goto(f"{live_server.url}/faulty/unlabelled/")
    for _ in ("first", "with the colours it remembers"):
        with pytest.raises(AssertionError, match=r"(?s)color-contrast.*label") as failure:
            axe(page)
        assert 'name="q"' in str(failure.value)


def test_signing_in_opens_a_session(page, live_server, sign_in):
    person = factories.officer(email="agent@collectivite.example")
    sign_in(person)
    page.goto(f"{live_server.url}/whoami/")
    assert "agent@collectivite.example" in page.content()
