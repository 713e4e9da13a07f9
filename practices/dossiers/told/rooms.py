"""Fiches-repères and events."""

from aict.ui.dates import long_date
from practices.dossiers.told.words import Told, known
from practices.events.models import Event
from practices.events.moments import when
from practices.events.reading import where
from practices.sheets.models import Sheet


def sheets(ids: list[int]) -> dict[int, Told]:
    rows = Sheet.objects.published().filter(contribution__in=ids).select_related("contribution")
    return {row.contribution_id: sheet(row) for row in rows}


def sheet(row: Sheet) -> Told:
    brief = " ; ".join(line.strip().rstrip(".") for line in row.in_brief)
    return Told(
        noun="Fiche-repère",
        category=row.category,
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser,
        facts=known(
            ("En bref", f"{brief}." if brief else ""),
            ("Points de vigilance", row.cautions),
            ("Droit vérifié le", long_date(row.legal_checked_on)),
        ),
        fictional=row.contribution.fictional,
    )


def events(ids: list[int]) -> dict[int, Told]:
    rows = Event.objects.published().filter(contribution__in=ids)
    joined = rows.select_related("contribution", "territory")
    return {row.contribution_id: event(row) for row in joined}


def event(row: Event) -> Told:
    return Told(
        noun=str(row.get_type_display()),
        category=row.categories[0] if len(row.categories) == 1 else "",
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser,
        facts=known(("Quand", when(row)), ("Où", where(row)), ("Pour qui", row.audience)),
        fictional=row.contribution.fictional,
    )
