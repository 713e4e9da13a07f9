"""« Ajouter à un dossier », from any published page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aict.people.limits import limited
from practices.dossiers import writing
from practices.dossiers.forms import AddForm
from practices.dossiers.models import Dossier
from practices.dossiers.told import tell
from practices.dossiers.views.finding import published

MOST_SHOWN = 50


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, token) -> HttpResponse:
    """Choose a dossier or name a new one; added twice, it is there once."""
    contribution = published(token)
    dossiers = Dossier.objects.of(request.user)[:MOST_SHOWN]
    form = AddForm(request.POST if request.method == "POST" else None, dossiers=dossiers)
    if form.is_bound and form.is_valid():
        if refused := limited(request, "dossier-piece", "200/h/user"):
            return refused
        return put(request, contribution, form)
    told = tell([contribution]).get(contribution.pk)
    context = {"form": form, "told": told, "contribution": contribution}
    return render(request, "dossiers/add.html", context, status=422 if form.is_bound else 200)


def put(request, contribution, form: AddForm) -> HttpResponse:
    dossier = form.chosen()
    if dossier is None:
        membership = request.user.memberships.confirmed().order_by("pk").first()
        dossier = writing.start(request.user, membership, {"title": form.cleaned_data["title"]})
    try:
        item, created = writing.add(dossier, contribution)
    except writing.Full:
        messages.error(
            request, f"Ce dossier a déjà {writing.MOST_ITEMS} pièces : retirez-en une d’abord."
        )
        return redirect(dossier)
    if created and form.cleaned_data["note"]:
        item.note = form.cleaned_data["note"]
        item.save(update_fields=["note"])
    messages.success(
        request, "C’est dans le dossier." if created else "C’était déjà dans ce dossier."
    )
    return redirect(f"{dossier.get_absolute_url()}#pieces")
