"""The list of partnerships: its facets in the order of the page, and its orders."""

from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import countries, goals, places, terms, texts_of, years
from aict.taxonomies.enums import Category, CountryGroup, Level, PopulationBand
from aict.taxonomies.models import Modality, Sector
from partnerships import enums
from partnerships.models import Partnership

FACETS = (
    Facet("categorie", _("Catégorie"), lambda: dict(Category.choices)),
    Facet("stade", _("Stade"), lambda: dict(enums.Stage.choices), shown=8),
    Facet("forme", _("Forme"), lambda: dict(enums.Form.choices), shown=7),
    Facet("type", _("Nombre de territoires"), lambda: dict(enums.Arity.choices)),
    Facet("origine", _("Origine"), lambda: dict(enums.Origin.choices)),
    Facet("niveau", _("Niveau"), lambda: dict(Level.choices), shown=7),
    Facet("groupe", _("Groupe de pays"), lambda: dict(CountryGroup.choices)),
    Facet("pays", _("Pays partenaire"), countries, ranked=True),
    Facet("region", _("Région"), places(Level.REGION), ranked=True),
    Facet("departement", _("Département"), places(Level.DEPARTEMENT), ranked=True),
    Facet("taille", _("Population"), lambda: dict(PopulationBand.choices)),
    Facet("modalite", _("Modalité d’action"), terms(Modality), ranked=True),
    Facet("secteur", _("Secteur"), terms(Sector), ranked=True),
    Facet("odd", _("Objectif de développement durable"), goals),
    Facet("annee", _("Année de signature"), years, ranked=True),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "recentes": Order(_("date")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
    "echeance": Order(_("échéance"), (F("date_end").asc(nulls_last=True),)),
}
PARTNERSHIPS = Listing(
    Partnership.KIND,
    Partnership,
    FACETS,
    ORDERS,
    texts_of(Partnership, Partnership.BODY_FIELDS),
)
