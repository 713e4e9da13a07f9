"""What a fiche shows, from the tables or from a text being written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category, Level
from partnerships.funding.words import TONES
from practices.sheets.contents import CONTENTS
from practices.sheets.models import BLOCKS, Sheet

MANY = ("themes", "goals", "indicators")
JOINED = {
    "tools": ("modality",),
    "actors": ("actor", "actor_type"),
    "funding_lines": ("funding__contribution",),
    "examples": ("practice__territory", "practice__contribution"),
}


@dataclass(frozen=True)
class Version:
    """One of the journal: `note` is what readers are told of the change, "" for the first."""

    number: int
    at: datetime
    note: str


@dataclass(frozen=True)
class Page:
    """A fiche and all that hangs on it: blocks by their name in `rows`, terms by theirs in `many`."""

    sheet: Sheet
    rows: dict[str, list[Any]]
    many: dict[str, list[Any]]
    fictional: bool
    versions: list[Version] = field(default_factory=list)

    @property
    def version(self) -> int:
        """The one shown; 0 for a text that is not on line."""
        return self.versions[0].number if self.versions else 0

    @property
    def categories(self) -> list[str]:
        return [str(c.label) for c in Category if c.value in self.sheet.categories]

    @property
    def levels(self) -> list[str]:
        return [str(level.label) for level in Level if level.value in self.sheet.levels]

    @property
    def quotes_fiction(self) -> bool:
        """Whether an example, not the fiche, was invented for the demonstration."""
        return any(e.practice.contribution.fictional for e in self.rows["examples"])

    @property
    def sections(self) -> list[dict[str, str]]:
        """What there is to read, in order: anchor, title, template."""
        return [
            {"anchor": anchor, "title": str(title), "template": f"sheets/parts/{anchor}.html"}
            for anchor, title, names in CONTENTS
            if any(map(self.holds, names)) or (anchor == "versions" and self.versions)
        ]

    def holds(self, name: str) -> bool:
        """Whether the part `name` has something to show."""
        if name in self.rows:
            return bool(self.rows[name])
        return bool(self.many[name] if name in self.many else getattr(self.sheet, name))


def of_live(sheet: Sheet) -> Page:
    """From the tables: as many queries whatever it holds. The contribution is read with the row."""
    rows = {name: list(joined(sheet, name)) for name in BLOCKS}
    many = {name: list(getattr(sheet, name).all()) for name in MANY}
    return Page(
        sheet, marked(rows), many, sheet.contribution.fictional, versions_of(sheet.contribution)
    )


def joined(sheet: Sheet, name: str) -> Iterable[Any]:
    found = getattr(sheet, name).all()
    return found.select_related(*JOINED[name]) if name in JOINED else found


def marked(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Tells, on each row that names a page of the site, where that page is: "" when it is gone."""
    today = timezone.localdate()
    for row in rows["actors"]:
        row.link = row.actor.get_absolute_url() if on_line(row.actor) else ""
    for row in rows["funding_lines"]:
        row.link = row.funding.get_absolute_url() if on_line(row.funding) else ""
        row.status, row.tone, row.icon = standing(row.funding, today) if row.link else ("",) * 3
    return rows


def on_line(row) -> bool:
    """A duplicate that joined another actor still leads to it."""
    return bool(row) and (not row.archived_at or bool(getattr(row, "merged_into_id", None)))


def standing(funding, today: date) -> tuple[str, str, str]:
    """Whether one may apply today: words, tone, icon."""
    status = funding.status(today)
    return str(status.label), *TONES[status]


def versions_of(contribution: Contribution) -> list[Version]:
    """Those that were on line, the newest first."""
    told = contribution.revisions.filter(accepted=True).values_list("number", "at", "note")
    return [Version(number or 0, at, note) for number, at, note in told]


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template, from what the forms already accept."""
    values: dict = {}
    for bound in parts:
        bound.valid  # noqa: B018  each form and each row says what it accepts
        values |= getattr(bound.form, "cleaned_data", {})
    columns = {f.name for f in Sheet._meta.concrete_fields}
    told = {name: value for name, value in values.items() if name in columns and value is not None}
    rows: dict[str, list[Any]] = {name: [] for name in BLOCKS}
    for bound in parts:
        for name in bound.formsets:
            rows[name] = [row for row in map(BLOCKS[name].of, bound.rows(name)) if row]
    many = {name: list(values.get(name) or []) for name in MANY}
    page = Page(Sheet(**told), marked(rows), many, contribution.fictional)
    return {"page": page, "fictional": contribution.fictional, "foot": None}
