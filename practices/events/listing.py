"""The agenda: its facets in the order of the page, and its orders."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Case, DateTimeField, F, Func, IntegerField, Q, When
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from aict.listing.listing import Daily, Facet, Listing, Order
from aict.listing.values import places, terms, texts_of, years
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Theme
from practices.events.enums import After, EventState, EventType, Way
from practices.events.models import Event

COMING, PAST = "a-venir", "passe"
TIMES = {COMING: _("À venir"), PAST: _("Passé")}


def time_rows(known: Mapping[str, Mapping[str, int]], alive: int, today: date) -> dict[str, int]:
    """Sets of rows by time, from the last day of each (`fin`)."""
    coming = 0
    for day, rows in known.get("fin", {}).items():
        if date.fromisoformat(day) >= today:
            coming |= rows
    coming &= alive
    found = {COMING: coming, PAST: alive & ~coming}
    return {value: rows for value, rows in found.items() if rows}


def time_asked(values: Collection[str], today: date) -> Q:
    """The same for the database."""
    asked = Q(pk__in=[])
    if COMING in values:
        asked |= Q(last_day__gte=today)
    if PAST in values:
        asked |= Q(last_day__lt=today)
    return asked


FACETS = (
    Facet("quand", _("Quand"), lambda: TIMES, daily=Daily(time_rows, time_asked)),
    Facet("type", _("Type"), lambda: dict(EventType.choices)),
    Facet("lieu", _("Où"), lambda: dict(Way.choices)),
    Facet("suites", _("Suites"), lambda: dict(After.choices)),
    Facet("categorie", _("Catégorie"), lambda: dict(Category.choices)),
    Facet("theme", _("Thème"), terms(Theme), ranked=True),
    Facet("region", _("Région"), places("region"), ranked=True),
    Facet("departement", _("Département"), places("departement"), ranked=True),
    Facet("annee", _("Année"), years),
    Facet("tenue", _("Maintenu ou non"), lambda: dict(EventState.choices)),
)

# What comes, the nearest first; then what is past, the latest first.
COMES = Q(last_day__gte=TruncDate(Now()))
ORDERS = {
    "pertinence": Order(_("pertinence")),
    "date": Order(
        _("date de l’événement"),
        (
            Case(When(COMES, then=0), default=1, output_field=IntegerField()),
            Case(When(COMES, then=F("starts_at")), output_field=DateTimeField()).asc(
                nulls_last=True
            ),
            F("starts_at").desc(),
        ),
    ),
    "recentes": Order(_("date d’ajout")),
    "titre": Order(_("titre"), (Func("title", function="aict_sort_key"),)),
}

EVENTS = Listing(
    Event.KIND, Event, FACETS, ORDERS, texts_of(Event, Event.BODY_FIELDS), first="date"
)
