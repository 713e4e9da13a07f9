"""The page of the dynamic, its versions, and writing to the coordination."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.dynamic import tasks, versions
from aict.dynamic.forms import ContactForm, PageForm
from aict.dynamic.models import TEXTS, DynamicPage
from aict.dynamic.reading import page_of
from aict.people.gates import coordinators_only
from aict.people.limits import limited


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    context = page_of(versions.current())
    context["coordinates"] = getattr(request.user, "is_coordinator", False)
    return render(request, "dynamic/page.html", context)


@coordinators_only
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """« Aperçu » shows the page below the form and keeps nothing; « Publier » adds a version."""
    now = versions.current()
    if request.method != "POST":
        form = PageForm(initial={**now.texts(), "read": now.number})
        return edit_page(request, form)
    form = PageForm(request.POST)
    if "apercu" in request.POST:
        form.fields["note"].required = False
    if not form.is_valid():
        return edit_page(request, form, status=422)
    if "apercu" in request.POST:
        return edit_page(request, form, preview=DynamicPage(number=now.number, **form.texts()))
    read, note = form.cleaned_data["read"], form.cleaned_data["note"]
    try:
        made = versions.publish(form.texts(), note, read, request.user)
    except versions.OvertakenError as error:
        return edit_page(request, form, overtaken=error, status=409)
    messages.success(request, f"La version {made.number} est en ligne.")
    return redirect("dynamic:page")


def edit_page(request, form: PageForm, preview=None, overtaken=None, status=200) -> HttpResponse:
    context = {
        "form": form,
        "preview": page_of(preview) if preview else None,
        "overtaken": overtaken,
        "theirs": differences(overtaken.current, form.texts()) if overtaken else [],
    }
    return render(request, "dynamic/edit.html", context, status=status)


def differences(old: DynamicPage, new: dict[str, str]) -> list[dict]:
    """The passages that differ, as components/diff_fields.html wants them."""
    words = {name: str(PageForm.base_fields[name].label) for name in TEXTS}
    return [
        {"label": words[name], "old": getattr(old, name), "new": new[name]}
        for name in TEXTS
        if getattr(old, name) != new[name]
    ]


@coordinators_only
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    rows = [*DynamicPage.objects.select_related("by"), versions.original()]
    return render(request, "dynamic/versions.html", {"rows": rows, "current": rows[0].number})


def version_or_404(number: int) -> DynamicPage:
    found = versions.version(number)
    if found is None:
        raise Http404("Cette version n’existe pas.")
    return found


@coordinators_only
@require_safe
def one_version(request: HttpRequest, number: int) -> HttpResponse:
    """What is on line, and what restoring that version would change in it."""
    found, now = version_or_404(number), versions.current()
    context = {"found": found, "current": now, "changes": differences(now, found.texts())}
    return render(request, "dynamic/version.html", context)


@coordinators_only
@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    try:
        made = versions.restore(version_or_404(number), request.user)
    except versions.OvertakenError as error:
        messages.error(request, str(error))
        return redirect("dynamic:version", number)
    messages.success(request, f"C’est fait : la version {made.number} est en ligne.")
    return redirect("dynamic:page")


@login_not_required
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Anyone writes; the coordination gets a mail, and nobody's address is shown."""
    form = ContactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if refused := limited(request, "contact", "5/h/ip"):
            return refused
        if form.is_valid():
            pass_on(form)
            messages.success(request, "Votre message part vers la coordination. Merci.")
            return redirect("dynamic:page")
    return render(
        request, "dynamic/contact.html", {"form": form}, status=422 if form.is_bound else 200
    )


@transaction.atomic
def pass_on(form: ContactForm) -> None:
    """Queue the mail; what a robot wrote is dropped."""
    if not form.cleaned_data["website"]:
        tasks.relay.defer(message_id=form.save().pk)
