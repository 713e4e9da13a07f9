"""Making, finding and cutting the links by which a dossier is read."""

from datetime import date

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from practices.dossiers.keys import digest_of, key_of, new_nonce, shown_key
from practices.dossiers.models import Dossier, DossierShare

# Enough for a council; a list one can still read.
MOST_LINKS = 30


def lacks(dossier: Dossier, user) -> list[str]:
    """What must be done before it may be shared, in sentences; empty when it may."""
    told = []
    if not (user.is_coordinator or user.memberships.confirmed().exists()):
        told.append(
            "Votre appartenance attend d’être confirmée : vous pourrez partager ensuite, rien n’est perdu."
        )
    if not dossier.ask.strip():
        told.append("Écrivez ce qui est à décider : c’est la première chose lue.")
    if not dossier.items.exists():
        told.append("Ajoutez au moins une page du site au dossier.")
    if dossier.shares.filter(revoked_at=None).count() >= MOST_LINKS:
        told.append("Ce dossier a déjà trente liens : coupez ceux qui ne servent plus.")
    return told


def share(dossier: Dossier, label: str = "", expires_on: date | None = None) -> DossierShare:
    nonce = new_nonce()
    return dossier.shares.create(
        nonce=nonce, digest=digest_of(key_of(nonce)), label=label, expires_on=expires_on
    )


def find(key: str) -> DossierShare | None:
    """The link of that key, over or not."""
    rows = DossierShare.objects.select_related("dossier__territory", "dossier__service")
    return rows.filter(digest=digest_of(key)).first()


def address(link: DossierShare) -> str:
    """What is sent to the reader; "" when it can no longer be shown (it still opens)."""
    key = shown_key(link.nonce, link.digest)
    return settings.SITE_URL + reverse("shared_dossier", args=[key]) if key else ""


def revoke(link: DossierShare) -> None:
    """At once and for good; twice does nothing more."""
    DossierShare.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())


def count_opening(link: DossierShare) -> None:
    DossierShare.objects.filter(pk=link.pk).update(
        openings=F("openings") + 1, last_opened_on=timezone.localdate()
    )
