"""What search and alerts know of the list of lessons."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from practices.lessons.cards import CARDS
from practices.lessons.listing import LESSONS

SECTION = Section("retours-d-experience", _("Retours d’expérience"), "retour", LESSONS, CARDS, 60)
