"""« Signaler une erreur »: anyone may; a robot is left to its honeypot."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aict.people.limits import limited
from practices import tasks
from practices.forms.report import ReportForm
from practices.views.detail import published_or_404


@login_not_required
@require_http_methods(["GET", "POST"])
def report(request, slug: str):
    practice = published_or_404(slug)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if answer := limited(request, "report", "10/h/ip"):
            return answer
        if form.is_valid():
            keep(form, practice)
            messages.success(
                request, "Merci. La coordination et l’équipe de la page sont prévenues."
            )
            return redirect(practice)
    status = 422 if form.is_bound else 200
    return render(
        request, "practices/report.html", {"form": form, "practice": practice}, status=status
    )


@transaction.atomic
def keep(form: ReportForm, practice) -> None:
    """Store the report and queue its mails; what fell into the honeypot is dropped."""
    if form.cleaned_data["website"]:
        return
    form.instance.practice = practice
    made = form.save()
    tasks.tell_report.defer(report_id=made.pk)
