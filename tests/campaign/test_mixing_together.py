"""Mixing while somebody types: who saves waits, and nothing is lost."""

from threading import Event, Thread
from time import sleep

import pytest
from django.db import connection, transaction

from surveys import mixing
from surveys.models import Response
from tests.surveys import making

pytestmark = pytest.mark.django_db(transaction=True)
LONG = 10


def meanwhile(work) -> Thread:
    def alone():
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=alone)
    thread.start()
    return thread


def wait_for_waiter() -> None:
    """Until somebody waits for a lock."""
    with connection.cursor() as cursor:
        for _try in range(100 * LONG):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            sleep(0.01)
    raise AssertionError("nobody waits")


@pytest.fixture
def response():
    making.sent(making.survey(state="open"), {"level": "o1"})
    return Response.objects.get()


def test_what_is_being_saved_is_kept(response):
    with transaction.atomic():
        Response.objects.select_for_update().get(pk=response.pk)
        mixer = meanwhile(lambda: mixing.mix(response.survey))
        wait_for_waiter()
        response.draft = {"words": "tapé pendant le mélange"}
        response.save(update_fields=["draft"])
    mixer.join(LONG)
    assert Response.objects.get().draft == response.draft
    assert mixing.is_mixed(response.survey)


def test_who_saves_during_the_mixing_waits_for_its_end(response):
    mixed, seen = Event(), Event()

    def slowly():
        with transaction.atomic():
            mixing.mix(response.survey)
            mixed.set()
            seen.wait(LONG)

    def save():
        response.draft = {"words": "tapé pendant le mélange"}
        response.save(update_fields=["draft"])

    mixer = meanwhile(slowly)
    mixed.wait(LONG)
    writer = meanwhile(save)
    wait_for_waiter()
    # Reading never waits.
    assert Response.objects.get().draft == {}
    seen.set()
    for thread in (mixer, writer):
        thread.join(LONG)
    assert Response.objects.get().draft == {"words": "tapé pendant le mélange"}
