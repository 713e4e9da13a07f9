"""The mails of development, to read without a mail server. These addresses do not exist in production."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aict import mailbox

# What a mail may do when it is shown as a page: nothing but its own styles.
NO_POWER = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def development_only() -> None:
    if not settings.LOCAL_MAIL:
        raise Http404("Le courrier local n’existe qu’en développement.")


@login_not_required
@never_cache
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """Without account: the code one needs to sign in is here."""
    development_only()
    return render(request, "pages/local_mails.html", {"letters": mailbox.letters()})


@login_not_required
@never_cache
@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "pages/local_mail.html", {"letter": found(name)})


@login_not_required
@never_cache
@require_safe
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """Its HTML as a mail program would show it, without any power."""
    html = found(name).html
    if not html:
        raise Http404("Ce message n’a pas de version HTML.")
    return HttpResponse(html, headers={"Content-Security-Policy": NO_POWER})


def found(name: str) -> mailbox.Letter:
    development_only()
    letter = mailbox.letter(name)
    if letter is None:
        raise Http404("Ce message n’est plus là.")
    return letter
