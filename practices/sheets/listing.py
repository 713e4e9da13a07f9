"""The list of fiches-repères: its facets in the order of the page, and its orders."""

from django.db.models import Func
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import goals, terms, texts_of
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Modality, Theme
from practices.sheets.models import LEVELS, Sheet

FACETS = (
    Facet("categorie", _("Catégorie"), lambda: dict(Category.choices)),
    Facet("theme", _("Thème"), terms(Theme), ranked=True),
    Facet("niveau", _("Pour quelle collectivité"), lambda: dict(LEVELS)),
    Facet("modalite", _("Modalité d’action"), terms(Modality), ranked=True),
    Facet("odd", _("Objectif de développement durable"), goals),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "numero": Order(_("numéro"), ("number",)),
    "recentes": Order(_("date")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
}

SHEETS = Listing(
    Sheet.KIND, Sheet, FACETS, ORDERS, texts_of(Sheet, Sheet.BODY_FIELDS), first="numero"
)
