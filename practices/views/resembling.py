"""While the title is typed: published practices that look like it."""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.moderation.models import Contribution
from practices import publication


@require_safe
def resembling(request):
    """A fragment listing at most three practices whose title is close to `titre`."""
    title = request.GET.get("titre", "").replace("\x00", "").strip()[:200]
    try:
        own = Contribution.objects.filter(token=request.GET.get("sauf", "")).first()
    except (ValueError, ValidationError):
        own = None
    found = publication.resembling(title, own) if len(title) >= 8 else []
    return render(request, "practices/resembling.html", {"found": found})
