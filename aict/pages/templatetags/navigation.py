"""The frame of every page, and the menus in it."""

from django import template
from django.utils.html import escape

from aict.pages import frame, navigation
from aict.pages.navigation import Entry

register = template.Library()

register.simple_tag(frame.head, name="site_head")
register.simple_tag(frame.footer, name="site_footer")


@register.simple_tag(takes_context=True)
def site_header(context) -> str:
    """The header for whoever reads, kept but for a name and a key."""
    entries = tuple(main_menu(context))
    searches, can_propose = header_searches(context), navigation.exists("/pratiques/proposer/")
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return frame.visitor_header(entries, searches, can_propose)
    holes = {"name": escape(user), "csrf_token": escape(context.get("csrf_token", ""))}
    return frame.member_header(entries, tuple(personal_menu(context)), searches, can_propose, holes)


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[tuple]:
    """(label, url, current) of each entry whose address exists."""
    return _entries(context, navigation.MAIN)


@register.simple_tag(takes_context=True)
def personal_menu(context) -> list[tuple]:
    user = context["user"]
    entries = navigation.COORDINATION if user.is_coordinator else ()
    return _entries(context, entries + navigation.PERSONAL)


@register.simple_tag
def address_exists(path: str) -> bool:
    return navigation.exists(path)


def header_searches(context) -> bool:
    """False where the page itself has a large search box, and while there is nothing to search."""
    here = _here(context)
    own = here in {"/", "/recherche/", "/partenariats/carte/"} or any(
        here == entry.path for entry in navigation.MAIN
    )
    return navigation.exists("/pratiques/") and not own


def _here(context) -> str:
    request = context.get("request")
    return request.path if request else ""


def _entries(context, entries: tuple[Entry, ...]) -> list[tuple]:
    here = _here(context)
    found = navigation.available(entries)
    return [(str(label), path, _current(here, path)) for label, path in found]


def _current(here: str, path: str) -> str:
    """ "page" on the page itself, "true" below it, "" elsewhere."""
    if here == path:
        return "page"
    return "true" if path != "/compte/" and here.startswith(path) else ""
