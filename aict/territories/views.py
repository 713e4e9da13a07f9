from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aict.territories.suggestions import FRENCH, SCOPES, problem_with, suggest


@login_not_required
@require_safe
def suggestions(request):
    """`?q=` what is typed, `?scope=` collectivites (default), etranger, tout or pays → `results`."""
    query, scope = request.GET.get("q", ""), request.GET.get("scope", FRENCH)
    problem = (
        problem_with(query) if scope in SCOPES else _("Ce périmètre de recherche n’existe pas.")
    )
    if problem:
        return JsonResponse({"error": problem}, status=400)
    found = suggest(query, scope)
    results = [{"key": s.key, "label": s.label, "name": s.name, "detail": s.detail} for s in found]
    response = JsonResponse({"results": results})
    patch_cache_control(response, public=True, max_age=3600)
    return response
