"""One published practice: its page, the history of its versions."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from aict.listing.models import Clock
from practices import pages
from practices.models import OldSlug, Practice
from practices.models.practice import KIND

CLOCK = Subquery(Clock.objects.filter(kind=KIND).values("stamp")[:1])
WHERE = Practice.objects.values_list("archived_at", CLOCK, "stamp")


@login_not_required
@require_safe
def detail(request, slug: str):
    """The page; a former address leads to the new one, a withdrawn practice says so."""
    found = WHERE.filter(slug=slug).first()
    if not found:
        old = get_object_or_404(OldSlug.objects.select_related("practice"), slug=slug)
        return redirect(old.practice, permanent=True)
    archived_at, clock, stamp = found
    if archived_at:
        return render(request, "practices/withdrawn.html", {"day": archived_at}, status=410)
    body, head = pages.published(slug, clock, stamp)
    return render(request, "practices/practice_detail.html", {"body": body, **head})


@login_not_required
@require_safe
def versions(request, slug: str):
    """The accepted versions and what each changed, in their authors' words."""
    practice = published_or_404(slug)
    accepted = practice.contribution.revisions.filter(accepted=True)
    context = {"practice": practice, "versions": accepted.values("number", "at", "note")}
    return render(request, "practices/versions.html", context)


def published_or_404(slug: str) -> Practice:
    found = Practice.objects.published().select_related("contribution", "territory", "service")
    practice = found.filter(slug=slug).first()
    if not practice:
        raise Http404("Cette pratique n’est pas en ligne.")
    return practice
