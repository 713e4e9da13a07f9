"""The list of this room, as search and alerts know it."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from practices.events.cards import CARDS
from practices.events.listing import EVENTS

SECTION = Section("agenda", _("Agenda"), "événement", EVENTS, CARDS, 30)
