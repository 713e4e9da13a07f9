"""The orders of the Makefile, and how trouble is told: one French sentence, no traceback."""

import errno
import sys
from collections.abc import Callable

from aict.boot import checks, serve, suites, surroundings
from aict.boot.telling import ProblemError
from aict.embedded_pg import EmbeddedPostgresError

ORDERS: dict[str, Callable[[list[str]], int]] = {
    "run": serve.run,
    "setup": lambda arguments: surroundings.make_ready(tests=True),
    "test": suites.test,
    "verify": suites.verify,
    "check": checks.check,
}


def main(arguments: list[str]) -> int:
    order = ORDERS.get(arguments[0] if arguments else "")
    if order is None:
        print(f"Ordres connus : {', '.join(ORDERS)}.", file=sys.stderr)
        return 2
    try:
        return order(arguments[1:])
    except (ProblemError, EmbeddedPostgresError) as problem:
        print(f"\n{problem}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        return 130
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print("\nLe disque est plein : libérez de la place puis recommencez.", file=sys.stderr)
    return 1
