"""A GET or HEAD request that writes to the database is an error: robots and prefetching follow links."""

import re
from functools import lru_cache

from django.db import connection

# Address name → why this one may write while it answers a GET.
GET_MAY_WRITE: dict[str, str] = {
    "mfa_view_recovery_codes": "the library notes that the codes were shown",
    "mfa_download_recovery_codes": "the same",
    "proconnect_callback": "the provider sends the browser back with a GET: that is the protocol",
}
# Tables that any GET may touch: the session of a visitor who arrives, the counters of rate limits.
FREE_TABLES = {"django_session", "cache"}

WRITES = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO)\s+(?:ONLY\s+)?\"?(\w+)"
    r"|\b(procrastinate_defer\w*)",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"'(?:[^']|'')*'|\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b(?:\s+OF\b)?", re.IGNORECASE)


class WriteOnReadError(AssertionError):
    """A GET or HEAD request changed the database."""


@lru_cache(maxsize=4096)
def written_tables(sql: str) -> frozenset[str]:
    """Names of the tables that this statement writes. A lock (`FOR UPDATE`) writes nothing."""
    return frozenset((table or job).lower() for table, job in WRITES.findall(HARMLESS.sub("", sql)))


def refuse_writes(get_response):
    """Middleware: statements of a GET or HEAD request may only read."""

    def middleware(request):
        if request.method not in {"GET", "HEAD"}:
            return get_response(request)

        def guard(execute, sql, params, many, context):
            tables = written_tables(str(sql)) - FREE_TABLES
            match = request.resolver_match
            if tables and (match is None or match.view_name not in GET_MAY_WRITE):
                raise WriteOnReadError(
                    f"GET {request.path} wrote to {', '.join(sorted(tables))}: {sql}"
                )
            return execute(sql, params, many, context)

        with connection.execute_wrapper(guard):
            return get_response(request)

    return middleware
