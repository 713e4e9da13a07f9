"""The worker, for a moment."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, connections
from procrastinate.contrib.django import app


def work() -> None:
    """Every job that is due, in a thread of its own: another test may have left a loop running."""
    with ThreadPoolExecutor(1) as alone:
        alone.submit(work_here).result()


def work_here() -> None:
    try:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    finally:
        connections.close_all()


def forget_jobs() -> None:
    """What other tests committed is not part of this story: these tables are never emptied."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
