"""What the page of an event shows, from the tables or from a text being written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from aict import markdown
from aict.moderation import attached
from aict.moderation.binding import BoundPart
from aict.moderation.models import Attachment, Contribution
from aict.taxonomies.enums import Category
from aict.ui.dates import long_date
from aict.ui.numbers import count, number
from practices.events import moments
from practices.events.enums import EventState, Precision, Way
from practices.events.models import Event, EventSession
from practices.models import Practice


@dataclass(frozen=True)
class Page:
    """`standing` is the badge (words, tone, icon); `paris` the hours of Paris when they differ."""

    event: Event
    category: str
    standing: tuple[str, str, str]
    when: str
    paris: str
    where: str
    facts: list[tuple[str, str]]
    sessions: list[EventSession]
    practices: list[Practice]
    documents: list[Attachment]
    past: bool
    held: bool
    calendared: bool
    minutes: str
    filing: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)

    @property
    def told_after(self) -> bool:
        """Whether there is something to read of what was said; a file joined before is a document."""
        return bool(self.event.minutes or self.event.replay or (self.past and self.documents))


def page_of(event: Event, relations: dict, now: datetime) -> Page:
    """`relations` holds lists: sessions, practices, documents, themes."""
    words = moments.when(event)
    today = timezone.localdate(now)
    return Page(
        event=event,
        category=event.categories[0] if len(event.categories) == 1 else "",
        standing=moments.standing(event, today),
        when=words[:1].upper() + words[1:],
        paris=moments.in_paris(event),
        where=where(event),
        facts=facts(event),
        sessions=relations["sessions"],
        practices=relations["practices"],
        documents=relations["documents"],
        past=event.over(now),
        held=event.state == EventState.PLANNED,
        calendared=event.precision != Precision.YEAR,
        minutes=markdown.render(event.minutes, top=3),
        filing=filing(event, relations["themes"]),
    )


def where(event: Event) -> str:
    """« Salle des fêtes, Grenoble », « En ligne », or nothing when nobody told."""
    told = [event.place, event.territory.name if event.territory else ""]
    told += [str(Way.ONLINE.label)] if event.link else []
    return ", ".join(word for word in told if word)


def facts(event: Event) -> list[tuple[str, str]]:
    places = number(event.capacity) if event.capacity else ""
    until = long_date(event.register_until) if event.register_until else ""
    return [
        ("Type", str(event.get_type_display())),
        ("Pour qui", event.audience),
        ("Places", places if event.registrable else ""),
        ("Inscription jusqu’au", until if event.registrable else ""),
        ("Étaient inscrites", count(event.were_registered, "personne") if event.were_registered else ""),
        ("Étaient présentes", count(event.came, "personne") if event.came else ""),
    ]  # fmt: skip


def filing(event: Event, themes: Iterable) -> list[tuple[str, list[tuple[str, str]]]]:
    """(title, [(words, querystring)]): the lists in which it stands."""
    found = [
        (
            "Catégorie",
            [(str(Category(s).label), f"categorie={s}") for s in event.categories],
        ),
        ("Thèmes", [(theme.label, f"theme={theme.slug}") for theme in themes]),
        ("Type", [(str(event.get_type_display()), f"type={event.type}")] if event.type else []),
    ]
    return [(title, terms) for title, terms in found if terms]


def of_live(event: Event, now: datetime | None = None) -> Page:
    contribution = event.contribution
    text = contribution.revisions.filter(accepted=True).values_list("data", flat=True).first()
    relations = {
        "sessions": list(event.sessions.all()),
        "practices": list(event.practices.published().select_related("territory", "contribution")),
        "documents": attached.of_text(contribution, text or {}),
        "themes": list(event.themes.all()),
    }
    return page_of(event, relations, now or timezone.now())


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template, from what the forms already accept."""
    values: dict = {}
    sessions: list[EventSession] = []
    for bound in parts:
        bound.form.is_valid()
        values |= getattr(bound.form, "cleaned_data", {})
        for name, formset in bound.formsets.items():
            if formset.is_valid():
                sessions = [EventSession(**row) for row in bound.rows(name)]
    now = timezone.now()
    values = {"starts_at": now, "ends_at": now + timedelta(hours=1)} | values
    columns = {f.name for f in Event._meta.concrete_fields}
    row = Event(**{k: v for k, v in values.items() if k in columns and v is not None})
    row.last_day = timezone.localdate(row.ends_at)
    relations = {
        "sessions": sessions,
        "practices": list(values.get("practices") or []),
        "documents": attached.of_text(contribution, contribution_text(contribution)),
        "themes": list(values.get("themes") or []),
    }
    return {"page": page_of(row, relations, now), "fictional": contribution.fictional}


def contribution_text(contribution: Contribution) -> dict:
    text = contribution.revisions.first()
    return text.data if text else {}
