"""The list of this room, as search and alerts know it."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from practices.cards import CARDS
from practices.listing import PRACTICES

SECTION = Section("pratiques", _("Pratiques"), "pratique", PRACTICES, CARDS, 0)
