"""Words with a shape or an icon: category, state, evidence, fictional. Made once per value."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from aict.ui import icons

CATEGORIES = {
    "internationalisation": _("Internationalisation des entreprises"),
    "promotion": _("Promotion du territoire"),
    "cooperation": _("Coopération internationale"),
}

# For each state, its words, tone and icon.
STATES = {
    "draft": (_("Brouillon"), "neutral", "pencil"),
    "submitted": (_("Soumis"), "info", "send"),
    "returned": (_("À corriger"), "warning", "undo-2"),
    "published": (_("Publié"), "success", "check"),
    "archived": (_("Archivé"), "neutral", "archive"),
    "stale": (_("À vérifier"), "warning", "clock-alert"),
    "update": (_("Mise à jour proposée"), "info", "file-diff"),
}

EVIDENCE = (
    _("Déclaré"),
    _("Chiffré par le porteur"),
    _("Documenté"),
    _("Évalué par un tiers"),
)


def badge(words: str, tone: str = "neutral", icon_name: str = "") -> SafeString:
    """A word on its wash; tone in neutral, info, success, warning, error."""
    picture = icons.icon(icon_name) if icon_name else ""
    return format_html('<span class="badge" data-tone="{}">{}{}</span>', tone, picture, words)


def category(slug: str) -> SafeString:
    """Shape and words of a category; nothing when there is none."""
    return _category(str(slug), get_language()) if slug in CATEGORIES else mark_safe("")


@lru_cache(maxsize=16)
def _category(slug: str, language: str | None) -> SafeString:
    return format_html(
        '<span class="badge" data-category="{}">{}{}</span>',
        slug,
        icons.shape(slug),
        CATEGORIES[slug],
    )


def state(value: str) -> SafeString:
    return _state(str(value), get_language())


@lru_cache(maxsize=32)
def _state(value: str, language: str | None) -> SafeString:
    words, tone, icon_name = STATES[value]
    return format_html(
        '<span class="badge badge-state" data-tone="{}">{}{}</span>',
        tone,
        icons.icon(icon_name),
        words,
    )


def evidence(level: int | None) -> SafeString:
    """The four levels of evidence, in words; nothing when the level is unknown."""
    return mark_safe("") if level is None else _evidence(int(level), get_language())


@lru_cache(maxsize=16)
def _evidence(level: int, language: str | None) -> SafeString:
    return format_html(
        '<span class="badge badge-evidence">{}<span class="sr-only">{} </span>{}</span>',
        icons.level_bars(level),
        gettext("Niveau de preuve :").replace(" :", "\u202f:"),
        EVIDENCE[level],
    )


def fictional() -> SafeString:
    """Says that what is shown was invented for the demonstration."""
    return format_html('<span class="badge badge-fictional">{}</span>', gettext("Exemple fictif"))
