"""A published practice's page, kept per process for as long as nothing it shows has changed."""

from collections import OrderedDict
from threading import Lock

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aict.moderation.models import Contribution
from aict.territories.models import Country
from aict.territories.projection import HEIGHT, WIDTH, project
from aict.ui.dates import long_date
from practices import reading
from practices.comparable import comparable
from practices.models import Practice

MOST_KEPT = 2_000
_kept: OrderedDict[tuple, tuple[SafeString, dict]] = OrderedDict()
_lock = Lock()


def published(slug: str, clock: int, stamp: int) -> tuple[SafeString, dict]:
    """(page below the header, title and teaser for the head). `clock` and `stamp` say when what it
    shows last changed; the day matters to freshness."""
    key = (slug, clock, stamp, timezone.localdate(), get_language())
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = render(slug)
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Start anew: what is kept belongs to one database."""
    with _lock:
        _kept.clear()


def render(slug: str) -> tuple[SafeString, dict]:
    practice = Practice.objects.select_related(
        "contribution", "territory", "service", "partnership"
    ).get(slug=slug)
    page = reading.page(reading.of_live(practice))
    context = frame(page, practice.contribution) | {
        "comparable": comparable(practice),
        "brief_url": reverse("practices:brief", args=[slug]),
        "brief_pdf_url": reverse("practices:brief_pdf", args=[slug]),
        "foot": "practices/parts/foot.html",
        **foot(practice),
    }
    html = render_to_string("practices/parts/page.html", context)
    head = {"title": practice.title, "teaser": practice.teaser, "address": context["address"]}
    return html, head


def frame(page: dict, contribution: Contribution) -> dict:
    """What the page holds whether it is published or not."""
    return {
        "page": page,
        "fictional": contribution.fictional,
        "map": map_of(page["countries"]),
        "funding_headers": (_("Source"), _("Montant ou part")),
        "comparable": [],
        "brief_url": "",
        "foot": "",
    }


def map_of(countries: list[Country]) -> dict | None:
    """The partner countries on the world map; their names are its twin."""
    places = [
        (country.code, *project(country.longitude, country.latitude))
        for country in countries
        if country.latitude is not None and country.longitude is not None
    ]
    if not places:
        return None
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "places": places,
        "label": ", ".join(country.name for country in countries),
    }


def foot(practice: Practice) -> dict:
    """Owner, freshness, citation: what makes the page trusted and quoted."""
    contribution = practice.contribution
    owner = practice.territory.name if practice.territory else practice.territory_name
    verified = long_date(contribution.verified_on) if contribution.verified_on else _("jamais")
    rhythm = contribution.get_review_months_display().lower()
    citation = f"{owner}, « {practice.title} », AICT éco, {practice.updated_at.year},"
    if contribution.fictional:
        citation = f"{owner} ({_('exemple fictif')}), « {practice.title} », AICT éco, {practice.updated_at.year},"
    return {
        "slug": practice.slug,
        "owner": f"{owner}, {practice.service}",
        "freshness": _("vérifié le %(day)s, à revoir %(rhythm)s")
        % {"day": verified, "rhythm": rhythm},
        "to_verify": Contribution.objects.to_verify().filter(pk=contribution.pk).exists(),
        "contribution": contribution,
        "citation": citation,
        "address": settings.SITE_URL + practice.get_absolute_url(),
        "licence": practice.get_licence_display(),
        "contact": practice.get_contact_mode_display(),
        "documents": [],
    }
