"""Inviting: one person, or a list that is tried before anything is written."""

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aict.imports.lines import UnreadableError
from aict.people.gates import coordinators_only
from aict.territories.models import Territory
from aict.ui.numbers import count
from surveys.campaign import adding, reading
from surveys.campaign.adding import Fate
from surveys.campaign.forms import ListForm, OneForm
from surveys.campaign.models import Invitation
from surveys.models import State, Survey

# Rows of a report worth reading on screen.
SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@coordinators_only
def add(request, slug):
    """POST `liste`: what a list would do. POST otherwise: one person, invited at once."""
    survey = get_object_or_404(Survey, slug=slug)
    if survey.state in {State.CLOSED, State.PUBLISHED}:
        return render(request, "campaign/over.html", {"survey": survey}, status=409)
    listed = request.method == "POST" and "liste" in request.POST
    one = OneForm(survey, request.POST if request.method == "POST" and not listed else None)
    many = ListForm(*((request.POST, request.FILES) if listed else ()))
    if one.is_valid():
        return invited(request, survey, one.cleaned_data)
    if many.is_valid():
        return report(request, survey, adding.tried(survey, many.cleaned_data["guests"]))
    context = {"survey": survey, "one": one, "many": many, "form": many if listed else one}
    status = 422 if request.method == "POST" else 200
    return render(request, "campaign/add.html", context, status=status)


def invited(request: HttpRequest, survey: Survey, told: dict) -> HttpResponse:
    place = told["territory"]
    known = isinstance(place, Territory)
    Invitation.objects.bulk_create(
        [
            Invitation(
                survey=survey,
                email=told["email"],
                territory=place if known else None,
                territory_name="" if known else (place or "")[:120],
                service=told["service"],
            )
        ],
        ignore_conflicts=True,
    )
    messages.success(request, _("%s est dans la liste. Rien n’est encore envoyé.") % told["email"])
    return redirect("campaign:list", survey.slug)


def report(request: HttpRequest, survey: Survey, rows: list[adding.Row]) -> HttpResponse:
    """What adding these lines would do: what is wrong first."""
    counts = Counter(row.fate for row in rows)
    doubtful = [row for row in rows if row.fate == Fate.NEW and row.remarks]
    figures = [
        (counts[Fate.NEW], _("à ajouter")),
        (counts[Fate.KNOWN], _("déjà dans la liste")),
        (counts[Fate.DOUBLE], _("en double dans le fichier")),
        (counts[Fate.WRONG], _("sans adresse valable")),
    ]
    groups = [
        (_("Lignes sans adresse valable, laissées de côté"), of(rows, Fate.WRONG)),
        (_("Ajoutées, mais à vérifier"), doubtful),
        (_("En double dans le fichier, comptées une fois"), of(rows, Fate.DOUBLE)),
        (_("Déjà dans la liste, laissées telles quelles"), of(rows, Fate.KNOWN)),
    ]
    context = {
        "survey": survey,
        "figures": figures,
        "groups": [(title, group[:SHOWN], len(group)) for title, group in groups if group],
        "new": counts[Fate.NEW],
        "lines": adding.as_text(rows),
    }
    return render(request, "campaign/report.html", context)


def of(rows: list[adding.Row], fate: Fate) -> list[adding.Row]:
    return [row for row in rows if row.fate == fate]


@require_POST
@coordinators_only
def confirm(request, slug):
    """The lines of the report, written. Sent twice, they change nothing more."""
    survey = get_object_or_404(Survey, slug=slug)
    if survey.state in {State.CLOSED, State.PUBLISHED}:
        return render(request, "campaign/over.html", {"survey": survey}, status=409)
    try:
        guests = reading.pasted(request.POST.get("lignes", ""))
    except UnreadableError as error:
        many = ListForm({"lines": request.POST.get("lignes", "")})
        many.add_error(None, str(error))
        context = {"survey": survey, "one": OneForm(survey), "many": many, "form": many}
        return render(request, "campaign/add.html", context, status=422)
    added = adding.add(survey, adding.tried(survey, guests))
    told = count(added, "invitation ajoutée", "invitations ajoutées")
    messages.success(request, _("%s. Rien n’est encore envoyé.") % told)
    return redirect("campaign:list", slug)


@require_POST
@coordinators_only
def remove(request, slug, pk):
    """Take one person off the list, as long as the link was not used."""
    survey = get_object_or_404(Survey, slug=slug)
    if Invitation.objects.removable().filter(survey=survey, pk=pk).delete()[0]:
        messages.success(request, _("Invitation retirée. Son lien ne sert plus."))
    elif Invitation.objects.filter(survey=survey, pk=pk).exists():
        messages.error(request, _("Cette invitation a déjà servi : elle reste dans la liste."))
    return redirect("campaign:list", slug)


@require_POST
@coordinators_only
def reopen(request, slug, pk):
    """For who lost a key before sending: the link may begin a response again. What was typed stays
    out of reach, is not counted, and is erased after the closing."""
    survey = get_object_or_404(Survey, slug=slug)
    mine = Invitation.objects.filter(survey=survey, pk=pk, started=True, answered=False)
    if survey.is_anonymous and mine.update(started=False):
        messages.success(request, _("Le lien de cette personne permet à nouveau de commencer."))
    return redirect("campaign:list", slug)
