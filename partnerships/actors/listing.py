"""The directory of actors: its facets in the order of the page, and where their words come from."""

from django.db.models import Func
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import countries, places, terms, texts_of
from aict.taxonomies import enums
from aict.taxonomies.models import ActorType, Offer, Sector
from partnerships.enums import Conditions
from partnerships.models import Actor

FACETS = (
    Facet("type", _("Type"), terms(ActorType), shown=8, ranked=True),
    Facet("apport", _("Ce qu’il apporte"), terms(Offer), shown=7),
    Facet("categorie", _("Catégorie"), lambda: dict(enums.Category.choices)),
    Facet("pays", _("Pays"), countries, ranked=True),
    Facet("groupe", _("Groupe de pays"), lambda: dict(enums.CountryGroup.choices)),
    Facet("secteur", _("Secteur"), terms(Sector), ranked=True),
    Facet("region", _("Région du siège"), places(enums.Level.REGION), ranked=True),
    Facet("departement", _("Département du siège"), places(enums.Level.DEPARTEMENT), ranked=True),
    Facet("conditions", _("Conditions"), lambda: dict(Conditions.choices)),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "recentes": Order(_("date")),
    "titre": Order(_("nom"), (Func("title", function="aict_sort_key"),)),
}


ACTORS = Listing(Actor.KIND, Actor, FACETS, ORDERS, texts_of(Actor, ("teaser", *Actor.BODY_FIELDS)))
