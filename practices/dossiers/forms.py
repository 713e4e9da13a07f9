"""What an officer types: the dossier, a note for each item, a link, a colleague."""

import re

from django import forms
from django.utils import timezone

from aict.people.models import User
from aict.ui.fields import day_input
from practices.dossiers.models import Dossier, DossierItem, DossierShare
from practices.dossiers.told.words import Told

PERSON = re.compile(r"\b(?:M\.|Mme|MM\.|Monsieur|Madame|Mlle)(?=\s)|@")
PHONE = re.compile(r"\+?[\d\s().-]+")
HELP = {
    "title": "Ce que l’élu·e lira en premier, en clair.",
    "audience": "La délégation, pas le nom : « Délégation au développement économique ».",
    "ask": "Demandé pour partager. Une ou deux phrases qui finissent par un choix : « Autoriser l’envoi de neuf entreprises au "
    "salon, pour 48 000 € ».",
    "intro": "Pourquoi maintenant, en deux ou trois phrases. Sans sigle.",
    "contact": "La fonction, pas le nom : « La direction de l’économie ».",
}


def no_person(text: str) -> None:
    """What is read by a link names no one."""
    if PERSON.search(text):
        raise forms.ValidationError(
            "Indiquez une délégation ou une fonction, pas le nom ni l’adresse d’une personne."
        )


def phone_number(text: str) -> None:
    if not PHONE.fullmatch(text) or len(re.sub(r"\D", "", text)) < 3:
        raise forms.ValidationError("Écrivez un numéro, par exemple 04 00 00 00 00.")


class DossierForm(forms.ModelForm):
    class Meta:
        model = Dossier
        fields = ["title", "audience", "ask", "deadline", "intro", "contact", "phone"]
        labels = {
            "title": "Titre",
            "audience": "Pour qui",
            "ask": "Ce qui est à décider",
            "deadline": "Avant le",
            "intro": "En quelques mots",
            "contact": "Qui appeler",
            "phone": "Téléphone",
        }
        help_texts = HELP
        widgets = {
            "ask": forms.Textarea(attrs={"rows": 3}),
            "intro": forms.Textarea(attrs={"rows": 3}),
            "deadline": day_input(),
            "phone": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("audience", "contact"):
            self.fields[name].validators.append(no_person)
        self.fields["phone"].validators.append(phone_number)


class NewForm(forms.ModelForm):
    """The beginning of a dossier. `memberships`: the confirmed ones of who writes it."""

    membership = forms.ModelChoiceField(None, label="Au nom de", empty_label=None, required=False)

    class Meta(DossierForm.Meta):
        fields = ["title", "audience"]

    def __init__(self, *args, memberships, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["audience"].validators.append(no_person)
        several = self.fields["membership"]
        several.queryset = memberships
        several.label_from_instance = lambda row: f"{row.territory}, {row.service}"
        several.initial = memberships[0] if memberships else None
        if len(memberships) <= 1:
            several.widget = forms.HiddenInput()

    def text(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class NoteForm(forms.ModelForm):
    """Why this one, and the figure to show when `told` has several; one form for each item."""

    class Meta:
        model = DossierItem
        fields = ["note", "figure"]
        labels = {"note": "Pourquoi celle-ci", "figure": "Chiffre à montrer"}
        widgets = {"note": forms.Textarea(attrs={"rows": 2}), "figure": forms.Select}

    def __init__(self, *args, told: Told | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.told = told
        if not told or not told.figures:
            del self.fields["figure"]
            return
        shown = [(label, f"{value} · {label}") for value, label in told.figures]
        choices = [("", "Le premier"), *shown, (DossierItem.NONE, "Aucun")]
        self.fields["figure"] = forms.ChoiceField(
            label="Chiffre à montrer", choices=choices, required=False
        )

    @property
    def item(self) -> DossierItem:
        return self.instance


class Notes(list[NoteForm]):
    """Those of one dossier, as the error summary reads a formset."""

    @property
    def forms(self):
        return self

    def non_form_errors(self):
        return ()


class AddForm(forms.Form):
    """Into which dossier: one of hers, or a new one that she names."""

    NEW = "nouveau"
    dossier = forms.ChoiceField(label="Dans quel dossier", widget=forms.RadioSelect)
    title = forms.CharField(label="Titre du nouveau dossier", max_length=120, required=False)
    note = forms.CharField(
        label="Pourquoi celle-ci",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Une phrase pour qui lira : ce que ce cas montre. Vous pourrez l’écrire plus tard.",
    )

    def __init__(self, *args, dossiers, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {str(dossier.token): dossier for dossier in dossiers}
        choices = [(token, dossier.title) for token, dossier in self.known.items()]
        self.fields["dossier"].choices = [*choices, (self.NEW, "Un nouveau dossier")]
        self.fields["dossier"].initial = choices[0][0] if choices else self.NEW
        if not choices:
            self.fields["dossier"].widget = forms.HiddenInput()

    def clean(self):
        told = super().clean()
        if told.get("dossier") == self.NEW and not told.get("title"):
            self.add_error("title", "Donnez un titre au nouveau dossier.")
        return told

    def chosen(self) -> Dossier | None:
        return self.known.get(self.cleaned_data["dossier"])


class ShareForm(forms.ModelForm):
    class Meta:
        model = DossierShare
        fields = ["label", "expires_on"]
        labels = {"label": "Pour mémoire", "expires_on": "Dernier jour de lecture"}
        help_texts = {
            "label": "À qui ce lien est envoyé ; vous seul·e et votre équipe le lisez.",
            "expires_on": "Passé ce jour, le lien n’ouvre plus rien. Vous pouvez aussi le couper à tout moment.",
        }
        widgets = {"expires_on": day_input()}

    def clean_expires_on(self):
        day = self.cleaned_data["expires_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Ce jour est passé : choisissez un jour à venir.")
        return day


class ColleagueForm(forms.Form):
    colleague = forms.ModelChoiceField(
        User.objects.none(), label="Ajouter un·e collègue", empty_label="Choisir…"
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = people
