"""The directory as a page or as a file, and its duplicates. One actor's page is composed in the roof."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.listing.views import list_page
from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from partnerships.actors import merging
from partnerships.actors.cards import CARDS
from partnerships.actors.exports import csv
from partnerships.actors.listing import ACTORS
from partnerships.models import Actor, ActorMerge


@login_not_required
@require_safe
def actor_list(request: HttpRequest) -> HttpResponseBase:
    template = "partnerships/actor_list.html"
    return list_page(request, ACTORS, CARDS, "acteur", template, csv)


@require_safe
def duplicates(request):
    """Pairs that look like one actor, two of one's own choice, and the last ones that were joined."""
    coordinators_only(request)
    asked = [typed(request.GET, name, 200) for name in ("reste", "part")]
    named = [Actor.objects.named(name) for name in asked]
    if all(named) and named[0] != named[1]:
        return redirect("actors:merge", named[0].slug, named[1].slug)
    context = {
        "asked": asked,
        "unknown": [name for name, found in zip(asked, named, strict=True) if name and not found],
        "pairs": merging.likely_duplicates(),
        "merges": ActorMerge.objects.select_related("kept", "left", "by")[:20],
    }
    return render(request, "partnerships/actor_duplicates.html", context)


@require_http_methods(["GET", "POST"])
def merge(request, kept: str, left: str):
    """Both actors side by side, what would move, and the one button."""
    coordinators_only(request)
    found = merging.both(kept, left)
    if found is None:
        raise Http404("L’un de ces acteurs n’est plus en ligne.")
    stays, leaves = found
    problem = ""
    if request.method == "POST":
        try:
            merging.merge(stays, leaves, request.user)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, f"« {leaves} » est réuni à « {stays} ».")
            return redirect(stays)
    context = {"kept": stays, "left": leaves, "problem": problem}
    context["rows"] = merging.side_by_side(stays, leaves)
    context["followers"] = merging.followers(leaves)
    status = 409 if problem else 200
    return render(request, "partnerships/actor_merge.html", context, status=status)


@require_POST
def undo_merge(request, pk: int):
    coordinators_only(request)
    done = get_object_or_404(ActorMerge, pk=pk)
    try:
        merging.undo(done, request.user)
        messages.success(request, f"« {done.left} » est de nouveau en ligne.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("actors:duplicates")


def coordinators_only(request) -> None:
    if not request.user.is_coordinator:
        raise PermissionDenied
