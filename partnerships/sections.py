"""The lists of this room, as search and alerts know them."""

from django.utils.translation import gettext_lazy as _

from aict.listing.registry import Section
from partnerships import cards
from partnerships.actors.cards import CARDS as ACTOR_CARDS
from partnerships.actors.listing import ACTORS
from partnerships.funding.cards import CARDS as FUNDING_CARDS
from partnerships.funding.listing import FUNDING
from partnerships.listing import PARTNERSHIPS

SECTIONS = (
    Section("partenariats", _("Partenariats"), "partenariat", PARTNERSHIPS, cards.CARDS, 10),
    Section("acteurs", _("Acteurs économiques"), "acteur", ACTORS, ACTOR_CARDS, 11),
    Section("financements", _("Financements"), "financement", FUNDING, FUNDING_CARDS, 12),
)
