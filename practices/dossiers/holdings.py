"""Dossiers, handed over when their officer leaves, and given back in a data export."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from practices.dossiers.models import Dossier, DossierShare


def held(user, territory=None):
    mine = Dossier.objects.of(user)
    return mine.filter(territory=territory) if territory else mine


def count(user, territory=None) -> int:
    return held(user, territory).count()


def hand_over(user, heir, territory=None) -> int:
    """To those who write it too, and to `heir`; with neither, an erased account takes its dossiers
    away, and who only changes post keeps them, no longer shared nor in that authority's name."""
    rows = list(held(user, territory))
    for dossier in rows:
        if heir:
            dossier.editors.add(heir)
        if dossier.editors.exclude(pk=user.pk).exists():
            dossier.editors.remove(user)
        elif territory is None:
            dossier.delete()
        else:
            withdraw(dossier)
    return len(rows)


def withdraw(dossier: Dossier) -> None:
    dossier.territory = dossier.service = None
    dossier.save(update_fields=["territory", "service"])
    shares = DossierShare.objects.filter(dossier=dossier, revoked_at=None)
    shares.update(revoked_at=timezone.now())


def export(user) -> list[dict]:
    rows = held(user).select_related("territory", "service").prefetch_related("items", "shares")
    return [
        {
            "titre": dossier.title,
            "pour qui": dossier.audience,
            "à décider": dossier.ask,
            "avant le": dossier.deadline and dossier.deadline.isoformat(),
            "introduction": dossier.intro,
            "qui appeler": dossier.contact,
            "téléphone": dossier.phone,
            "au nom de": dossier.author,
            "pièces": [
                {"titre": item.title, "pourquoi": item.note} for item in dossier.items.all()
            ],
            "liens": [link_told(link) for link in dossier.shares.all()],
        }
        for dossier in rows.order_by("pk")
    ]


def link_told(link: DossierShare) -> dict:
    """Without its key: whoever reads the export could open it."""
    return {
        "pour mémoire": link.label,
        "créé le": link.created_at.isoformat(timespec="seconds"),
        "dernier jour": link.expires_on and link.expires_on.isoformat(),
        "coupé le": link.revoked_at and link.revoked_at.isoformat(timespec="seconds"),
        "lectures": link.openings,
    }


DOSSIERS = Holding("dossiers", _("Dossiers"), count, hand_over, export)
