"""One's own account: what it says, what it gives back, how it ends."""

from allauth.account.internal.flows.logout import logout
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from aict.people import domains, erasure, holdings, memberships
from aict.people.export import export
from aict.people.forms import ErasureForm, ProfileForm
from aict.people.limits import limited
from aict.people.security import means


def account(request: HttpRequest) -> HttpResponse:
    rows = request.user.memberships.select_related("territory", "service").order_by("created_at")
    context = {
        "memberships": rows,
        "means": means(request.user),
        "suggested": None if rows else domains.suggested_territory(request.user),
        "waiting": memberships.waiting_for(request.user),
    }
    return render(request, "people/account.html", context)


def profile(request: HttpRequest) -> HttpResponse:
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Votre profil est à jour."))
        return redirect("people:account")
    return render(request, "people/profile.html", {"form": form})


def data(request: HttpRequest) -> HttpResponse:
    """The JSON file of all the site knows of the person who asks."""
    if refused := limited(request, "mes-donnees", "10/h/user"):
        return refused
    name = f"aict-eco-mes-donnees-{timezone.localdate():%Y-%m-%d}.json"
    return JsonResponse(
        export(request.user),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def erase(request: HttpRequest) -> HttpResponse:
    user = request.user
    reason, held = erasure.obstacle(user), holdings.count(user)
    heirs = memberships.heirs(user, user.memberships.confirmed().values("territory"))
    data = request.POST if request.method == "POST" else None
    form = ErasureForm(data, heirs=heirs, held=held)
    if request.method == "POST" and not reason and form.is_valid():
        try:
            erasure.erase(user, form.cleaned_data.get("heir"))
        except erasure.ErasureRefusedError as error:
            messages.error(request, str(error))
            return redirect("people:account")
        logout(request)
        messages.success(
            request, _("Votre compte est effacé. Ce que vous avez publié reste, sans votre nom.")
        )
        return redirect("/")
    context = {"form": form, "reason": reason, "held": held}
    return render(request, "people/erase.html", context)
