"""How often the same caller may do the same thing. Counts live in the cache shared by every process."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse


def limited(request: HttpRequest, key: str, rate: str) -> HttpResponse | None:
    """Count one use of `key` by this caller. Returns None while `rate` ("5/m" per address,
    "20/h/user" per account) is respected, then the 429 page to answer with:

        if refused := limited(request, "signaler", "5/m"):
            return refused
    """
    if ratelimit.consume(request, app="aict", action=key, config={key: rate}, limit_get=True):
        return None
    return ratelimit.respond_429(request)
