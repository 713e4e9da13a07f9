"""What those registered are told: what happened, what they may do, the event for their calendar."""

from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from aict.ui.typography import french
from practices.events.calendar import written
from practices.events.enums import Precision, Seat
from practices.events.models import Event, EventMessage, Registration
from practices.events.moments import in_paris, when
from practices.events.reading import where
from practices.events.registering import signed

HELD = frozenset({Seat.REGISTERED, Seat.WAITING})
IN = frozenset({Seat.REGISTERED})


class Words(NamedTuple):
    """Sent to those in one of `states`; `calendar` is the method of what is joined, or ""."""

    states: frozenset[Seat]
    subject: str
    sentence: str
    calendar: str = ""


WORDS = {
    "confirm": Words(frozenset({Seat.PENDING}), "confirmez votre inscription", "Vous avez demandé à vous inscrire. Ouvrez le lien ci-dessous et confirmez : votre place n’est retenue qu’ensuite. Si ce n’est pas vous, ne faites rien."),
    "registered": Words(IN, "vous êtes inscrit·e", "Votre inscription est confirmée.", "PUBLISH"),
    "waiting": Words(frozenset({Seat.WAITING}), "vous êtes sur liste d’attente", "L’événement est complet : vous êtes sur liste d’attente. Si une place se libère, elle vous revient dans l’ordre des demandes, et un message vous le dit."),
    "promoted": Words(IN, "une place s’est libérée", "Une place s’est libérée : vous êtes maintenant inscrit·e. Si vous ne pouvez plus venir, rendez-la : quelqu’un d’autre l’attend.", "PUBLISH"),
    "already": Words(HELD, "vous êtes déjà inscrit·e", "Quelqu’un vient de demander une inscription à votre adresse : elle y est déjà."),
    "left": Words(frozenset({Seat.LEFT}), "inscription annulée", "Votre inscription est annulée. Merci d’avoir prévenu.", "CANCEL"),
    "changed": Words(HELD, "du nouveau", "L’événement auquel vous êtes inscrit·e a changé.", "PUBLISH"),
    "cancelled": Words(HELD, "événement annulé", "L’événement auquel vous êtes inscrit·e est annulé.", "CANCEL"),
    "postponed": Words(HELD, "événement reporté", "L’événement auquel vous êtes inscrit·e est reporté. Votre inscription est gardée : la nouvelle date vous sera écrite.", "CANCEL"),
    "maintained": Words(HELD, "l’événement a bien lieu", "L’événement auquel vous êtes inscrit·e a bien lieu.", "PUBLISH"),
    "withdrawn": Words(HELD, "événement retiré", "L’événement auquel vous êtes inscrit·e est retiré du site : considérez-le comme annulé.", "CANCEL"),
    "reminder": Words(IN, "rappel", "L’événement auquel vous êtes inscrit·e approche."),
    "minutes": Words(IN, "ce qui s’est dit", "Le compte rendu ou l’enregistrement de l’événement auquel vous étiez inscrit·e est en ligne, sur sa page."),
}  # fmt: skip


def message(row: Registration, what: str, changed: str = "") -> EmailMessage | None:
    """The mail, or None when it no longer makes sense (left or confirmed meanwhile)."""
    words = WORDS[what]
    if row.state not in words.states:
        return None
    event = Event.objects.told().get(pk=row.event_id)
    sentence = words.sentence + (f" Ce qui change : {changed}." if changed else "")
    context = about(event, row) | {"what": what, "sentence": sentence}
    body = render_to_string("events/mails/registration.txt", context)
    mail = addressed(row, words.subject, event, body)
    if words.calendar and row.state != Seat.WAITING and event.precision != Precision.YEAR:
        content = written([event], words.calendar, private=row.state == Seat.REGISTERED)
        mail.attach("evenement.ics", content.decode(), "text/calendar")
    return mail


def relayed(row: Registration, sent: EventMessage) -> EmailMessage:
    """What the coordination wrote to everyone."""
    event = Event.objects.told().get(pk=row.event_id)
    context = about(event, row) | {"sent": sent}
    body = render_to_string("events/mails/message.txt", context)
    return addressed(row, sent.subject, event, body)


def about(event: Event, row: Registration) -> dict:
    return {
        "event": event,
        "row": row,
        "when": when(event),
        "paris": in_paris(event),
        "where": where(event),
        "link": event.link if row.state == Seat.REGISTERED else "",
        "url": settings.SITE_URL + event.get_absolute_url(),
        "mine": signed.address(row),
    }


def addressed(row: Registration, subject: str, event: Event, body: str) -> EmailMessage:
    invented = " (exemple fictif)" if event.contribution.fictional else ""
    title = " ".join(f"[AICT éco] {subject} : « {event.title} »{invented}".split())
    return EmailMessage(french(title), body, to=[row.email])
