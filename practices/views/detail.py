"""One published practice: its page, the history of its versions."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from aict.ui import remembered
from practices import pages
from practices.models import OldSlug, Practice


@login_not_required
@require_safe
def detail(request, slug: str):
    """The page; a former address leads to the new one, a withdrawn practice says so."""
    found = pages.withdrawn_or_version(slug)
    if not found:
        old = get_object_or_404(OldSlug.objects.select_related("practice"), slug=slug)
        return redirect(old.practice, permanent=True)
    withdrawn, version = found
    if withdrawn:
        return render(request, "practices/withdrawn.html", {"day": withdrawn}, status=410)
    holes = pages.published(slug, version).holes()
    return remembered.page(request, "practices/practice_detail.html", holes, below="/pratiques/")


@login_not_required
@require_safe
def versions(request, slug: str):
    """The accepted versions and what each changed, in their authors' words."""
    practice = published_or_404(slug)
    accepted = practice.contribution.revisions.filter(accepted=True)
    context = {"practice": practice, "versions": accepted.values("number", "at", "note")}
    return render(request, "practices/versions.html", context)


def published_or_404(slug: str) -> Practice:
    joined = ("contribution", "service", "territory__departement", "territory__region")
    found = Practice.objects.published().select_related(*joined)
    practice = found.filter(slug=slug).first()
    if not practice:
        raise Http404("Cette pratique n’est pas en ligne.")
    return practice
