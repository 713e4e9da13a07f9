"""`python3 -m aict.boot run|test|check|verify|setup`: readable by any Python 3, to refuse an old one politely."""

import os
import shutil
import sys

OLDEST = (3, 11)


def newer_python():
    """Path of a Python that is recent enough, or None."""
    for minor in range(15, OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found:
            return found
    return None


def main(arguments, version=sys.version_info[:2]):
    """Hand over to the order named by the first argument; the result is the exit code."""
    if version < OLDEST:
        found = newer_python()
        if found:
            os.execv(found, [found, "-m", "aict.boot"] + arguments)
        told = (version[0], version[1], OLDEST[0], OLDEST[1])
        sys.stderr.write(
            "Python %d.%d est trop ancien : il faut Python %d.%d ou plus récent "
            "(donnez son nom ainsi : « make run PYTHON=python3.12 »).\n" % told
        )
        return 1
    from aict.boot import orders

    return orders.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
