"""« Toujours exact »: the page of the mailed link, and the buttons of those who look after a page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from aict.moderation import reminding, verification
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, VerifiedBy
from aict.moderation.readiness import Refused
from aict.moderation.views.finding import for_editor
from aict.people.limits import limited

TEMPLATE = "moderation/still_true.html"


@login_not_required
@require_http_methods(["GET", "POST"])
def still_true(request, key: str):
    """One button, no account. A link that is over, or has served, says so."""
    try:
        if request.method == "POST":
            contribution = verification.confirm(key)
            messages.success(request, "Merci. La page porte la date d’aujourd’hui.")
            return redirect(live_of(contribution))
        contribution, who = verification.read(key)
    except signing.SignatureExpired:
        return render(request, TEMPLATE, {"over": "expired"}, status=410)
    except verification.UsedError as used:
        context = {"over": "used", "live": live_of(used.contribution)}
        return render(request, TEMPLATE, context, status=410)
    except signing.BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    except Refused:
        return render(request, TEMPLATE, {"over": "withdrawn"}, status=410)
    if not contribution.live:
        return render(request, TEMPLATE, {"over": "withdrawn"}, status=410)
    context = {"over": "", "contribution": contribution, "live": live_of(contribution)}
    context["described"] = who == VerifiedBy.SUBJECT
    return render(request, TEMPLATE, context)


def live_of(contribution: Contribution):
    return KINDS[contribution.kind].live_object(contribution)


@require_POST
def stamp(request, token):
    """The team, or the coordination, looked: the page is still true. `retour` leads back to it."""
    contribution = looked_after(request, token)
    who = VerifiedBy.COORDINATION if request.user.is_coordinator else VerifiedBy.TEAM
    try:
        verification.stamp(contribution, who, request.user)
        messages.success(request, "La page porte la date d’aujourd’hui.")
    except Refused as refused:
        messages.error(request, str(refused))
    if contribution.live and "retour" in request.POST:
        return redirect(live_of(contribution))
    return redirect("moderation:contribution", token=token)


@require_POST
def ask(request, token):
    """Send the question to the organisation that the page describes."""
    contribution = looked_after(request, token)
    if refused := limited(request, "toujours-exact", "30/h/user"):
        return refused
    if contribution.live and reminding.ask_subject(contribution):
        messages.success(request, "La question est partie. L’adresse reste cachée.")
    else:
        messages.error(request, "Cette page n’a pas de boîte de relais où écrire.")
    return redirect("moderation:contribution", token=token)


def looked_after(request, token) -> Contribution:
    contribution = Contribution.objects.get_or_404(token)
    return for_editor(request.user, contribution.kind, str(token))[1]
