"""The list of lessons: by category, type, size, modality and year; never by place."""

from django.db.models import Func
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.listing.values import terms, texts_of, years
from aict.taxonomies import enums
from aict.taxonomies.models import Modality
from practices.lessons.models import Lesson
from practices.lessons.models.lesson import BODY_FIELDS, KIND, LEVELS

FACETS = (
    Facet("categorie", _("Catégorie"), lambda: dict(enums.Category.choices)),
    Facet("niveau", _("Type de collectivité"), lambda: dict(LEVELS), shown=7),
    Facet("taille", _("Taille"), lambda: dict(enums.PopulationBand.choices)),
    Facet("modalite", _("Modalité"), terms(Modality), ranked=True),
    Facet("annee", _("Année"), years),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "recentes": Order(_("date")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
}
LESSONS = Listing(KIND, Lesson, FACETS, ORDERS, texts_of(Lesson, ("instead", *BODY_FIELDS)))
