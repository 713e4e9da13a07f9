"""Everyone who has an account, for administrators."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aict.people import roles
from aict.people.forms import PeopleSearchForm, RoleForm
from aict.people.models import Membership, Role, User
from aict.people.permissions import administers, changes_role

PER_PAGE = 30


def people(request: HttpRequest) -> HttpResponse:
    if not administers(request.user):
        raise PermissionDenied
    form = PeopleSearchForm(request.GET)
    form.is_valid()
    found = User.objects.matching(form.cleaned_data.get("q", ""))
    if role := form.cleaned_data.get("role"):
        found = found.filter(role=role)
    confirmed = Membership.objects.confirmed().select_related("territory", "service")
    found = found.prefetch_related(Prefetch("memberships", confirmed, to_attr="confirmed"))
    page = Paginator(found.order_by("name", "email"), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"person": p, "changeable": changes_role(request.user, p)} for p in page]
    context = {"form": form, "page": page, "rows": rows, "roles": Role.choices}
    return render(request, "people/people.html", context)


@require_POST
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    if not administers(request.user):
        raise PermissionDenied
    person = get_object_or_404(User, pk=pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Ce rôle n’existe pas."))
    elif roles.change(person, form.cleaned_data["role"], request.user):
        messages.success(request, _("Rôle changé : %(name)s est prévenu·e.") % {"name": person})
    return redirect("people:people")
