"""Who reads a dossier and who writes it: links, colleagues."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from practices.dossiers import sharing, writing
from practices.dossiers.forms import ColleagueForm, ShareForm
from practices.dossiers.models import Dossier
from practices.dossiers.team import colleagues
from practices.dossiers.views.finding import written_by


@require_http_methods(["GET", "POST"])
def share(request: HttpRequest, token) -> HttpResponse:
    """The links of a dossier; a POST makes one more."""
    dossier = written_by(request.user, token)
    lacks = sharing.lacks(dossier, request.user)
    if request.method == "GET":
        return show(request, dossier, ShareForm(), lacks)
    form = ShareForm(request.POST)
    if lacks or not form.is_valid():
        return show(request, dossier, form, lacks, status=422)
    sharing.share(dossier, form.cleaned_data["label"], form.cleaned_data["expires_on"])
    messages.success(request, "Le lien est prêt : copiez-le et envoyez-le.")
    return redirect("dossiers:sharing", token=token)


def show(request, dossier: Dossier, form, lacks, status: int = 200) -> HttpResponse:
    today = timezone.localdate()
    links = list(dossier.shares.all())
    context = {
        "dossier": dossier,
        "form": form,
        "lacks": lacks,
        "links": [(link, sharing.address(link)) for link in links if not link.over(today)],
        "past": [link for link in links if link.over(today)],
        "editors": dossier.editors.order_by("name", "email"),
        "colleague_form": ColleagueForm(people=colleagues(dossier)),
    }
    return render(request, "dossiers/sharing.html", context, status=status)


@require_POST
def revoke(request: HttpRequest, token, pk: int) -> HttpResponse:
    """Cut one link, at once."""
    dossier = written_by(request.user, token)
    sharing.revoke(get_object_or_404(dossier.shares, pk=pk))
    messages.success(request, "Le lien est coupé : il n’ouvre plus rien.")
    return redirect("dossiers:sharing", token=token)


@require_POST
def add_editor(request: HttpRequest, token) -> HttpResponse:
    """A colleague of the same service writes it too."""
    dossier = written_by(request.user, token)
    form = ColleagueForm(request.POST, people=colleagues(dossier))
    if form.is_valid():
        person = form.cleaned_data["colleague"]
        writing.join(dossier, person, request.user)
        messages.success(
            request,
            f"{person} peut maintenant écrire ce dossier avec vous : un message l’en prévient.",
        )
    else:
        messages.error(request, "Choisissez une personne de votre service dans la liste.")
    return redirect("dossiers:sharing", token=token)
