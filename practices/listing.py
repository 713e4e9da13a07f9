"""The list of practices: its facets in the order of the page, and where their words come from."""

from django.db.models import BigIntegerField, Case, Func, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import countries, goals, places, terms, texts_of, years
from aict.taxonomies import enums
from aict.taxonomies.models import Modality, Sector, Theme
from practices.models.practice import BODY_FIELDS, KIND, Practice

FACETS = (
    Facet("categorie", _("Catégorie"), lambda: dict(enums.Category.choices)),
    Facet("nature", _("Nature"), lambda: dict(enums.Nature.choices)),
    Facet("niveau", _("Niveau"), lambda: dict(enums.Level.choices), shown=7),
    Facet("groupe", _("Groupe de pays"), lambda: dict(enums.CountryGroup.choices)),
    Facet("pays", _("Pays partenaire"), countries, ranked=True),
    Facet("modalite", _("Modalité d’action"), terms(Modality), ranked=True),
    Facet("theme", _("Thème"), terms(Theme), ranked=True),
    Facet("secteur", _("Secteur"), terms(Sector), ranked=True),
    Facet("odd", _("Objectif de développement durable"), goals),
    Facet("region", _("Région"), places(enums.Level.REGION), ranked=True),
    Facet("departement", _("Département"), places(enums.Level.DEPARTEMENT), ranked=True),
    Facet("taille", _("Population"), lambda: dict(enums.PopulationBand.choices)),
    Facet("preuve", _("Niveau de preuve"), lambda: {str(n): label for n, label in enums.Evidence.choices}),
    Facet("annee", _("Année"), years),
)  # fmt: skip

# A band counts for its floor when no amount is given; nothing disclosed comes last.
FLOORS = {
    "moins-10k": 0,
    "10-50k": 10_000,
    "50-200k": 50_000,
    "200k-1m": 200_000,
    "plus-1m": 1_000_000,
}
AMOUNT = Coalesce(
    "budget_total",
    "budget_year",
    Case(*(When(cost_band=band, then=floor) for band, floor in FLOORS.items())),
    output_field=BigIntegerField(),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "recentes": Order(_("date")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
    "budget": Order(_("budget"), (AMOUNT.desc(nulls_last=True),)),
}


TEXTS = texts_of(Practice, BODY_FIELDS)
PRACTICES = Listing(KIND, Practice, FACETS, ORDERS, TEXTS)
