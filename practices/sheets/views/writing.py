"""Names offered while a fiche is written."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from practices.models import Practice

MOST, SHORTEST = 8, 2


@require_safe
def practices(request: HttpRequest) -> JsonResponse:
    """JSON {"names": […]} of at most 8 published practices whose title holds `q`; the address
    stands in brackets, since two of them may bear one title."""
    asked = request.GET.get("q", "").strip()[:80].replace("\x00", "")
    if len(asked) < SHORTEST:
        return JsonResponse({"names": []})
    found = Practice.objects.published().filter(title__unaccent__icontains=asked)
    told = found.order_by("title").values_list("title", "slug")[:MOST]
    return JsonResponse({"names": [f"{title} [{slug}]" for title, slug in told]})
