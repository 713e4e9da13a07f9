"""The fiches that name a page of another room: one query each, for the pages composed in the roof."""

from practices.sheets.models import Sheet

# Shows them, as `sheets`.
QUOTED_BY = "sheets/parts/quoted_by.html"


def quoting(practice) -> list[Sheet]:
    """Those on line that give this practice as an example."""
    return list(Sheet.objects.quoting(practice))


def naming_actor(actor) -> list[Sheet]:
    return list(Sheet.objects.naming_actor(actor))


def naming_funding(funding) -> list[Sheet]:
    return list(Sheet.objects.naming_funding(funding))
