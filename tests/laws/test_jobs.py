"""Every job that is written is known to the worker: a module nobody imports would never run."""

import re

from procrastinate.contrib.django import app

from tests.laws.sources import BASE, CODE, python_files

NAMED = re.compile(r"@app\.task\([^)]*?name=\"([\w.]+)\"", re.DOTALL)


def test_the_worker_knows_every_job():
    written = {
        name for file in python_files(*CODE, base=BASE) for name in NAMED.findall(file.read_text())
    }
    assert len(written) > 10
    assert written - set(app.tasks) == set()
