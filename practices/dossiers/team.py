"""Who may write a dossier with its editors: the same service of the same territory."""

from aict.people.models import User
from practices.dossiers.models import Dossier


def colleagues(dossier: Dossier):
    """Confirmed members of the dossier's service and territory who do not write it yet."""
    if not (dossier.territory_id and dossier.service_id):
        return User.objects.none()
    found = User.objects.active().filter(
        memberships__territory=dossier.territory_id,
        memberships__service=dossier.service_id,
        memberships__confirmed_at__isnull=False,
    )
    return found.exclude(pk__in=dossier.editors.values("pk")).distinct().order_by("name", "email")
