"""What is told, and what is ticked before it can be read."""

from django import forms

from aict.taxonomies.models import Modality
from partnerships.forms.introduction import no_address
from practices.lessons.checklist import POINTS
from practices.lessons.gate import Said
from practices.lessons.models import Statement
from practices.lessons.models.lesson import MARKS, TEXTS


class TellForm(forms.ModelForm):
    """`strict`: asked whole (rewriting); in a draft, anything but the title may wait."""

    modality = forms.ModelChoiceField(
        Modality.objects.in_use(),
        to_field_name="slug",
        label="Modalité d’action",
        empty_label="Ne pas préciser",
        required=False,
    )

    class Meta:
        model = Statement
        fields = [*TEXTS, *MARKS]
        labels = {
            "title": "Un titre qui dit la leçon",
            "situation": "La situation",
            "tried": "Ce qui a été tenté",
            "wrong": "Ce qui n’a pas marché, et pourquoi",
            "instead": "Ce que nous ferions à la place",
            "level": "Type de collectivité",
            "band": "Taille",
            "category": "Catégorie",
        }
        help_texts = {
            "title": "Par exemple « Ne pas partir sans interprète ». Il deviendra l’adresse de la page.",
            "situation": "Le genre d’action et son contexte, sans lieu, sans date, sans nom.",
            "level": "Laissez vide si cela suffirait à vous reconnaître.",
            "band": "De même.",
        }
        widgets = {
            "situation": forms.Textarea(attrs={"rows": 4}),
            "tried": forms.Textarea(attrs={"rows": 4}),
            "wrong": forms.Textarea(attrs={"rows": 5}),
            "instead": forms.Textarea(attrs={"rows": 4}),
            "category": forms.RadioSelect,
        }

    def __init__(self, *args, strict: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        for name in TEXTS:
            self.fields[name].validators.append(no_address)
            self.fields[name].required = strict or name == "title"
        for name in ("level", "band"):
            self.fields[name].choices = [("", "Ne pas préciser"), *self.fields[name].choices[1:]]
        choices = self.fields["category"].choices
        self.fields["category"].choices = [choice for choice in choices if choice[0]]
        self.fields["category"].required = strict

    def told(self) -> dict:
        return {name: self.cleaned_data[name] for name in (*TEXTS, *MARKS)}


class CheckForm(forms.Form):
    points = forms.MultipleChoiceField(
        choices=list(POINTS.items()),
        label="J’ai vérifié, dans ce texte exact",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez chaque point, ou renvoyez le texte."},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def said(self) -> Said:
        return Said(points=self.cleaned_data["points"], digest=self.cleaned_data["digest"])


class ApproveForm(forms.Form):
    exact = forms.BooleanField(
        label="J’ai relu le texte exact qui paraîtra, et je l’approuve",
        error_messages={"required": "Cochez la case une fois le texte relu."},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def said(self) -> Said:
        return Said(digest=self.cleaned_data["digest"])


class ReasonForm(forms.Form):
    comment = forms.CharField(
        label="Pourquoi",
        max_length=500,
        validators=[no_address],
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi, en une phrase : la personne la recevra."},
    )

    def said(self) -> Said:
        return Said(comment=self.cleaned_data["comment"])
