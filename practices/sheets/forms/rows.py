"""The repeatable parts of a fiche: one row form each, and how many it needs."""

from typing import Any

from django import forms

from aict.moderation.rows import Rows, rows
from aict.taxonomies.models import ActorType, Modality
from aict.ui.fields import area, day_input, web_address
from practices.sheets import models
from practices.sheets.forms.fields import PracticeField

SUGGEST = "/partenariats/suggestions/?type="


def suggested(address: str) -> forms.TextInput:
    return forms.TextInput(attrs={"data-suggest": address})


def with_least(made: type[Rows], least: int, missing: str, help_text: str = "") -> type[Rows]:
    """The same formset, refused with `missing` under `least` rows."""

    class Needed(made):
        def clean(self):
            if sum(row.has_changed() for row in self.forms) < least:
                raise forms.ValidationError(missing)

    needed: Any = Needed
    needed.help = help_text
    return needed


def helped(made: type[Rows], help_text: str) -> type[Rows]:
    made.help = help_text
    return made


class FactForm(forms.ModelForm):
    url = web_address("Adresse de la source")

    class Meta:
        model = models.SheetFact
        fields = ["text", "when", "source", "url", "read_on"]
        widgets = {"text": area(), "read_on": day_input()}
        help_texts = {"when": "L’année ou le mois que le chiffre décrit.", "read_on": ""}


class ToolForm(forms.ModelForm):
    modality = forms.ModelChoiceField(
        Modality.objects.in_use(),
        to_field_name="slug",
        label="Modalité d’action",
        required=False,
        empty_label="Aucune",
    )

    class Meta:
        model = models.SheetTool
        fields = ["name", "use", "cost", "delay", "modality"]
        widgets = {"use": area()}
        help_texts = {"cost": "Un ordre de grandeur, suivi de « (indicatif) »."}


class StepForm(forms.ModelForm):
    class Meta:
        model = models.SheetStep
        fields = ["title", "text", "duration"]
        widgets = {"text": area(3)}


class ActorForm(forms.ModelForm):
    actor_type = forms.ModelChoiceField(
        ActorType.objects.in_use(), to_field_name="slug", label="Type", required=False
    )

    class Meta:
        model = models.SheetActor
        fields = ["name", "actor_type", "brings", "lead"]
        widgets = {"name": suggested(f"{SUGGEST}acteur"), "brings": area()}


class LawForm(forms.ModelForm):
    url = web_address("Adresse du texte")

    class Meta:
        model = models.SheetLaw
        fields = ["reference", "says", "url"]
        widgets = {"says": area()}


class FundingForm(forms.ModelForm):
    class Meta:
        model = models.SheetFunding
        fields = ["source", "note"]
        widgets = {"source": suggested(f"{SUGGEST}financement")}


class ExampleForm(forms.ModelForm):
    practice = PracticeField(
        label="Pratique",
        max_length=300,
        widget=suggested("/fiches-reperes/exemples-possibles/?type=pratique"),
        help_text="Son titre, ou l’adresse de sa page.",
    )

    class Meta:
        model = models.SheetExample
        fields = ["practice", "note"]
        widgets = {"note": area()}


class QuestionForm(forms.ModelForm):
    class Meta:
        model = models.SheetQuestion
        fields = ["question", "answer"]
        widgets = {"answer": area(3)}
        help_texts = {
            "question": "Avec ses mots, comme en réunion.",
            "answer": "Deux phrases, sans sigle ; un chiffre seulement s’il est daté.",
        }


class FaqForm(forms.ModelForm):
    class Meta:
        model = models.SheetFaq
        fields = ["question", "answer"]
        widgets = {"answer": area(3)}


class TermForm(forms.ModelForm):
    class Meta:
        model = models.SheetTerm
        fields = ["term", "definition"]
        widgets = {"definition": area()}
        help_texts = {"term": "Chaque sigle employé dans la fiche doit être ici."}


class ReferenceForm(forms.ModelForm):
    url = web_address("Adresse")

    class Meta:
        model = models.SheetReference
        fields = ["title", "note", "url"]


FactRows = helped(
    rows(FactForm, "Faits et chiffres", "Fait", 8),
    "Rien sans source ni date : un chiffre que l’on ne peut pas retrouver ne sert à personne.",
)
ToolRows = with_least(rows(ToolForm, "Outils", "Outil", 12), 1, "Décrivez au moins un outil.")
StepRows = with_least(
    rows(StepForm, "La méthode, étape par étape", "Étape", 12), 2, "Décrivez au moins deux étapes."
)
ActorRows = with_least(
    rows(ActorForm, "Acteurs à mobiliser", "Acteur", 15),
    1,
    "Nommez au moins un acteur à mobiliser.",
    "Un nom ou un sigle de l’annuaire devient un lien vers sa page.",
)
LawRows = rows(LawForm, "Textes cités", "Texte", 8)
FundingRows = helped(
    rows(FundingForm, "Financements", "Financement", 10),
    "Un intitulé du répertoire devient un lien vers sa page.",
)
ExampleRows = helped(
    rows(ExampleForm, "Exemples", "Exemple", 5),
    "De deux à cinq pratiques publiées. Si l’une d’elles est retirée du site, la fiche le dit.",
)
QuestionRows = rows(QuestionForm, "Questions que l’élu·e posera", "Question", 8)
FaqRows = rows(FaqForm, "Questions fréquentes", "Question", 10)
TermRows = rows(TermForm, "Mots à connaître", "Mot", 15)
ReferenceRows = rows(ReferenceForm, "Pour aller plus loin", "Référence", 12)
