"""A published practice's page, kept per process for as long as nothing it shows has changed."""

import zlib
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aict.db import prepared
from aict.listing.foot import Foot, foot_of
from aict.moderation import drafts
from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.moderation.preview_links import preview_key
from aict.taxonomies.enums import ContactMode
from aict.ui.typography import french
from practices import reading
from practices.comparable import comparable
from practices.models import Practice

# Some five kilobytes each once compressed.
MOST_KEPT = 3_000
# All that says which version of a page is right, in one round trip. The clocks of lists are part of
# it: another practice may have become comparable, a question may have been answered.
VERSION = """
SELECT p.id, p.stamp, c.verified_on, c.review_months, c.fictional, a.live, a.title,
       (SELECT string_agg(k::text, '' ORDER BY k.kind) FROM listing_clock k WHERE k.kind = ANY(%s))
FROM practices_practice p JOIN moderation_contribution c ON c.id = p.contribution_id
LEFT JOIN moderation_contribution a ON a.id = p.partnership_id
WHERE p.slug = %s AND p.archived_at IS NULL
"""
VERSIONS = VERSION.replace("p.slug = %s", "p.slug = ANY(%s)") + "ORDER BY p.slug"


@dataclass(frozen=True)
class Around:
    """What other rooms say about a practice, as HTML: tools in its head, sections under its story."""

    tools: SafeString
    below: SafeString


NOTHING = Around(SafeString(""), SafeString(""))


@dataclass(frozen=True)
class Kept:
    """What the head of the page says, as HTML, and the compressed page below the header."""

    title: str
    teaser: str
    address: str
    image: str
    body: bytes

    def holes(self) -> dict[str, SafeString]:
        """What fills practice_detail.html, which is the same for every practice but for these."""
        html = {name: mark_safe(getattr(self, name)) for name in HEAD}  # noqa: S308
        return html | {"body": mark_safe(zlib.decompress(self.body).decode())}  # noqa: S308


HEAD = ("title", "teaser", "address", "image")
_kept: OrderedDict[tuple, Kept] = OrderedDict()
_lock = Lock()


def version_of(slug: str, clocks: Collection[str] = ()) -> tuple | None:
    """What tells a version of its page from another; None when it is not on line. `clocks` are
    those of the kinds that stand around it."""
    with prepared.cursor() as cursor:
        cursor.execute(VERSION, [["practice", *clocks], slug])
        return cursor.fetchone()


def versions_of(slugs: Collection[str], clocks: Collection[str] = ()) -> list[tuple]:
    """The versions of those that are on line, by address. Apart from the above: of one address the
    plan is kept, of several PostgreSQL makes it anew."""
    with prepared.cursor() as cursor:
        cursor.execute(VERSIONS, [["practice", *clocks], list(slugs)])
        return cursor.fetchall()


def published(slug: str, version: tuple, around: Callable[[Practice], Around]) -> Kept:
    """The page of `version`, with what `around` says; the day matters to freshness."""
    key = (slug, version, timezone.localdate(), get_language())
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = render(slug, around)
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Start anew: what is kept belongs to one database."""
    with _lock:
        _kept.clear()


def render(slug: str, around: Callable[[Practice], Around]) -> Kept:
    places = ("territory__departement", "territory__region")
    joined = ("contribution", "service", "partnership__partnership", *places)
    practice = Practice.objects.select_related(*joined).get(slug=slug)
    page = reading.page_of(reading.of_live(practice))
    foot = owned_foot(practice)
    context = {
        "page": page,
        "fictional": practice.contribution.fictional,
        "files_query": "",
        "comparables": comparable(practice),
        "around": around(practice),
        "foot": foot,
    }
    html = render_to_string("practices/parts/page.html", context)
    title, teaser = escape(french(practice.title)), escape(french(practice.teaser))
    body = zlib.compress(html.encode(), 6)
    return Kept(title, teaser, escape(foot.address), lead(page), body)


def lead(page: reading.Page) -> str:
    """Names the image of the page to sites that quote it."""
    if not page.lead_image:
        return ""
    address = settings.SITE_URL + page.lead_image.get_absolute_url()
    return format_html('<meta property="og:image" content="{}">', address)


def preview(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview: exactly the page, less what only publication gives."""
    data = drafts.text_in_hand(contribution).data
    return {
        "page": reading.page_of(reading.of_parts(contribution, parts, data)),
        "fictional": contribution.fictional,
        "files_query": f"?apercu={preview_key(contribution)}",
        "comparables": [],
        "around": NOTHING,
        "foot": None,
    }


def owned_foot(practice: Practice) -> Foot:
    author = practice.territory.name if practice.territory else practice.territory_name
    return foot_of(
        practice,
        author,
        owner=f"{author}, {practice.service}",
        licence=practice.get_licence_display(),
        contact=practice.get_contact_mode_display(),
        ask=ask_address(practice),
    )


def ask_address(practice: Practice) -> str:
    """Where an introduction to its team is asked for, when the team chose the relay."""
    if practice.contact_mode != ContactMode.RELAY or not practice.territory:
        return ""
    return f"/mises-en-relation/demander/?page={practice.contribution_id}"
