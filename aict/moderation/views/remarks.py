"""The remarks on a text, part by part, beside what they are about."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from aict.moderation import drafts, remarks
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Remark
from aict.moderation.permissions import can_edit
from aict.moderation.reading_steps import may_remark
from aict.moderation.wording import by_part
from aict.people.limits import limited

GESTURES = {"resoudre": remarks.resolve, "rouvrir": remarks.reopen}


class RemarkForm(forms.Form):
    part = forms.SlugField(max_length=60)
    field = forms.CharField(max_length=60, required=False)
    text = forms.CharField(
        max_length=2000, error_messages={"required": "Écrivez votre remarque avant de l’envoyer."}
    )


@require_http_methods(["GET", "POST"])
def page(request, token):
    """Each part with its answers and what was said of it; saying one more."""
    contribution = Contribution.objects.get_or_404(token)
    if not may_remark(request.user, contribution):
        raise PermissionDenied("Ces remarques sont celles de l’équipe et de ses relecteurs.")
    if request.method == "POST":
        return say(request, contribution)
    return shown(request, contribution)


def say(request, contribution):
    if refused := limited(request, "remarque", "120/h/user"):
        return refused
    form = RemarkForm(request.POST)
    told = form.cleaned_data if form.is_valid() else {}
    kind = KINDS[contribution.kind]
    part = next((p for p in kind.parts if p.slug == told.get("part")), None)
    if part is None:
        problem = " ".join(form.errors.get("text", ["Cette partie n’existe pas."]))
        return shown(request, contribution, problem, 422, request.POST)
    made = remarks.say(contribution, part, told["text"], request.user, told["field"])
    messages.success(request, "Votre remarque est gardée. Elle ne sera jamais publiée.")
    return back(request, made)


def shown(request, contribution, problem="", status=200, sent=None):
    kind, text = KINDS[contribution.kind], drafts.text_in_hand(contribution)
    context = {
        "contribution": contribution,
        "kind": kind,
        "text": text,
        "parts": parts_read(contribution, kind, text.data),
        "team": can_edit(request.user, contribution),
        "problem": problem,
        "sent": {name: sent.get(name, "") for name in ("part", "text")} if sent else {},
    }
    return render(request, "moderation/remarks.html", context, status=status)


def parts_read(contribution, kind, data) -> list[dict]:
    """What is read part by part: its answers, its remarks; then remarks on parts no longer asked."""
    said = remarks.of_parts(contribution)
    titles = {part.slug: part.title for part in kind.parts}
    read: list[dict] = [
        {
            "slug": part.slug,
            "title": part.title,
            "answers": answers,
            "fields": remarks.fields_of(part),
            "asked": True,
        }
        for part, answers in by_part(kind, data)
    ]
    gone = set(said) - {row["slug"] for row in read}
    nothing = {"answers": [], "fields": [], "asked": False}
    read += [{"slug": slug, "title": titles.get(slug, slug), **nothing} for slug in sorted(gone)]
    for row in read:
        told = said.get(row["slug"], [])
        row["remarks"] = [{"remark": r, "label": kind.label_of(r.field)} for r in told]
    return read


@require_POST
def gesture(request, pk: int, name: str):
    """Resolve or reopen one remark."""
    remark = Remark.objects.select_related("contribution").filter(pk=pk).first()
    if remark is None or name not in GESTURES:
        raise Http404("Cette remarque n’existe pas.")
    GESTURES[name](remark, request.user)
    return back(request, remark)


def back(request, remark):
    """To the page one came from, or to the remarks of that part."""
    asked = request.POST.get("retour", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()):
        return redirect(asked)
    address = redirect("moderation:remarks", token=remark.contribution.token)
    address["Location"] += f"#partie-{remark.part}"
    return address
