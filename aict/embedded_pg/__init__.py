"""A PostgreSQL of our own for development and demonstration, started on first need.

`Server(root).ensure()` returns once a server answers on `Server(root).socket_dir`; every process that called it
holds a lease, and the last one out stops the server. Standard library only: the supervisor of `make run` imports it.
The reasons stand in docs/decisions/0001-embedded-postgresql.md.
"""

from aict.embedded_pg.place import DEFAULT_ROOT, EmbeddedPostgresError
from aict.embedded_pg.server import Server

__all__ = ["DEFAULT_ROOT", "EmbeddedPostgresError", "Server"]
