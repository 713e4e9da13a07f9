"""The dossier of an address, for those who write it."""

from django.http import Http404

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from practices.dossiers.models import Dossier


def written_by(user, token) -> Dossier:
    """Raises Http404 for anybody else: a dossier is not even known to exist."""
    rows = Dossier.objects.of(user).select_related("territory", "service", "changed_by")
    dossier = rows.filter(token=token).first()
    if dossier is None:
        raise Http404("Ce dossier n’existe pas, ou n’est pas le vôtre.")
    return dossier


def published(token) -> Contribution:
    """What may be gathered: a page that is on line."""
    found = Contribution.objects.filter(token=token, live=True).first()
    if found is None or found.kind not in KINDS:
        raise Http404("Cette page n’est pas en ligne : elle ne peut pas entrer dans un dossier.")
    return found
