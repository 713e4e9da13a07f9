"""« Garder cette page »: links that are the same for everybody lead here, where the reader is known."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aict.alerts import keeping
from aict.alerts.models import Bookmark
from aict.alerts.subjects import page_address
from aict.moderation.kinds import title_on_line
from aict.moderation.models import Contribution


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """The pages one keeps, the last kept first."""
    return render(request, "alerts/kept.html", {"kept": keeping.kept_by(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, token) -> HttpResponse:
    """One button to keep; `retirer` takes it back. A page withdrawn since may only be taken away."""
    contribution = Contribution.objects.get_or_404(token)
    mine = Bookmark.objects.filter(user=request.user, contribution=contribution).first()
    if not contribution.live and mine is None:
        Contribution.objects.on_line().get_or_404(token)
    if request.method == "POST":
        return carry_out(request, contribution)
    context = {
        "contribution": contribution,
        "title": title_on_line(contribution),
        "mine": mine,
        "back": page_address(contribution),
    }
    return render(request, "alerts/keep_page.html", context)


def carry_out(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    if request.POST.get("retirer"):
        keeping.let_go(request.user, contribution)
        messages.success(request, _("Cette page n’est plus gardée."))
        return redirect("alerts:kept")
    keeping.keep(request.user, contribution, told="silence" not in request.POST)
    messages.success(request, _("Cette page est gardée."))
    return redirect("alerts:kept")
