"""Changing state: the author's buttons and the coordinator's decision."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aict.moderation import attached, drafts
from aict.moderation.binding import bind_all
from aict.moderation.forms import CorrectionRows, DecisionForm
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from aict.moderation.permissions import can_edit, can_moderate, is_involved
from aict.moderation.readiness import Refused
from aict.moderation.remarks import open_by_part
from aict.moderation.transitions import TRANSITIONS
from aict.moderation.views import history, readings
from aict.moderation.views.finding import typed
from aict.moderation.waiting import days_late, waited_on
from aict.moderation.wording import in_words

MOST_PREFILLED = CorrectionRows.extra
DECISIONS = {"accept", "send_back"}
SAID = {
    "submit": "C’est soumis. La coordination a été prévenue ; vous recevrez un message à chaque étape.",
    "publish": "C’est publié. La version précédente reste dans l’historique.",
    "withdraw": "Vous avez repris la main : le texte est de nouveau un brouillon.",
    "accept": "C’est publié. Les auteurs ont été prévenus.",
    "send_back": "Les corrections sont demandées. Les auteurs ont été prévenus.",
    "discard": "La mise à jour est abandonnée ; la version en ligne n’a pas changé.",
    "abandon": "Le brouillon est archivé ; vous pourrez le rouvrir.",
    "archive": "La page est retirée du site ; son contenu est conservé.",
    "reopen": "Le texte est rouvert, comme brouillon.",
    "restore": "La page est de nouveau en ligne, telle qu’elle était.",
}


@require_safe
def review(request, token):
    """What a coordinator reads before deciding."""
    contribution = Contribution.objects.get_or_404(token)
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = [name for name in request.GET.getlist("champ") if name][:MOST_PREFILLED]
    rows = correction_rows(contribution)
    for row, name in zip(rows.forms, asked, strict=False):
        row.initial["field"] = name
    decision = DecisionForm(initial={"transition": "send_back"} if asked else None)
    return review_page(request, contribution, decision, rows)


def review_page(request, contribution, decision, corrections, problem="", status=200):
    kind = KINDS[contribution.kind]
    text = drafts.text_in_hand(contribution)
    context = {
        "contribution": contribution,
        "kind": kind,
        "text": text,
        "answers": in_words(kind, text.data).items(),
        "files": attached.of_text(contribution, text.data),
        "changes": history.changes_since_accepted(kind, contribution, text),
        "resembling": kind.resembling(contribution.title, contribution),
        "asked": contribution.corrections.select_related("author"),
        "journal": contribution.journal.select_related("by"),
        "remarks_waiting": sum(open_by_part(contribution).values()),
        "decision": decision,
        "corrections": corrections,
        "correction_sets": [corrections],
        "correction_open": "send_back"
        in (decision.data.get("transition"), decision.initial.get("transition")),
        "problem": problem,
        **standing(request.user, contribution),
    }
    return render(request, "moderation/review.html", context, status=status)


def standing(user, contribution) -> dict:
    """Who is waited on, since when, and what `user` may do about it."""
    judging = contribution.state == State.SUBMITTED and can_moderate(user, contribution)
    return {
        "waiting": waited_on(contribution, to_authors=False),
        "late": days_late(contribution),
        "queue": place_in_queue(user, contribution),
        "may_decide": judging,
        "involved": is_involved(user, contribution),
        **(readings.asking(contribution, user) if judging else {}),
    }


def correction_rows(contribution, post=None):
    """The corrections one may ask for, on the fields of the text in hand."""
    text = drafts.text_in_hand(contribution)
    choices = field_choices(KINDS[contribution.kind], text.data)
    return CorrectionRows(post, prefix="corrections", form_kwargs={"choices": choices})


def place_in_queue(user, contribution) -> dict:
    """How many wait for a decision of `user`, and the one to read after this."""
    waiting = list(Contribution.objects.decidable_by(user).values_list("token", flat=True))
    place = waiting.index(contribution.token) if contribution.token in waiting else -1
    following = [*waiting[place + 1 :], *waiting[: max(place, 0)]]
    return {"count": len(waiting), "next": following[0] if following else None}


def field_choices(kind, data: dict) -> list[tuple[str, str]]:
    named = [("", "L’ensemble du texte")]
    for bound in bind_all(kind, data):
        named += [(name, str(field.label or name)) for name, field in bound.form.fields.items()]
        named += [(name, formset.label) for name, formset in bound.formsets.items()]
    return named


@require_POST
def decide(request, token):
    """Accept, or send back with corrections."""
    contribution = Contribution.objects.get_or_404(token)
    if not request.user.is_coordinator:
        raise PermissionDenied
    decision = DecisionForm(request.POST)
    rows = correction_rows(contribution, request.POST)
    if not decision.is_valid() or not rows.is_valid():
        return review_page(request, contribution, decision, rows, status=422)
    try:
        transition = settle(contribution, request.user, decision.cleaned_data, rows.cleaned_data)
    except Refused as refused:
        return review_page(request, contribution, decision, rows, str(refused), 409)
    messages.success(request, SAID[transition])
    following = Contribution.objects.decidable_by(request.user).first()
    if not following:
        return redirect("moderation:queue")
    messages.info(request, "Voici la contribution qui attend depuis le plus longtemps.")
    return redirect("moderation:review", token=following.token)


def settle(contribution, by, decision: dict, rows: list[dict]) -> str:
    asked = [row for row in rows if row.get("comment")]
    name, expected = decision["transition"], decision["expected"]
    apply(contribution, name, by, decision["comment"], corrections=asked, expected=expected)
    return name


@require_POST
def change(request, token, transition: str):
    """The author's own transitions."""
    contribution = Contribution.objects.get_or_404(token)
    if not can_edit(request.user, contribution):
        raise PermissionDenied
    if transition not in TRANSITIONS or transition in DECISIONS:
        raise PermissionDenied
    try:
        apply(
            contribution,
            transition,
            request.user,
            comment=typed(request.POST, "comment", 1000),
            note=typed(request.POST, "note", 300),
            last_look="last_look" in request.POST,
        )
    except Refused as refused:
        context = {"contribution": contribution, "problem": str(refused)}
        return render(request, "moderation/refused.html", context, status=409)
    messages.success(request, SAID[transition])
    return redirect("moderation:contribution", token=token)
