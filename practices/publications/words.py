"""When a publication came out, or is announced; and how it is quoted."""

from django.utils.translation import gettext as _

from aict.ui.dates import MONTHS
from practices.publications.models import Publication


def when(publication: Publication) -> str:
    """« mars 2012 », « 2013 », « annoncée pour 2025 »."""
    if not publication.out:
        return _("annoncée pour %s") % publication.announced
    if publication.month:
        return f"{MONTHS[publication.month - 1]} {publication.year}"
    return str(publication.year)


def citation(publication: Publication, address: str, fictional: bool) -> str:
    """As it is named in a report."""
    title = f"« {publication.title} »"
    told = [publication.publishers, f"{title} ({_('exemple fictif')})" if fictional else title]
    told.append(when(publication))
    if publication.pages:
        told.append(f"{publication.pages} p.")
    return ", ".join([*filter(None, told), publication.link or address])
