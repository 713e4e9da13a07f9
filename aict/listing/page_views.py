"""What goes with the page of any listed row: its history, and « Signaler une erreur »."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aict.listing import tasks
from aict.listing.forms import ReportForm
from aict.listing.listed import Listed
from aict.people.limits import limited


def published_or_404(model: type[Listed], slug: str) -> Listed:
    """Raises Http404 for what is not on line."""
    row = model.objects.published().select_related("contribution").filter(slug=slug).first()
    if row is None:
        raise Http404("Cette page n’est pas en ligne.")
    return row


@login_not_required
@require_safe
def history(request, slug: str, model: type[Listed]):
    """The accepted versions and what each changed, in their authors' words."""
    row = published_or_404(model, slug)
    accepted = row.contribution.revisions.filter(accepted=True)
    context = {"row": row, "versions": accepted.values("number", "at", "note")}
    return render(request, "listing/history.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def report(request, slug: str, model: type[Listed]):
    """Anyone may say what is wrong; a robot is left to its honeypot."""
    row = published_or_404(model, slug)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if answer := limited(request, "report", "10/h/ip"):
            return answer
        if form.is_valid():
            keep(form, row)
            messages.success(
                request, "Merci. La coordination et l’équipe de la page sont prévenues."
            )
            return redirect(row)
    status = 422 if form.is_bound else 200
    return render(request, "listing/report.html", {"form": form, "row": row}, status=status)


@transaction.atomic
def keep(form: ReportForm, row: Listed) -> None:
    """Store the report and queue its mails; what fell into the honeypot is dropped."""
    if form.cleaned_data["website"]:
        return
    form.instance.contribution = row.contribution
    made = form.save()
    tasks.tell_report.defer(report_id=made.pk)
