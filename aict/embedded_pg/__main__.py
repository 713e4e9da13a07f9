"""`python -m aict.embedded_pg stop|stop-if-unused|status|erase`."""

import shutil
import sys

from aict.embedded_pg import DEFAULT_ROOT, EmbeddedPostgresError, Server

ORDERS = ("stop", "stop-if-unused", "status", "erase")


def main(arguments: list[str]) -> int:
    """Carry out one order and say what happened; the result is the exit code."""
    if len(arguments) != 1 or arguments[0] not in ORDERS:
        print(f"Usage : python -m aict.embedded_pg {' | '.join(ORDERS)}", file=sys.stderr)
        return 2
    server = Server(DEFAULT_ROOT)
    if arguments == ["status"]:
        pid, state = server.postmaster()
        print(
            f"PostgreSQL embarqué : {state} (processus {pid}, {server.home})"
            if pid
            else "PostgreSQL embarqué : arrêté"
        )
        return 0 if pid else 3
    stopped = server.stop(only_if_unused=arguments == ["stop-if-unused"])
    if stopped:
        print("PostgreSQL embarqué arrêté.")
    if arguments == ["erase"]:
        shutil.rmtree(server.home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except EmbeddedPostgresError as error:
        sys.exit(str(error))
