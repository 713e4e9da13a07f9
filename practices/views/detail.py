"""One practice."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from practices.models import Practice


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    practice = get_object_or_404(Practice.objects.published(), slug=slug)
    return render(request, "practices/practice_detail.html", {"practice": practice})
