"""Sending invitations and reminders: what leaves, to whom, then one button."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from surveys.campaign import mails, sending
from surveys.campaign.models import MOST_REMINDERS, Invitation, MailingKind
from surveys.models import Survey

SAMPLE = 10


@require_http_methods(["GET", "HEAD", "POST"])
@coordinators_only
def send(request, slug, kind):
    """`kind`: « invitation » or « rappel »."""
    if kind not in MailingKind.values:
        raise Http404
    survey = get_object_or_404(Survey, slug=slug)
    if request.method == "POST":
        try:
            sending.ask_for(survey, kind, request.user)
        except Refused as why:
            messages.error(request, str(why))
        else:
            messages.success(request, _("L’envoi commence. Vous pouvez quitter cette page."))
        return redirect("campaign:list", slug)
    return render(request, "campaign/send.html", preview(survey, kind))


def preview(survey: Survey, kind: str) -> dict:
    """The mail as one person will read it, and who receives it."""
    number = min(sending.next_number(survey, kind), MOST_REMINDERS)
    receivers = sending.receivers(survey, number)
    some = list(receivers.with_names()[:SAMPLE])
    example = some[0] if some else Invitation(pk=0, email="prenom.nom@collectivite.example")
    example.survey = survey
    total = receivers.count()
    return {
        "survey": survey,
        "number": number,
        "total": total,
        "some": some,
        "others": total - len(some),
        "mail": mails.shown(example, number),
        "obstacle": sending.obstacle(survey, kind),
        "mailings": survey.mailings.select_related("by"),
        "most": MOST_REMINDERS,
    }
