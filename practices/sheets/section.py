"""What search and alerts know of the list of fiches."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from practices.sheets.cards import CARDS
from practices.sheets.listing import SHEETS

SECTION = Section("fiches-reperes", _("Fiches-repères"), "fiche", SHEETS, CARDS, 13)
