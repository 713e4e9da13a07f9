"""One's dossiers: the list, a new one, the end of one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.people.limits import limited
from practices.dossiers import writing
from practices.dossiers.forms import NewForm
from practices.dossiers.models import Dossier
from practices.dossiers.views.finding import written_by


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    rows = Dossier.objects.of(request.user).with_counts(timezone.localdate())
    page = Paginator(rows.select_related("territory", "service"), 20).get_page(
        request.GET.get("page")
    )
    return render(request, "dossiers/mine.html", {"page": page})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A title and for whom; the rest is written on its own page."""
    if request.method == "POST" and (refused := limited(request, "dossier", "30/h/user")):
        return refused
    memberships = request.user.memberships.confirmed().select_related("territory", "service")
    data = request.POST if request.method == "POST" else None
    form = NewForm(data, memberships=memberships)
    if form.is_bound and form.is_valid():
        return redirect(writing.start(request.user, form.cleaned_data["membership"], form.text()))
    return render(
        request, "dossiers/new.html", {"form": form}, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, token) -> HttpResponse:
    """For good, links included; while others write it too, one only leaves it."""
    dossier = written_by(request.user, token)
    others = dossier.editors.exclude(pk=request.user.pk).exists()
    if request.method == "GET":
        return render(request, "dossiers/delete.html", {"dossier": dossier, "others": others})
    if others:
        return leave(request, token)
    dossier.delete()
    messages.success(request, "Le dossier est supprimé ; ses liens n’ouvrent plus rien.")
    return redirect("dossiers:mine")


@require_POST
def leave(request: HttpRequest, token) -> HttpResponse:
    """Write it no more; somebody must remain."""
    dossier = written_by(request.user, token)
    if writing.leave(dossier, request.user):
        messages.success(request, "Vous n’écrivez plus ce dossier ; vos collègues le gardent.")
        return redirect("dossiers:mine")
    messages.error(request, "Vous êtes seul·e à écrire ce dossier : supprimez-le, ou gardez-le.")
    return redirect("dossiers:sharing", token=token)
