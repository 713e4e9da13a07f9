"""What the weekly check found, for the coordination."""

from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.links.models import Link
from aict.links.places import everywhere


@require_safe
def links(request):
    """Links that no longer answer, oldest trouble first, and the pages that hold them."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    broken = list(Link.objects.broken().order_by("failing_since", "url"))
    urls, pages = {link.url for link in broken}, defaultdict(list)
    for place in everywhere():
        if place.url in urls:
            pages[place.url].append(place)
    context = {
        "rows": [(link, pages[link.url]) for link in broken],
        "known": Link.objects.count(),
        "checked": Link.objects.exclude(checked_at=None).count(),
    }
    return render(request, "links/links.html", context)
