from django.conf import settings
from django.db import OperationalError
from django.db.backends.postgresql import base

from aict.db import rendering
from aict.embedded_pg import EmbeddedPostgresError, Server

rendering.install()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend, whose server is started by the first connection that needs it."""

    def get_connection_params(self):
        try:
            Server(settings.EMBEDDED_PG_ROOT).ensure()
        except EmbeddedPostgresError as error:
            raise OperationalError(str(error)) from error
        return super().get_connection_params()
