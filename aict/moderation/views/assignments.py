"""Sharing a text out: who writes which part, and for when."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aict.moderation import assigning, drafts, remarks
from aict.moderation.forms import NOBODY
from aict.moderation.models import Contribution
from aict.moderation.readiness import Refused
from aict.moderation.views import pages
from aict.moderation.views.finding import for_editor, typed
from aict.people.limits import limited
from aict.people.models import User


class AssignmentForm(forms.Form):
    part = forms.ChoiceField(label="Partie")
    person = forms.ModelChoiceField(
        User.objects.none(), label="Personne de l’équipe", required=False, empty_label="Choisir…"
    )
    email = forms.EmailField(
        label="Ou une personne inscrite, par son adresse électronique",
        help_text="Elle rejoindra l’équipe de ce texte, et recevra un message.",
        required=False,
    )
    until = forms.DateField(
        label="Pour le", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args, kind, contribution, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part.slug, part.title) for part in kind.parts]
        self.fields["person"].queryset = contribution.editors.filter(is_active=True)

    def clean(self):
        told = self.cleaned_data
        told["who"] = told.get("person") or User.objects.confirmed_at(told.get("email") or "")
        if not told["who"] and not self.errors:
            raise forms.ValidationError(NOBODY)
        return told


@require_http_methods(["GET", "POST"])
def page(request, token):
    """Every part with who writes it; giving one, taking one back."""
    contribution = Contribution.objects.get_or_404(token)
    kind, contribution = for_editor(request.user, contribution.kind, str(token))
    if request.method == "GET":
        asked = {"part": request.GET.get("partie", "")}
        form = AssignmentForm(kind=kind, contribution=contribution, initial=asked)
        return shown(request, kind, contribution, form)
    if slug := typed(request.POST, "retirer", 60):
        assigning.take_back(contribution, slug, request.user)
        messages.success(request, "Cette partie n’est plus confiée à quelqu’un en particulier.")
        return redirect("moderation:assignments", token=token)
    return give(request, kind, contribution)


def give(request, kind, contribution):
    if refused := limited(request, "equipe", "20/h/user"):
        return refused
    form = AssignmentForm(request.POST, kind=kind, contribution=contribution)
    if not form.is_valid():
        return shown(request, kind, contribution, form, 422)
    told = form.cleaned_data
    part = next(p for p in kind.parts if p.slug == told["part"])
    try:
        assigning.assign(contribution, part, told["who"], request.user, told["until"])
    except Refused as refused:
        form.add_error("until" if told["until"] else None, str(refused))
        return shown(request, kind, contribution, form, 409)
    messages.success(request, f"« {part.title} » : {told['who']} est prévenu·e.")
    return redirect("moderation:assignments", token=contribution.token)


def shown(request, kind, contribution, form, status=200):
    text = drafts.text_in_hand(contribution)
    context = {
        "contribution": contribution,
        "kind": kind,
        "parts": pages.outline(kind, contribution, None, text.data)[:-1],
        "form": form,
        "waiting": sum(remarks.open_by_part(contribution).values()),
    }
    return render(request, "moderation/assignments.html", context, status=status)
