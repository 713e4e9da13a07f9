"""The list of this room, as search and alerts know it."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from practices.publications.cards import CARDS
from practices.publications.listing import PUBLICATIONS

SECTION = Section("publications", _("Publications"), "publication", PUBLICATIONS, CARDS, 32)
