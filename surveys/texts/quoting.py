"""A quote: one person takes away what would tell who wrote it, another reads it again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import User
from surveys import gate
from surveys.texts.models import Quote

OWN = "Vous avez écrit ces mots : une autre personne de la coordination les relit."


@transaction.atomic
def propose(quote: Quote, by: User) -> Quote:
    """Keep new words, for somebody else to read. The same words proposed twice are one quote."""
    same = Quote.objects.filter(survey=quote.survey, question=quote.question, text=quote.text)
    if not quote.pk and (found := same.first()):
        return found
    quote.written_by, quote.checked_by = by, None
    quote.state, quote.reason = Quote.State.PROPOSED, ""
    quote.version += 1 if quote.pk else 0
    quote.save()
    Clock.tick(gate.KIND)
    return quote


@transaction.atomic
def judge(quote: Quote, version: int, approved: bool, reason: str, by: User) -> Quote:
    """Approve, or send back with a reason. An approved quote may be sent back too, by anybody else.

    Raises PermissionDenied to who wrote it, Refused when it changed or nothing is said."""
    here = Quote.objects.select_for_update().get(pk=quote.pk)
    if here.written_by_id == by.pk and (approved or not here.is_approved):
        raise PermissionDenied(OWN)
    if here.version != version:
        raise Refused("Cette citation a changé depuis que vous l’avez ouverte : relisez-la.")
    if approved and here.state != Quote.State.PROPOSED:
        raise Refused(f"Cette citation n’attend plus de relecture : {already(here)}.")
    gate.refuse_nul(reason)
    if not approved and not reason.strip():
        raise Refused("Dites en une phrase ce qui désigne quelqu’un, ou pourquoi la retirer.")
    here.state = Quote.State.APPROVED if approved else Quote.State.REFUSED
    here.checked_by = None if here.written_by_id == by.pk else by
    here.reason, here.version = "" if approved else reason.strip()[:300], here.version + 1
    here.save()
    Clock.tick(gate.KIND)
    return here


def already(quote: Quote) -> str:
    who = f" par {quote.checked_by}" if quote.checked_by else ""
    return ("elle est validée" if quote.is_approved else "elle est renvoyée") + who
