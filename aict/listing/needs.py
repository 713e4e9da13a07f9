"""Where a need is answered on the site: lists, narrowed by filters (aict/taxonomies/data/need_lists.json)."""

from dataclasses import dataclass

from django.http import QueryDict

from aict.listing.registry import SECTIONS, Section
from aict.listing.selection import BadParameterError, Selection, read
from aict.taxonomies.definitions import NeedDoors, need_doors


@dataclass(frozen=True)
class NeedSection:
    section: Section
    selection: Selection
    words: str

    @property
    def address(self) -> str:
        return f"{self.section.address}{self.selection.query()}"


def sections_of(need: str) -> list[NeedSection]:
    """The lists that answer the need with that slug; those whose filters no longer hold are left out."""
    found = []
    for told in need_doors().get(need, NeedDoors()).lists:
        if section := SECTIONS.get(told.list):
            try:
                selection = read(section.listing, QueryDict(told.query))
            except BadParameterError:
                continue
            found.append(NeedSection(section, selection, told.words))
    return found
