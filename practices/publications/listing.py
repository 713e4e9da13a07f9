"""The list of publications: its facets in the order of the page, and its orders."""

from django.db.models import Case, F, Func, IntegerField, When
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import terms, texts_of, years
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Theme
from practices.publications.enums import DocumentType, Standing, Tongue
from practices.publications.models import Publication

FACETS = (
    Facet("statut", _("Statut"), lambda: dict(Standing.choices)),
    Facet("type", _("Type"), lambda: dict(DocumentType.choices), shown=8),
    Facet("annee", _("Année"), years),
    Facet("categorie", _("Catégorie"), lambda: dict(Category.choices)),
    Facet("theme", _("Thème"), terms(Theme), ranked=True),
    Facet("langue", _("Langue"), lambda: dict(Tongue.choices)),
)
# What is announced, then what came out last.
ANNOUNCED = Case(When(standing=Standing.ANNOUNCED, then=0), default=1, output_field=IntegerField())
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "parution": Order(
        _("parution"),
        (ANNOUNCED, F("year").desc(nulls_last=True), F("month").desc(nulls_last=True)),
    ),
    "recentes": Order(_("date d’ajout")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
}
PUBLICATIONS = Listing(
    Publication.KIND,
    Publication,
    FACETS,
    ORDERS,
    texts_of(Publication, Publication.BODY_FIELDS),
    first="parution",
)
