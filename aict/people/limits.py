"""How often the same caller may do the same thing. Counts live in the cache shared by every process."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse


def limited(request: HttpRequest, key: str, rate: str, whom: str = "") -> HttpResponse | None:
    """Count one use of `key` by this caller. Returns None while `rate` ("5/m" per address,
    "20/h/user" per account, "10/d/key" whoever asks it for `whom`) is respected, then the 429 page to
    answer with:

        if refused := limited(request, "signaler", "5/m"):
            return refused
    """
    rates = {key: rate}
    if ratelimit.consume(request, app="aict", action=key, config=rates, key=whom, limit_get=True):
        return None
    return ratelimit.respond_429(request)
