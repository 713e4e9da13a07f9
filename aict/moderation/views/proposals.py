"""« Proposer une modification » of a live page, and what its team makes of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aict.moderation import drafts, proposals
from aict.moderation.binding import bind, read
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Proposal
from aict.moderation.permissions import can_edit
from aict.moderation.readiness import Refused
from aict.moderation.views.edit import lock_of, storable_problem
from aict.moderation.views.finding import typed
from aict.moderation.views.pages import edit_address
from aict.moderation.wording import by_part, compared
from aict.people.limits import limited

CLOSED = "Cette page n’attend pas de proposition de votre part."


def proposed_on(request, token):
    """The contribution, its kind and its live text; None for those who write in the draft."""
    contribution = Contribution.objects.get_or_404(token)
    kind, text = KINDS[contribution.kind], proposals.live_text(contribution)
    if not (kind.open_to_proposals and contribution.live and text):
        raise Http404("Cette page n’est pas ouverte aux propositions.")
    if can_edit(request.user, contribution):
        return contribution, kind, None
    if not proposals.may_propose(request.user, contribution):
        raise PermissionDenied(
            "Pour proposer une modification, il faut être confirmé·e comme agent·e d’une collectivité."
        )
    return contribution, kind, text


@require_safe
def choose(request, token):
    """Which part of the page to change."""
    contribution, kind, text = proposed_on(request, token)
    if text is None:
        return redirect(kind.edit_name, key=token)
    context = {
        "contribution": contribution,
        "kind": kind,
        "live": kind.live_object(contribution),
        "parts": by_part(kind, text.data),
    }
    return render(request, "moderation/propose_choose.html", context)


@require_http_methods(["GET", "POST"])
def propose(request, token, part: str):
    """One part as it is on line, to be written otherwise, and why."""
    contribution, kind, text = proposed_on(request, token)
    wanted = kind.part(part, text.data if text else {})
    if wanted is None:
        raise Http404("Cette partie ne concerne pas ce texte.")
    if text is None:
        return redirect(edit_address(kind, contribution, wanted))
    if request.method == "POST":
        return keep(request, contribution, kind, wanted)
    return form(request, contribution, kind, bind(wanted, text.data), "")


def keep(request, contribution, kind, part):
    if refused := limited(request, "proposition", "30/h/user"):
        return refused
    values, why = read(part, request.POST), typed(request.POST, "proposal_reason", 500)
    row = "remove" in request.POST or request.POST.get("add", "")
    bound = bind(part, values, blank=request.POST.get("add", ""))
    if row or (problem := storable_problem(values)):
        return form(
            request, contribution, kind, bound, why, "" if row else problem, 200 if row else 400
        )
    if not bound.valid:
        return form(request, contribution, kind, bound, why, status=422, show=True)
    if not why:
        return form(request, contribution, kind, bound, why, "Dites pourquoi, en une phrase.", 422)
    try:
        made = proposals.propose(contribution, part, values, why, request.user)
    except Refused as refused:
        return form(request, contribution, kind, bound, why, str(refused), 422)
    messages.success(request, "Votre proposition est partie. Vous serez prévenu·e de la suite.")
    return redirect("moderation:proposal", pk=made.pk)


def form(request, contribution, kind, bound, why, problem="", status=200, show=False):
    context = {
        "contribution": contribution,
        "kind": kind,
        "part": bound.part,
        "bound": bound if show else bound.silent(),
        "why": why,
        "problem": problem,
        "live": kind.live_object(contribution),
    }
    return render(request, "moderation/propose_part.html", context, status=status)


@require_http_methods(["GET", "POST"])
def proposal(request, pk: int):
    """Both texts; the team takes it into the draft or says why not, its author follows it."""
    found = Proposal.objects.select_related("contribution", "author", "decided_by")
    one = found.filter(pk=pk).first()
    if one is None:
        raise Http404("Cette proposition n’existe pas.")
    if not proposals.may_see(request.user, one):
        raise PermissionDenied("Cette proposition se règle entre son auteur et l’équipe.")
    if request.method == "POST":
        return decide(request, one)
    return shown(request, one)


def decide(request, one):
    if not can_edit(request.user, one.contribution):
        raise PermissionDenied("Cette proposition est à décider par l’équipe de la page.")
    try:
        if request.POST.get("step") == "take":
            proposals.take(one, request.user, lock_of(request.POST))
            messages.success(request, "La proposition est reprise : relisez le brouillon.")
            return redirect(part_address(one))
        proposals.refuse(one, request.user, typed(request.POST, "reason", 1000))
    except drafts.Stale:
        one.refresh_from_db()
        problem = "Cette partie vient de changer dans le brouillon : comparez de nouveau."
        return shown(request, one, problem, 409)
    except Refused as refused:
        one.refresh_from_db()
        return shown(request, one, str(refused), 409)
    messages.success(request, "C’est noté, et la personne qui propose est prévenue.")
    return redirect("moderation:proposal", pk=one.pk)


def part_address(one: Proposal) -> str:
    kind = KINDS[one.contribution.kind]
    return reverse(f"{kind.namespace}:edit_part", args=[one.contribution.token, one.part])


def shown(request, one, problem="", status=200):
    contribution, kind = one.contribution, KINDS[one.contribution.kind]
    part = next((p for p in kind.parts if p.slug == one.part), None)
    base = contribution.revisions.filter(number=one.base_number).first()
    text = drafts.text_in_hand(contribution)
    told = part and compared(kind, part, one.data, base.data if base else {})
    now = part and compared(kind, part, proposals.changed(one), text.data)
    context = {
        "proposal": one,
        "contribution": contribution,
        "title": part.title if part else one.part,
        "live": kind.live_object(contribution),
        "changes": told or [],
        "now": now if now and now != told else [],
        "lock_no": drafts.lock_of(contribution, part) if part else 0,
        "decides": can_edit(request.user, contribution) and one.state == Proposal.State.OPEN,
        "problem": problem,
    }
    return render(request, "moderation/proposal.html", context, status=status)
