"""The browser's strictness is itself tested, on faulty pages of our own."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path

from aict import urls
from tests.people import factories

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


def complaints(page, troubles, live_server, name):
    page.goto(f"{live_server.url}/faulty/{name}/")
    page.wait_for_load_state("networkidle")
    found, troubles.seen = troubles.seen, []
    return found


def test_a_clean_page_raises_nothing(page, troubles, live_server, axe):
    assert complaints(page, troubles, live_server, "clean") == []
    axe(page)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("inline-script", "Content Security Policy"),
        ("inline-style", "Content Security Policy"),
        ("other-host", "another host: https://ailleurs.example/x.png"),
        ("missing", "404"),
    ],
)
def test_a_faulty_page_is_seen(page, troubles, live_server, name, complaint):
    assert any(complaint in said for said in complaints(page, troubles, live_server, name))


def test_an_uncaught_error_is_seen(page, troubles, live_server):
    complaints(page, troubles, live_server, "clean")
    page.evaluate("setTimeout(() => { throw new Error('cassé') })")
    page.wait_for_timeout(200)
    assert [said for said in troubles.seen if "cassé" in said]
    troubles.seen.clear()


def test_an_announced_complaint_passes(page, troubles, live_server):
    troubles.expect("status of 404")
    page.goto(f"{live_server.url}/faulty/missing/")
    page.wait_for_load_state("networkidle")
    assert troubles.seen
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
