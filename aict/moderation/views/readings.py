"""Review tasks: asking a second reader, reading, answering."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from aict.moderation import drafts, reading_gate
from aict.moderation.forms import ReaderForm
from aict.moderation.kinds import KINDS
from aict.moderation.mails import coordinators
from aict.moderation.models import Contribution, Reading
from aict.moderation.permissions import can_edit, can_moderate
from aict.moderation.preview_links import preview_key
from aict.moderation.readiness import Refused
from aict.moderation.reading_steps import asked_of, may_read, obstacle, readings_of
from aict.moderation.views import history
from aict.moderation.views.finding import typed
from aict.moderation.views.remarks import parts_read
from aict.people.limits import limited

ANSWERS = {"nothing", "remarks", "agree"}
SAID = {
    "nothing": "C’est noté : rien à redire. La coordination est prévenue. Merci de votre lecture.",
    "remarks": "Vos remarques sont parties. Merci de votre lecture.",
    "agree": "C’est noté : vous êtes d’accord. La coordination peut publier ce texte exact.",
}


def asking(contribution, user) -> dict:
    """What the page of a decision shows of these tasks: their state, whom to ask, what bars the way."""
    number = drafts.text_in_hand(contribution).number
    kind = KINDS[contribution.kind]
    return {
        "readings": readings_of(contribution),
        "reader_form": reader_form(contribution, user),
        "obstacle": obstacle(contribution, number, user, kind.second_reader),
        "second_reader": kind.second_reader,
    }


def reader_form(contribution, user, post=None) -> ReaderForm:
    others = coordinators().exclude(pk=user.pk)
    return ReaderForm(post, readers=[u for u in others if can_moderate(u, contribution)])


@require_POST
def ask(request, token):
    """A coordinator asks somebody to read before deciding."""
    contribution = Contribution.objects.get_or_404(token)
    if not request.user.is_coordinator:
        raise PermissionDenied
    if refused := limited(request, "relecture", "30/h/user"):
        return refused
    form = reader_form(contribution, request.user, request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(e for errors in form.errors.values() for e in errors))
        return redirect("moderation:review", token=token)
    try:
        reading = reading_gate.ask(contribution, form.cleaned_data["person"], request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{reading.who} est prévenu·e et peut lire ce texte.")
    return redirect("moderation:review", token=token)


@require_POST
def drop(request, pk: int):
    """A coordinator no longer waits for an answer."""
    reading = Reading.objects.select_related("contribution").filter(pk=pk).first()
    if reading is None:
        raise Http404("Cette relecture n’existe pas.")
    try:
        reading_gate.apply(reading, "drop", request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Cette réponse n’est plus attendue.")
    return redirect("moderation:review", token=reading.contribution.token)


@require_http_methods(["GET", "POST"])
def read(request, token):
    """The exact text, for whoever is asked to read it, and her answer."""
    contribution = Contribution.objects.get_or_404(token)
    reading = asked_of(request.user, contribution)
    if reading is None and not may_read(request.user, contribution):
        if can_edit(request.user, contribution):
            return redirect("moderation:contribution", token=token)
        raise PermissionDenied("Cette lecture n’est pas, ou n’est plus, attendue de vous.")
    if request.method == "GET" or reading is None:
        return page(request, contribution, reading)
    return answer(request, contribution, reading)


def answer(request, contribution, reading):
    step = request.POST.get("step", "")
    if step not in ANSWERS:
        return page(request, contribution, reading, "Choisissez une réponse.", 422)
    try:
        words = typed(request.POST, "words", 2000)
        reading_gate.apply(reading, step, request.user, words)
    except Refused as refused:
        return page(request, contribution, reading, str(refused), 409)
    messages.success(request, SAID[step])
    return redirect("moderation:reading", token=contribution.token)


def page(request, contribution, reading, problem="", status=200):
    kind, text = KINDS[contribution.kind], drafts.text_in_hand(contribution)
    context = {
        "contribution": contribution,
        "kind": kind,
        "reading": reading,
        "given": contribution.readings.filter(person=request.user, number=text.number).last(),
        "text": text,
        "parts": parts_read(contribution, kind, text.data),
        "changes": history.changes_since_accepted(kind, contribution, text),
        "preview": preview_key(contribution),
        "problem": problem,
        "address": reverse("moderation:reading", args=[contribution.token]),
    }
    return render(request, "moderation/reading.html", context, status=status)
