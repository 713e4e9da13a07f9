"""What the writing pages show, and where each leads."""

from django.shortcuts import render
from django.urls import reverse

from aict.moderation.binding import BoundPart
from aict.moderation.kinds import KINDS, Kind, Part
from aict.moderation.models import Contribution, State
from aict.moderation.transitions import open_to


def form(request, kind: Kind, contribution, bound: BoundPart, status: int = 0, **told):
    """The page of one part. `told` may hold: text (the revision in hand), token (of a text not
    stored yet), show (tell the errors), problem (a sentence above everything)."""
    text, show, problem = told.get("text"), told.get("show"), told.get("problem", "")
    errors = bound.errors() if show and not bound.valid else []
    context = {
        "kind": kind,
        "contribution": contribution,
        "bound": bound if show else bound.silent(),
        "part": bound.part,
        "token": told.get("token", ""),
        "draft_token": contribution.token if contribution else told["token"],
        "lock_no": text.lock_no if text else 0,
        "errors": errors,
        "problem": problem,
        "parts": outline(kind, contribution, bound.part, text.data) if contribution else [],
        "corrections": open_corrections(contribution, text.data if text else None),
        "locked": bool(contribution) and contribution.state in {State.SUBMITTED, State.ARCHIVED},
    }
    status = status or (400 if problem else 200)
    return render(request, "moderation/edit.html", context, status=status)


def outline(
    kind: Kind, contribution: Contribution, current: Part | None, data: dict, on_files: bool = False
) -> list[dict]:
    """The pages of a text, with how far each is: its parts, then its files."""
    found = [
        {
            "title": part.title,
            "url": edit_address(kind, contribution, part),
            "current": current is not None and part.slug == current.slug,
            "filled": filled(part, data),
        }
        for part in kind.parts_for(data)
    ]
    files = {
        "title": "Pièces et images",
        "url": reverse("moderation:files", args=[contribution.token]),
        "current": on_files,
        "filled": bool(data.get("attachments")),
    }
    return [*found, files]


def filled(part: Part, data: dict) -> bool:
    names = [*part.form.base_fields, *part.repeatables]
    return any(data.get(name) not in (None, "", [], False) for name in names)


def open_corrections(contribution: Contribution | None, data: dict | None = None) -> list[dict]:
    """What is asked and not answered yet, each with the address of its field."""
    if not contribution or contribution.state != State.RETURNED:
        return []
    kind = KINDS[contribution.kind]
    asked = []
    for correction in contribution.corrections.filter(resolved_at=None):
        part = kind.part_holding(correction.field, data or {}) if correction.field else None
        url = (
            f"{edit_address(kind, contribution, part)}#champ-id_{correction.field}" if part else ""
        )
        asked.append(
            {"reason": correction.get_reason_display(), "comment": correction.comment, "url": url}
        )
    return asked


def prefilled(user) -> dict:
    """What the platform knows already: never ask twice."""
    known = user.memberships.confirmed().select_related("territory", "service").first()
    return {"territory": known.territory.key, "service": known.service.slug} if known else {}


def edit_address(kind: Kind, contribution: Contribution, part: Part) -> str:
    return reverse(f"{kind.namespace}:edit_part", args=[contribution.token, part.slug])


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
    own = {"withdraw", "discard", "abandon", "archive", "reopen"}
    return [t for t in open_to(user, contribution) if t.name in own]
