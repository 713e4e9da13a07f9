"""The need an officer states, and the answers it gets."""

import re

from django import forms
from django.utils import timezone

from aict.taxonomies.models import ActorType, Sector
from aict.territories.forms import CountriesField
from aict.ui.fields import CHOOSE, day_input
from partnerships.introductions.gate import Said
from partnerships.models.actor import Actor
from partnerships.models.introduction import Introduction, Outcome, Reason

ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w")


def no_address(text: str) -> None:
    """What is shown on a page holds nobody's address."""
    if ADDRESS.search(text):
        raise forms.ValidationError(
            "Retirez l’adresse électronique : ce texte s’affiche, et la plateforme transmet pour vous."
        )


class NeedForm(forms.ModelForm):
    """`memberships`: the confirmed ones of who asks; asked only when there are several."""

    membership = forms.ModelChoiceField(None, label="Au nom de", empty_label=None)
    sector = forms.ModelChoiceField(
        Sector.objects.in_use(), to_field_name="slug", label="Secteur", empty_label=CHOOSE
    )
    actor_type = forms.ModelChoiceField(
        ActorType.objects.in_use(),
        to_field_name="slug",
        label="Type d’interlocuteur",
        empty_label="Peu importe",
        required=False,
    )
    countries = CountriesField(
        label="Pays visés",
        required=False,
        help_text="Tapez les premières lettres. Laissez vide si le besoin ne vise aucun pays.",
    )

    class Meta:
        model = Introduction
        fields = [
            *("intent", "category", "sector", "countries", "actor_type"),
            *("what", "how", "why", "difficulty", "deadline", "share_contact"),
        ]
        labels = {
            "intent": "Je cherche",
            "category": "Pour quelle action",
            "what": "Ce que je veux faire",
            "how": "Comment",
            "why": "Pourquoi",
            "difficulty": "Ce qui bloque aujourd’hui",
            "deadline": "Pour quand",
            "share_contact": "Transmettre mon nom, ma fonction et mon adresse à qui acceptera",
        }
        help_texts = {
            "what": "En deux ou trois phrases, pour quelqu’un qui ne vous connaît pas.",
            "how": "Avec qui, avec quels moyens, à quelle étape.",
            "why": "Ce que votre territoire en attend, et ce que l’autre peut y gagner.",
            "share_contact": "À cette personne seulement, et seulement si elle accepte. Sinon, c’est "
            "elle qui vous dira comment la joindre. Rien ne s’affiche sur le site.",
        }
        widgets = {
            "intent": forms.RadioSelect,
            "category": forms.RadioSelect,
            "what": forms.Textarea(attrs={"rows": 4}),
            "how": forms.Textarea(attrs={"rows": 3}),
            "why": forms.Textarea(attrs={"rows": 3}),
            "difficulty": forms.Textarea(attrs={"rows": 2}),
            "deadline": day_input(),
        }

    def __init__(self, *args, memberships, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("intent", "category"):
            field = self.fields[name]
            field.choices = [choice for choice in field.choices if choice[0]]
        for name in ("what", "how", "why", "difficulty"):
            self.fields[name].validators.append(no_address)
        belongs = self.fields["membership"]
        belongs.queryset = memberships
        belongs.initial = memberships[0] if memberships else None
        if len(memberships) <= 1:
            belongs.widget = forms.HiddenInput()

    def clean_deadline(self):
        day = self.cleaned_data.get("deadline")
        if day and day < timezone.localdate():
            raise forms.ValidationError("Cette date est passée : indiquez une date à venir.")
        return day

    def save(self, commit=True):
        membership = self.cleaned_data["membership"]
        self.instance.territory = membership.territory
        self.instance.service = membership.service
        return super().save(commit)


class AcceptForm(forms.Form):
    contact = forms.CharField(
        label="Comment vous joindre",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Un nom, un téléphone, une adresse : ce que vous voulez. C’est envoyé à cette seule "
        "personne, par message, et ne s’affiche nulle part.",
    )

    def said(self) -> Said:
        return Said(contact=self.cleaned_data["contact"])


class RefuseForm(forms.Form):
    """`directory`: names proposed for « voyez plutôt »."""

    reason = forms.ChoiceField(
        choices=Reason.choices,
        label="Pourquoi",
        widget=forms.RadioSelect,
        error_messages={"required": "Cochez une raison : la personne saura où chercher."},
    )
    suggested_name = forms.CharField(
        label="Voyez plutôt…",
        max_length=200,
        validators=[no_address],
        required=False,
        help_text="Le nom d’un organisme ou d’un service, jamais l’adresse d’une personne.",
        widget=forms.TextInput(attrs={"list": "acteurs-proches", "autocomplete": "off"}),
    )
    comment = forms.CharField(
        label="Un mot pour la personne qui demande",
        max_length=500,
        validators=[no_address],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    stop = forms.BooleanField(label="Ne plus nous transmettre de demandes", required=False)

    def __init__(self, *args, may_stop: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_stop:
            del self.fields["stop"]

    def said(self) -> Said:
        data = self.cleaned_data
        name = data["suggested_name"]
        return Said(
            reason=data["reason"],
            suggested=actor_named(name),
            suggested_name=name,
            comment=data["comment"],
            stop=data.get("stop", False),
        )


def actor_named(name: str) -> Actor | None:
    """The only actor on line of that name or acronym."""
    asked = name.split(" (")[0].strip()
    if not asked:
        return None
    rows = Actor.objects.published()
    found = list(rows.filter(title__unaccent__iexact=asked)[:2])
    found = found or list(rows.filter(acronym__iexact=asked)[:2])
    return found[0] if len(found) == 1 else None


class CloseForm(forms.Form):
    useful = forms.TypedChoiceField(
        choices=[("oui", "Oui"), ("non", "Non")],
        coerce=lambda value: value == "oui",
        label="L’échange a-t-il été utile ?".replace(" ?", "\u202f?"),
        widget=forms.RadioSelect,
        error_messages={"required": "Répondez par oui ou par non."},
    )
    outcome = forms.ChoiceField(
        choices=Outcome.choices,
        label="Ce qu’il a donné",
        widget=forms.RadioSelect,
        error_messages={"required": "Cochez ce que l’échange a donné."},
    )
    comment = forms.CharField(
        label="En une phrase",
        max_length=300,
        validators=[no_address],
        required=False,
        help_text="Transmis à votre interlocuteur avec vos remerciements.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def said(self) -> Said:
        return Said(**self.cleaned_data)


class FileForm(forms.Form):
    comment = forms.CharField(
        label="Pourquoi la clore",
        max_length=300,
        validators=[no_address],
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Indiquez pourquoi, en une phrase."},
    )

    def said(self) -> Said:
        return Said(comment=self.cleaned_data["comment"])
