"""The parts of a page that do not change from one visitor to the next, rendered once per process.

What a part shows is all in the arguments of its function: a cached answer is never a stale one."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from aict.ui.remembered import piece

THEMES = (("auto", _("Automatique")), ("light", _("Clair")), ("dark", _("Sombre")))


def head() -> str:
    """Style sheets, scripts and icons of every page."""
    return _kept(_render)("components/head.html", get_language())


def visitor_header(entries: tuple, searches: bool, can_propose: bool) -> str:
    """The header of those who did not sign in. entries: (label, url, current) of the main menu."""
    return _kept(_visitor_header)(entries, searches, can_propose, get_language())


def member_header(
    entries: tuple, personal: tuple, searches: bool, can_propose: bool, holes: Mapping[str, str]
) -> str:
    """The header of those who did; `holes` are their name and the key of their forms."""
    told = {
        "entries": entries,
        "personal": personal,
        "searches": searches,
        "can_propose": can_propose,
    }
    return piece("components/header.html", tuple(told.values()), told, holes)


def footer() -> str:
    return _kept(_footer)(settings.CONTACT_EMAIL, settings.DEMO, get_language())


def _kept(cached: Callable) -> Callable:
    """While developing, templates change under a running process."""
    return cached.__wrapped__ if settings.DEBUG else cached  # type: ignore[attr-defined]


@lru_cache(maxsize=8)
def _render(template: str, language: str | None) -> str:
    return render_to_string(template)


@lru_cache(maxsize=256)
def _visitor_header(entries: tuple, searches: bool, can_propose: bool, language: str | None) -> str:
    return render_to_string(
        "components/header.html",
        {
            "entries": entries,
            "searches": searches,
            "can_propose": can_propose,
            "personal": (),
        },
    )


@lru_cache(maxsize=8)
def _footer(contact: str, demonstration: bool, language: str | None) -> str:
    return render_to_string(
        "components/footer.html",
        {"contact": contact, "demonstration": demonstration, "themes": THEMES},
    )
