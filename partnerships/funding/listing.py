"""The list of funding lines: its facets in the order of the page, and its orders."""

from django.db.models import Case, F, Func, IntegerField, Q, When
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Daily, Facet, Listing, Order
from aict.listing.values import countries, terms, texts_of
from aict.taxonomies import enums as shared
from aict.taxonomies.models import Sector
from partnerships import enums
from partnerships.funding.status import Status, status_asked, status_rows
from partnerships.models import Funding

ZONES = {
    "monde": _("Tous les pays"),
    **dict(shared.CountryGroup.choices),
    "a-preciser": _("Zone à vérifier"),
}


FACETS = (
    Facet("statut", _("Dépôt"), lambda: dict(Status.choices), daily=Daily(status_rows, status_asked)),
    Facet("categorie", _("Catégorie"), lambda: dict(shared.Category.choices)),
    Facet("beneficiaire", _("Qui peut demander"), lambda: dict(enums.Body.choices), shown=9),
    Facet("nature", _("Nature de l’aide"), lambda: dict(enums.Aid.choices)),
    Facet("groupe", _("Zone"), lambda: ZONES),
    Facet("pays", _("Pays éligible"), countries, ranked=True),
    Facet("secteur", _("Secteur"), terms(Sector), ranked=True),
    Facet("stade", _("Stade du projet"), lambda: dict(enums.ProjectStage.choices)),
    Facet("echelle", _("Échelle"), lambda: dict(enums.Scale.choices)),
    Facet("recurrence", _("Récurrence"), lambda: dict(enums.Recurrence.choices)),
)  # fmt: skip

# What may be asked today, the nearest closing first; then what comes, what is unsure, what is over.
TODAY = TruncDate(Now())
USE = Case(
    When(date_close__lt=TODAY, then=4),
    When(date_open__gt=TODAY, then=2),
    When(date_close__isnull=False, then=0),
    When(recurrence=enums.Recurrence.PERMANENT, then=1),
    default=3,
    output_field=IntegerField(),
)
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "echeance": Order(
        _("échéance"),
        (
            USE,
            Case(When(Q(date_open__gt=TODAY), then=F("date_open")), default=F("date_close")).asc(
                nulls_last=True
            ),
        ),
    ),
    "recentes": Order(_("date d’ajout")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
}


FUNDING = Listing(
    Funding.KIND, Funding, FACETS, ORDERS, texts_of(Funding, Funding.BODY_FIELDS), first="echeance"
)
