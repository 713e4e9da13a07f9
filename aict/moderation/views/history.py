"""Versions of a contribution: list, compare two, restore one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aict.moderation import drafts
from aict.moderation.differences import changes
from aict.moderation.models import Contribution
from aict.moderation.readiness import Refused
from aict.moderation.views import pages
from aict.moderation.views.finding import for_editor
from aict.moderation.wording import in_words


def changes_since_accepted(kind, contribution, text):
    """What the text in hand changes to the version on line; [] when nothing is on line."""
    accepted = contribution.revisions.filter(accepted=True).first()
    if not accepted or accepted.pk == text.pk:
        return []
    return changes(in_words(kind, accepted.data), in_words(kind, text.data))


@require_safe
def versions(request, token):
    """Every version, newest first, and the difference between two of them."""
    contribution = Contribution.objects.get_or_404(token)
    kind, contribution = for_editor(request.user, contribution.kind, str(token))
    revisions = list(contribution.revisions.select_related("author"))
    new = wanted(revisions, request.GET.get("nouvelle"), default=0)
    old = wanted(revisions, request.GET.get("ancienne"), default=1)
    context = {
        "contribution": contribution,
        "revisions": revisions,
        "old": old,
        "new": new,
        "changes": changes(in_words(kind, old.data), in_words(kind, new.data))
        if old and new
        else [],
    }
    return render(request, "moderation/versions.html", context)


def wanted(revisions: list, asked: str | None, default: int):
    """The revision of that number (« brouillon » for the rolling draft), or the default-th."""
    if asked is None:
        return revisions[default] if len(revisions) > default else None
    for revision in revisions:
        if asked == str(revision.number or "brouillon"):
            return revision
    raise Http404("Cette version n’existe pas.")


@require_POST
def restore(request, token, number: int):
    """An old version becomes the text in hand; nothing is overwritten."""
    contribution = Contribution.objects.get_or_404(token)
    kind, contribution = for_editor(request.user, contribution.kind, str(token))
    if not contribution.revisions.filter(number=number).exists():
        raise Http404("Cette version n’existe pas.")
    try:
        drafts.restore(contribution, number, request.user)
    except Refused as refused:
        context = {"contribution": contribution, "problem": str(refused)}
        return render(request, "moderation/refused.html", context, status=409)
    messages.success(
        request, f"La version {number} est reprise comme brouillon : relisez-la et soumettez-la."
    )
    return redirect(pages.check_address(kind, contribution))
