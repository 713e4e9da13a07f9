"""What the writing pages show, and where each leads."""

from typing import Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html

from aict.moderation import assigning, drafts, remarks
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import KINDS, Kind, Part
from aict.moderation.models import Contribution, State
from aict.moderation.transitions import open_to
from aict.ui.typography import french


def form(request, kind: Kind, contribution, bound: BoundPart, status: int = 0, **told):
    """The page of one part. `told` may hold: text (the revision in hand), token (of a text not
    stored yet), show (tell the errors), problem (a sentence above everything)."""
    text, show, problem = told.get("text"), told.get("show"), told.get("problem", "")
    errors = bound.errors() if show and not bound.valid else []
    parts = outline(kind, contribution, bound.part, text.data) if contribution and text else []
    corrections = open_corrections(contribution, text.data if text else None)
    show_asked(bound, corrections)
    status = status or (400 if problem else 200)
    context = {
        **of_part(kind, contribution, bound.part),
        "kind": kind,
        "contribution": contribution,
        "bound": bound if show else bound.silent(),
        "token": told.get("token", ""),
        "draft_token": contribution.token if contribution else told["token"],
        "errors": errors,
        "problem": problem,
        "parts": parts,
        "place": place_in(parts, bound.part),
        "corrections": corrections,
        "locked": bool(contribution) and contribution.state in {State.SUBMITTED, State.ARCHIVED},
    }
    return render(request, "moderation/edit.html", context, status=status)


def of_part(kind: Kind, contribution: Contribution | None, part: Part) -> dict:
    """The part of the page, the number it is saved with, and what was said of it."""
    if contribution is None:
        return {"part": part, "lock_no": 0, "said": None}
    lock_no = drafts.lock_of(contribution, part)
    return {"part": part, "lock_no": lock_no, "said": said_of(kind, contribution, part)}


def said_of(kind: Kind, contribution: Contribution, part: Part) -> dict:
    """The remarks on one part, as part_remarks.html reads them."""
    told = remarks.of_parts(contribution).get(part.slug, [])
    return {
        "slug": part.slug,
        "title": part.title,
        "fields": remarks.fields_of(part),
        "remarks": [{"remark": r, "label": kind.label_of(r.field)} for r in told],
        "waiting": sum(remark.resolved_at is None for remark in told),
    }


def outline(
    kind: Kind, contribution: Contribution, current: Part | None, data: dict, on_files: bool = False
) -> list[dict]:
    """The pages of a text, with how far each is: its parts, then its files."""
    given, said = assigning.by_part(contribution), remarks.open_by_part(contribution)
    found = [
        {
            "title": part.title,
            "slug": part.slug,
            "assigned": given.get(part.slug),
            "remarks": said.get(part.slug, 0),
            "url": edit_address(kind, contribution, part),
            "current": current is not None and part.slug == current.slug,
            "filled": filled(part, data),
        }
        for part in kind.parts_for(data)
    ]
    files = {
        "title": "Pièces et images",
        "slug": "",
        "assigned": None,
        "remarks": 0,
        "url": reverse("moderation:files", args=[contribution.token]),
        "current": on_files,
        "filled": bool(data.get("attachments")),
    }
    return [*found, files]


def place_in(parts: list[dict], part: Part) -> dict:
    """« Partie 3 sur 10 », and whether one may pass it."""
    number = next((n for n, item in enumerate(parts, start=1) if item["current"]), 0)
    optional = number > 1 and not part.required
    told = {"number": number, "total": len(parts), "optional": optional, "previous": number > 1}
    return told if number else {}


def show_asked(bound: BoundPart, corrections: list[dict]) -> None:
    """Each correction asked on this page stands in the help of its field, so that it is read with it."""
    for asked in corrections:
        name = asked["field"]
        holder: Any = bound.form.fields.get(name) or bound.formsets.get(name)
        if holder is not None:
            slot = "help_text" if name in bound.form.fields else "help"
            words = format_html(
                '<span class="asked"><strong>{}</strong> {}</span>',
                french(f"{asked['reason']} :"),
                french(asked["comment"]),
            )
            setattr(holder, slot, format_html("{}{}", getattr(holder, slot), words))


def filled(part: Part, data: dict) -> bool:
    return any(data.get(name) not in (None, "", [], False) for name in part.names)


def open_corrections(contribution: Contribution | None, data: dict | None = None) -> list[dict]:
    """What is asked and not answered yet, each with the address of its field."""
    if not contribution or contribution.state != State.RETURNED:
        return []
    kind = KINDS[contribution.kind]
    asked = []
    for correction in contribution.corrections.filter(resolved_at=None):
        part = kind.part_holding(correction.field, data or {}) if correction.field else None
        url = anchor(kind, contribution, part, correction.field) if part else ""
        told = {"reason": correction.get_reason_display(), "comment": correction.comment}
        told["label"] = kind.label_of(correction.field)
        asked.append({**told, "url": url, "field": correction.field})
    return asked


def prefilled(user) -> dict:
    """What the platform knows already: never ask twice."""
    known = user.memberships.confirmed().select_related("territory", "service").first()
    return {"territory": known.territory.key, "service": known.service.slug} if known else {}


def edit_address(kind: Kind, contribution: Contribution, part: Part) -> str:
    return reverse(f"{kind.namespace}:edit_part", args=[contribution.token, part.slug])


def previous_address(kind: Kind, contribution: Contribution, part: Part, data: dict) -> str:
    parts = kind.parts_for(data)
    place = [p.slug for p in parts].index(part.slug)
    return edit_address(kind, contribution, parts[max(place - 1, 0)])


def anchor(kind: Kind, contribution: Contribution, part: Part, field: str) -> str:
    """The address of a field, or of a repeatable, in its part."""
    target = field if field in part.repeatables else f"champ-id_{field}"
    return f"{edit_address(kind, contribution, part)}#{target}"


def check_address(kind: Kind, contribution: Contribution) -> str:
    return reverse(f"{kind.namespace}:check", args=[contribution.token])


def next_address(kind: Kind, contribution: Contribution, part: Part, data: dict) -> str:
    """After the first part: what the kind requires, else the check; after another: the next one."""
    parts = kind.parts_for(data)
    place = [p.slug for p in parts].index(part.slug)
    following = parts[place + 1 : place + 2]
    if following and (place > 0 or following[0].required):
        return edit_address(kind, contribution, following[0])
    return check_address(kind, contribution)


def actions(user, contribution: Contribution) -> list:
    """Transitions one may press on the contribution's own page (decisions have theirs)."""
    own = {"withdraw", "discard", "abandon", "archive", "reopen", "restore"}
    return [t for t in open_to(user, contribution) if t.name in own]
