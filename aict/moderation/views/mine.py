"""One's own contributions: the list, one of them, its check before submission, its preview."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from aict.moderation import assigning, drafts
from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS, Kind
from aict.moderation.models import Contribution, Proposal, Reading, State
from aict.moderation.permissions import can_publish
from aict.moderation.preview_links import preview_key
from aict.moderation.readiness import missing
from aict.moderation.reading_gate import wishes
from aict.moderation.reading_steps import asked_of
from aict.moderation.remarks import open_by_part
from aict.moderation.views import pages
from aict.moderation.views.finding import for_editor
from aict.moderation.waiting import waited_on
from aict.moderation.wording import in_words


@require_safe
def mine(request):
    """« Mes contributions » : what waits for me first."""
    found = Contribution.objects.mine(request.user).select_related("territory", "service")
    found = found.prefetch_related("readings__person")
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    rows = [{"contribution": c, "waiting": waited_on(c)} for c in page]
    context = {
        "page": page,
        "rows": rows,
        "kinds": offered(request.user),
        "given": [
            {
                "title": assigning.title_of(given),
                "contribution": given.contribution,
                "until": given.until,
                "late": bool(given.until and given.until < timezone.localdate()),
                "url": assigning.address_of(given),
            }
            for given in assigning.of_person(request.user)
        ],
        "offered": Proposal.objects.shown_to(request.user),
        "asked": Reading.objects.waiting_for(request.user).select_related("contribution"),
    }
    return render(request, "moderation/mine.html", context)


def offered(user) -> list[Kind]:
    """What this person may begin, what most come for first."""
    found = (kind for kind in KINDS.values() if kind.may_start(user))
    return sorted(found, key=lambda kind: kind.order)


@require_safe
def detail(request, token):
    """A contribution's own page: where it stands, who is waited on, what can be done."""
    contribution = Contribution.objects.get_or_404(token)
    kind, contribution = for_editor(request.user, contribution.kind, str(token))
    text = drafts.text_in_hand(contribution)
    context = {
        "contribution": contribution,
        "kind": kind,
        "live": kind.live_object(contribution) if contribution.live else None,
        "waiting": waited_on(contribution),
        "corrections": pages.open_corrections(contribution, text.data),
        "actions": pages.actions(request.user, contribution),
        "journal": contribution.journal.select_related("by"),
        "editors": contribution.editors.all(),
        "proposals": contribution.proposals.filter(state=Proposal.State.OPEN),
        "remarks_waiting": sum(open_by_part(contribution).values()),
        "shared_url": request.build_absolute_uri(
            reverse("moderation:shared_preview", args=[preview_key(contribution)])
        ),
        "asked": asked_of(request.user, contribution),
        "confirmers": kind.confirmers(contribution),
        "editable": contribution.state in {State.DRAFT, State.RETURNED, State.PUBLISHED},
    }
    return render(request, "moderation/contribution.html", context)


@require_safe
def check(request, kind: str, key: str):
    """One's answers in words, what lacks, possible duplicates, and the one « Soumettre »."""
    found, contribution = for_editor(request.user, kind, key)
    text = drafts.text_in_hand(contribution)
    parts = bind_all(found, text.data, found.live_object(contribution))
    context = {
        "kind": found,
        "contribution": contribution,
        "text": text,
        "answers": in_words(found, text.data).values(),
        "missing": [
            {
                "url": f"{address(found, contribution, slug)}?erreurs=1#{field}",
                "label": label,
                "message": message,
            }
            for slug, field, label, message in missing(parts)
        ],
        "parts": pages.outline(found, contribution, None, text.data),
        "resembling": found.resembling(contribution.title, contribution),
        "submittable": contribution.state in {State.DRAFT, State.RETURNED},
        "direct": can_publish(request.user, contribution),
        "last_look": wishes(request.user, contribution),
    }
    return render(request, "moderation/check.html", context)


def address(kind, contribution, slug: str) -> str:
    part = next(p for p in kind.parts if p.slug == slug)
    return pages.edit_address(kind, contribution, part)


@require_safe
def preview(request, kind: str, key: str):
    """The page as readers would see it."""
    found, contribution = for_editor(request.user, kind, key)
    return show_preview(request, found, contribution)


def show_preview(request, kind, contribution):
    text = drafts.text_in_hand(contribution)
    parts = bind_all(kind, text.data)
    context = {"contribution": contribution, "kind": kind, **kind.preview(contribution, parts)}
    return render(request, kind.preview_template, context)
