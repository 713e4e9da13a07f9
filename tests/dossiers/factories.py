"""Dossiers of the tests."""

from practices.dossiers import sharing, writing
from practices.dossiers.models import Dossier, DossierShare
from tests.people import factories as people
from tests.practices import factories as practices

TEXT = {
    "title": "Aller au salon avec nos entreprises",
    "audience": "Délégation au développement économique",
    "ask": "Autoriser l’envoi de neuf entreprises au salon, pour 48 000 €.",
    "intro": "Trois territoires comme le nôtre l’ont fait.",
    "contact": "La direction de l’économie",
    "phone": "04 00 00 00 00",
}


def dossier(by=None, items=(), **changes) -> Dossier:
    """In the name of the first membership of `by`, holding `items` (contributions)."""
    by = by or people.officer()
    membership = by.memberships.confirmed().first()
    made = writing.start(by, membership, TEXT | changes)
    for contribution in items:
        writing.add(made, contribution)
    return made


def ready(by=None, **changes) -> Dossier:
    """One that may be shared."""
    return dossier(by, [practices.practice().contribution], **changes)


def shared(by=None, **changes) -> tuple[DossierShare, str]:
    """A link, and its key."""
    made = sharing.share(ready(by, **changes))
    return made, sharing.shown_key(made.nonce, made.digest)
