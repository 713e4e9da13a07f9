"""The list of practices: its facets in the order of the page, and where their words come from."""

from django.db.models import BigIntegerField, Case, Func, TextField, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Facet, Listing, Order
from aict.taxonomies import enums
from aict.taxonomies.models import Goal, Modality, Sector, Theme
from aict.territories.models import Country, Territory
from practices.facets import FIRST_YEAR, LAST_YEAR
from practices.models.practice import BODY_FIELDS, KIND, Practice


def rows(model):
    """Values and words of a taxonomy; retired rows still name what was filed under them."""
    return lambda: dict(model.objects.values_list("slug", "label"))


def places(level):
    """Values and words of a level of authorities: INSEE code, name."""
    return lambda: dict(
        Territory.objects.filter(level=level).order_by("name").values_list("code", "name")
    )


def goals():
    return {slug: f"{slug}. {label}" for slug, label in Goal.objects.values_list("slug", "label")}


def years():
    return {str(year): str(year) for year in range(LAST_YEAR, FIRST_YEAR - 1, -1)}


FACETS = (
    Facet("categorie", _("Catégorie"), lambda: dict(enums.Category.choices)),
    Facet("nature", _("Nature"), lambda: dict(enums.Nature.choices)),
    Facet("niveau", _("Niveau"), lambda: dict(enums.Level.choices), shown=7),
    Facet("groupe", _("Groupe de pays"), lambda: dict(enums.CountryGroup.choices)),
    Facet("pays", _("Pays partenaire"), lambda: dict(Country.objects.values_list("code", "name")), ranked=True),
    Facet("modalite", _("Modalité d’action"), rows(Modality), ranked=True),
    Facet("theme", _("Thème"), rows(Theme), ranked=True),
    Facet("secteur", _("Secteur"), rows(Sector), ranked=True),
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


def texts(ids):
    """(id, long text, the names it is filed under) of those practices."""
    body = Func(Value(" · "), *BODY_FIELDS, function="concat_ws", output_field=TextField())
    return Practice.objects.filter(pk__in=ids).values_list("pk", body, "search_text")


PRACTICES = Listing(KIND, Practice, FACETS, ORDERS, texts)
