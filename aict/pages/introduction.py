"""Choosing whom to ask: actors and partnerships of one room, practices of another."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from aict.territories.models import Territory
from partnerships.introductions import gate, proposals, targets
from partnerships.introductions.permissions import Who, parts_of
from partnerships.introductions.states import open_to
from partnerships.introductions.waiting import ESCALATED_AFTER, PROMISED
from partnerships.models import Actor, Introduction
from partnerships.views.introduction import visible
from practices.models import Practice

COORDINATION = "coordination"
SENT = f"C’est parti. La réponse est attendue sous {PROMISED} jours ; vous serez prévenu·e à chaque étape."
ENTRUSTED = "C’est confié à la coordination, qui cherche pour vous. Vous serez prévenu·e."
TEMPLATE = "pages/introduction_choose.html"


@require_http_methods(["GET", "POST"])
def choose(request, token) -> HttpResponse:
    """Actors and peers, each with its reasons in words, and the coordination; one is chosen."""
    need = visible(request, token)
    can = open_to(need, parts_of(Who(user=request.user), need))
    transition = next((name for name in ("send", "retry", "reassign") if name in can), "")
    if not transition:
        if need.requester_id == request.user.pk:
            return redirect(need)
        raise PermissionDenied("Cette demande n’attend pas de nouveau destinataire.")
    problem, status = "", 200
    if request.method == "POST":
        if refused := limited(request, "envoyer-introduction", "20/h/user"):
            return refused
        problem = send(request, need, transition, can)
        if not problem:
            return redirect(need)
        status = 409
    return render(request, TEMPLATE, context_of(need, transition, can, problem), status=status)


def send(request, need: Introduction, transition: str, can: set[str]) -> str:
    """ "" when it left, else the sentence that says why it did not."""
    chosen = request.POST.get("target", "").replace("\x00", "")[:80]
    kind, _colon, key = chosen.partition(":")
    alone = next((name for name in ("entrust", "hand_back") if name in can), "")
    said = gate.Said(actor=actor_at(kind, key), peer=peer_at(kind, key))
    try:
        name = alone if chosen == COORDINATION and alone else transition
        gate.apply(need, name, Who(user=request.user), said, expected=read_round(request))
    except Refused as refused:
        return str(refused)
    messages.success(request, ENTRUSTED if name == alone else SENT)
    return ""


def read_round(request) -> int | None:
    """The round the page showed, so that two people do not send it twice."""
    shown = request.POST.get("round", "")
    return int(shown) if shown.isdecimal() and len(shown) < 6 else None


def actor_at(kind: str, key: str) -> Actor | None:
    if kind != "acteur" or not key.isdecimal() or len(key) > 12:
        return None
    return targets.reachable_actors().filter(pk=int(key)).first()


def peer_at(kind: str, key: str) -> Territory | None:
    if kind != "territoire":
        return None
    return targets.reachable_peers().filter(key=key).first()


def context_of(need: Introduction, transition: str, can: set[str], problem: str) -> dict:
    wanted = first(need, transition)
    done = [need.actor_id] if need.actor_id and transition != "send" else []
    known = {proposal.value for proposal in wanted}
    actors = [p for p in proposals.actors(need, done) if p.value not in known]
    sources = [*proposals.peers_by_partnership(need), *peers_by_practice(need)]
    peers = [p for p in proposals.peers(need, sources) if p.value not in known]
    return {
        "need": need,
        "transition": transition,
        "wanted": wanted,
        "actors": actors,
        "peers": peers,
        "to_coordination": bool(can & {"entrust", "hand_back"}) and transition != "reassign",
        "problem": problem,
        "promised": PROMISED,
        "escalated": ESCALATED_AFTER,
    }


def first(need: Introduction, transition: str) -> list[proposals.Proposal]:
    """Whom she came for, or whom the refusal suggests; only somebody who can answer."""
    found = []
    suggested = need.suggested_id if transition != "send" else need.actor_id
    actor = targets.reachable_actors().select_related("actor_type", "country", "contribution")
    why = "conseillé par le refus" if transition != "send" else "c’est sa page que vous lisiez"
    if suggested and (row := actor.filter(pk=suggested).first()):
        found.append(proposals.proposal_of(row, [why]))
    other = transition == "send" and need.peer and need.peer_id != need.territory_id
    if need.peer and other and targets.reachable_peers().filter(pk=need.peer_id).exists():
        peer = proposals.proposal_of_peer(need.peer)
        peer.reasons = [about(need)]
        found.append(peer)
    return found


def about(need: Introduction) -> str:
    return f"vous lisiez « {need.about.title} »" if need.about else "c’est sa page que vous lisiez"


def peers_by_practice(need: Introduction) -> Iterator[tuple[Territory, str, int]]:
    """(territory, reason, weight): those that published a practice close to the need."""
    codes = proposals.codes_of(need)
    search = sorted(codes["pays"] | codes["secteur"])
    rows = Practice.objects.published().filter(
        facets__overlap=search, territory__in=targets.reachable_peers()
    )
    for row in rows.select_related("territory", "contribution").order_by("-stamp")[
        : proposals.LOOKED_AT
    ]:
        has = set(row.facets)
        weight = 2 * len(codes["pays"] & has) + len((codes["secteur"] | codes["categorie"]) & has)
        if row.territory:
            reason = f"a publié « {row.title} »" + proposals.invented(row.contribution)
            yield row.territory, reason, weight
