"""The menus, as the header and the footer need them."""

from django import template
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from aict.pages import navigation

register = template.Library()

THEMES = (("auto", _("Automatique")), ("light", _("Clair")), ("dark", _("Sombre")))


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[dict]:
    """label, url and current of each entry whose address exists."""
    return _entries(context, navigation.MAIN)


@register.simple_tag(takes_context=True)
def personal_menu(context) -> list[dict]:
    user = context["user"]
    entries = navigation.COORDINATION if user.is_coordinator else ()
    return _entries(context, entries + navigation.PERSONAL)


@register.simple_tag
def address_exists(path: str) -> bool:
    return navigation.exists(path)


def _entries(context, entries) -> list[dict]:
    request = context.get("request")
    here = request.path if request else ""
    return [
        {"label": entry.label, "url": entry.path, "current": _current(here, entry.path)}
        for entry in navigation.available(entries)
    ]


def _current(here: str, path: str) -> str:
    """ "page" on the page itself, "true" below it, "" elsewhere."""
    if here == path:
        return "page"
    return "true" if path != "/compte/" and here.startswith(path) else ""


@register.simple_tag
def site_facts() -> dict:
    """Who publishes, where to write, and whether this is a demonstration."""
    return {
        "contact": settings.CONTACT_EMAIL,
        "publisher": settings.PUBLISHER,
        "name": settings.SITE_NAME,
        "demonstration": settings.DEMO,
        "themes": THEMES,
    }
