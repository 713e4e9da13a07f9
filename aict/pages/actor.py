"""One actor of the directory, with the practices and the partnerships that name it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aict.listing.cards import Cards, joined
from aict.listing.foot import Foot, foot_of
from aict.listing.listed import ListedQuerySet
from aict.listing.views import gone
from aict.moderation.permissions import can_edit
from partnerships import cards as partnership_cards
from partnerships.actors.reading import page_of
from partnerships.introductions.targets import relay_stopped
from partnerships.models import Actor, Partnership
from practices import cards as practice_cards
from practices.models import Practice
from practices.sheets.quoting import QUOTED_BY, naming_actor

MOST = 12


@login_not_required
@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What it can bring, to whom; one that joined another leads to it."""
    rows = Actor.objects.published().with_relations().select_related("contribution")
    found = rows.annotate(stopped=relay_stopped()).filter(slug=slug).first()
    if found is None:
        return gone(request, Actor, slug)
    user, mine = request.user, found.contribution
    practices = Practice.objects.published().filter(partners__actor=found)
    partnerships = Partnership.objects.published().filter(mobilised__actor=found)
    context = {
        "page": page_of(found),
        "practices": latest(practices, practice_cards.CARDS),
        "partnerships": latest(partnerships, partnership_cards.CARDS),
        "sheets": naming_actor(found),
        "quoted_by": QUOTED_BY,
        "relay_url": relay_url(found, found.stopped),
        "foot": foot(found, found.stopped),
        "tools": mine.token if user.is_authenticated and can_edit(user, mine) else "",
    }
    return render(request, "partnerships/actor_detail.html", context)


def relay_url(row: Actor, stopped: bool) -> str:
    """Where an introduction is asked for; "" when nobody would receive it."""
    if stopped or not row.contact_relay:
        return ""
    return f"/mises-en-relation/demander/?acteur={row.slug}"


def latest(rows: ListedQuerySet, cards: Cards) -> str:
    """The last ones, as the items of a list."""
    found = cards.of(rows.distinct().newest_first().values_list("pk", "stamp")[:MOST])
    return joined(f"<li>{card.html()}</li>" for card in found.values())


def foot(row: Actor, stopped: bool) -> Foot:
    """Who answers for the page: the public source it was read in, or the team that proposed it."""
    owner = _("D’après : %s") % row.source if row.source else _("L’équipe qui l’a proposée")
    relayed = relay_url(row, stopped)
    contact = _("Par le relais de la plateforme") if relayed else _("À la coordination")
    return foot_of(row, "AICT éco", owner, _("Licence Ouverte 2.0"), contact)
