"""Declaring, confirming, refusing and leaving a membership."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from aict.people import domains, holdings, memberships
from aict.people.forms import HeirForm, MembershipForm, RefusalForm
from aict.people.limits import limited
from aict.people.models import Membership
from aict.people.permissions import coordinates, decides_membership

PER_PAGE = 20


def declare(request: HttpRequest) -> HttpResponse:
    suggested = domains.suggested_territory(request.user)
    form = MembershipForm(
        request.POST if request.method == "POST" else None,
        instance=Membership(user=request.user),
        initial={"territory": suggested},
    )
    if request.method == "POST" and form.is_valid():
        if refused := limited(request, "appartenance", "10/h/user"):
            return refused
        memberships.declare(request.user, **form.cleaned_data)
        messages.success(request, _("Votre demande est envoyée : la coordination va la confirmer."))
        return redirect("people:account")
    context = {"form": form, "suggested": suggested}
    return render(request, "people/membership_declare.html", context)


def queue(request: HttpRequest) -> HttpResponse:
    """Every membership, those that wait first."""
    if not coordinates(request.user):
        raise PermissionDenied
    every = Membership.objects.visible_to(request.user)
    waiting, confirmed = every.waiting().verified(), every.confirmed()
    state = "confirmees" if request.GET.get("etat") == "confirmees" else "attente"
    shown = confirmed.order_by("-confirmed_at") if state == "confirmees" else waiting.order_by("pk")
    shown = shown.select_related("user", "territory", "service", "confirmed_by")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [row(membership, request.user) for membership in page],
        "state": state,
        "waiting_count": waiting.count(),
        "confirmed_count": confirmed.count(),
        "known": domains.known(page),
    }
    return render(request, "people/memberships.html", context)


def row(membership: Membership, user) -> dict:
    return {
        "membership": membership,
        "domain": domains.domain_of(membership.user.email),
        "decidable": decides_membership(user, membership),
    }


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    membership = to_decide(request, pk)
    if membership is None:
        return redirect("people:memberships")
    try:
        memberships.confirm(membership, request.user)
        messages.success(
            request,
            _("Appartenance confirmée : %(name)s est prévenu·e.") % {"name": membership.user},
        )
    except memberships.AlreadyDecidedError as error:
        messages.warning(request, str(error))
    return redirect("people:memberships")


def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    membership = to_decide(request, pk)
    if membership is None:
        return redirect("people:memberships")
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            memberships.refuse(membership, request.user, form.cleaned_data["reason"])
            messages.success(
                request,
                _("Demande refusée : %(name)s reçoit le motif.") % {"name": membership.user},
            )
        except memberships.AlreadyDecidedError as error:
            messages.warning(request, str(error))
        return redirect("people:memberships")
    context = {"form": form, "membership": membership}
    return render(request, "people/membership_refuse.html", context)


def to_decide(request: HttpRequest, pk: int) -> Membership | None:
    """The membership to decide on; None, said on screen, when somebody was faster."""
    if not coordinates(request.user):
        raise PermissionDenied
    rows = Membership.objects.select_related("user", "territory", "service")
    membership = rows.filter(pk=pk).first()
    if membership is None or membership.confirmed_at:
        messages.warning(request, _("Cette demande a déjà été traitée."))
        return None
    if not decides_membership(request.user, membership):
        raise PermissionDenied
    return membership


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(request.user.memberships, pk=pk)
    territory = membership.territory
    held = holdings.count(request.user, territory)
    data = request.POST if request.method == "POST" else None
    form = HeirForm(data, heirs=memberships.heirs(request.user, [territory]), held=held)
    if request.method == "POST" and form.is_valid():
        moved = memberships.leave(membership, form.cleaned_data.get("heir"))
        messages.success(request, _("Vous ne faites plus partie de ce service."))
        if moved:
            told = ngettext("%(n)s contribution confiée.", "%(n)s contributions confiées.", moved)
            messages.success(request, told % {"n": moved})
        return redirect("people:account")
    context = {"form": form, "membership": membership, "held": held}
    return render(request, "people/membership_leave.html", context)
