"""Names already known, offered while one types; free entry stays possible."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from partnerships.models import Actor, Funding, Partnership

SOURCES = {"acteur": Actor, "financement": Funding, "partenariat": Partnership}
MOST = 8


@require_safe
def suggestions(request):
    """JSON {"names": […]} of at most 8 published names holding `q`, for `type` acteur, financement,
    partenariat."""
    model = SOURCES.get(request.GET.get("type", ""))
    asked = request.GET.get("q", "").strip()[:80].replace("\x00", "")
    if not model or len(asked) < 2:
        return JsonResponse({"names": []})
    found = model.objects.published().filter(title__unaccent__icontains=asked).order_by("title")
    return JsonResponse({"names": list(found.values_list("title", flat=True)[:MOST])})
