"""Where fiches point elsewhere, for the weekly check of links."""

from collections.abc import Iterator, Mapping

from aict.links.places import Place
from practices.sheets.models import BLOCKS, Sheet

LINKED = ("facts", "laws", "references")


def addresses(rows: Mapping[str, list]) -> list[str]:
    """The links of one page, from its blocks by their name."""
    return [row.url for name in LINKED for row in rows[name] if row.url]


def places() -> Iterator[Place]:
    """Those of every fiche on line."""
    for name in LINKED:
        rows = BLOCKS[name]._default_manager.filter(sheet__archived_at=None)
        for row in rows.exclude(url="").select_related("sheet"):
            sheet: Sheet = row.sheet
            yield Place(row.url, sheet.title, sheet.get_absolute_url(), sheet.contribution_id)
