"""What coordinators type of a survey: its name, its promise, its dates, where its questions come from."""

import hashlib

from django import forms
from django.forms.widgets import RadioSelect
from django.utils import timezone

from aict.ui.fields import area, day_input
from surveys.editing.files import questionnaire_of, shipped
from surveys.models import Mode, State, Survey
from surveys.questionnaire.reading import UnreadableError

PROMISES = {
    Mode.ANONYMOUS: "Personne ne sait qui a répondu quoi, pas même la coordination. "
    "Elle sait seulement quelles personnes invitées ont répondu.",
    Mode.NAMED: "La coordination voit qui répond et peut rappeler. En public, seuls des totaux paraissent.",
}
SHIPPED, FILE = "modele", "fichier"


class SettingsForm(forms.ModelForm):
    """What may still change: year and mode in a draft only, dates until results are published.

    `seen` is what the page showed: when somebody changed it since, `is_stale` says so."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Survey
        fields = ("title", "summary", "year", "mode", "open_link", "closes_on")
        widgets = {"summary": area(3), "closes_on": day_input(), "mode": RadioSelect}
        labels = {"mode": "Ce qui est promis à qui répond"}
        help_texts = {
            "summary": "Deux ou trois phrases : ce que vous cherchez à savoir, ce que vous en ferez.",
            "open_link": "Sans cette case, seules les personnes invitées répondent.",
            "closes_on": "Dernier jour pour répondre. L’enquête se clôt d’elle-même la nuit suivante.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.instance.state
        locked = () if state == State.DRAFT else ("year", "mode")
        for name in (*locked, *(("open_link", "closes_on") if self.instance.is_published else ())):
            del self.fields[name]
        self.fields["title"].error_messages["required"] = "Donnez un titre à cette enquête."
        self.initial["seen"] = fingerprint(self.instance)

    @property
    def is_stale(self) -> bool:
        return self.is_bound and self["seen"].value() != self.initial["seen"]

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if not 2000 <= year <= 2100:
            raise forms.ValidationError("Écrivez une année, par exemple 2026.")
        return year

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        if day and "closes_on" in self.changed_data and day < timezone.localdate():
            raise forms.ValidationError("Cette date est passée : choisissez-en une autre.")
        return day


class ReasonForm(forms.Form):
    comment = forms.CharField(
        max_length=1000,
        required=False,
        error_messages={
            "max_length": "Une phrase suffit : 1 000 signes au plus.",
            "null_characters_not_allowed": "Ce texte contient un caractère invisible interdit.",
        },
    )


class NewForm(SettingsForm):
    source = forms.ChoiceField(
        label="D’où vient le questionnaire",
        widget=RadioSelect,
        error_messages={
            "invalid_choice": "Ce questionnaire n’existe plus : choisissez-en un autre."
        },
    )
    file = forms.FileField(
        label="Fichier du questionnaire",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        help_text="Au format JSON d’AICT éco, 500 Ko au plus. Seulement si vous avez choisi « un fichier ».",
    )
    field_order = ("title", "summary", "year", "source", "file", "mode", "open_link", "closes_on")

    def __init__(self, *args, earlier, **kwargs):
        """`earlier`: the surveys whose questions may be taken again."""
        super().__init__(*args, **kwargs)
        self.earlier = {f"enquete-{one.pk}": one for one in earlier}
        taken = [(name, f"Celui de « {one} », {one.year}") for name, one in self.earlier.items()]
        self.fields["source"].choices = [
            (SHIPPED, "Le questionnaire de 2024 sur les besoins, reconstitué"),
            *taken,
            (FILE, "Un fichier que vous avez"),
        ]
        self.initial |= {"source": SHIPPED, "year": timezone.localdate().year}

    def clean(self):
        told = super().clean()
        source = told.get("source")
        if source == FILE and "file" in told:
            try:
                told["questionnaire"] = questionnaire_of(told["file"])
            except UnreadableError as why:
                self.add_error("file", str(why))
        elif source in self.earlier:
            told["questionnaire"] = self.earlier[source].questionnaire
        elif source == SHIPPED:
            told["questionnaire"] = shipped()
        return told


def fingerprint(survey: Survey) -> str:
    told = [str(getattr(survey, name)) for name in SettingsForm.Meta.fields]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
