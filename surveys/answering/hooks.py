"""What rooms above do when a response leaves a device, or is erased: they know invitations, this room does not."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from surveys.models import Response, Survey

# Called after the response is kept, in a transaction of its own, with the page to be returned:
# it may carry cookies. Nothing of the response is told.
Sent = Callable[[HttpRequest, HttpResponse, Survey], None]
SENT: list[Sent] = []


def on_sent(effect: Sent) -> None:
    SENT.append(effect)


def tell_sent(request: HttpRequest, answer: HttpResponse, survey: Survey) -> None:
    for effect in SENT:
        effect(request, answer, survey)


# Called before the response is erased, in the same transaction.
Erased = Callable[[Response], None]
ERASED: list[Erased] = []


def on_erased(effect: Erased) -> None:
    ERASED.append(effect)


def tell_erased(response: Response) -> None:
    for effect in ERASED:
        effect(response)
