"""What pages never need is not loaded with the site: each library here is imported by the function that uses it."""

import os
import subprocess
import sys

from tests.laws.sources import BASE

HEAVY = {
    "PIL",
    "anymail",
    "cryptography",
    "docx",
    "fido2",
    "icalendar",
    "jwt",
    "lxml",
    "openpyxl",
    "typst",
    "xlsxwriter",
}
START = """
import sys
import aict.wsgi
print(*sorted(set(sys.modules) & set(sys.argv[1:])))
"""


def test_the_site_starts_without_the_libraries_of_rare_pages():
    settings = {
        "DATABASE_URL": "postgresql://nobody@localhost/none",
        "DEBUG": "False",
        "SECRET_KEY": "fifty-characters-that-keep-the-checks-of-django-quiet",
        "DJANGO_SETTINGS_MODULE": "aict.settings",
        "PYTHONWARNINGS": "ignore:No directory at",
    }
    started = subprocess.run(
        [sys.executable, "-c", START, *sorted(HEAVY)],
        cwd=BASE,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert started.stdout.split() == []
