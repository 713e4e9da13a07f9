"""What is asked at each request is planned once per connection: planning takes five times as long as
reading three rows by their keys. See docs/decisions/requetes-preparees.md."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper


@contextmanager
def cursor() -> Iterator[CursorWrapper]:
    """As `connection.cursor()`; its statements are prepared. Few and constant texts only."""
    connection.ensure_connection()
    connection.connection.prepare_threshold = 0
    raw = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]
    # Django's own wrapper: it counts and times what is asked, and tells errors in its words.
    with connection._prepare_cursor(raw) as found:  # type: ignore[attr-defined]
        yield found
