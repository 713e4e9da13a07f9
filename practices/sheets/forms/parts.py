"""What a fiche is made of, one section a page: each can be assigned, discussed and proposed apart."""

from django import forms
from django.utils import timezone

from aict.taxonomies.enums import Category
from aict.taxonomies.fields import terms
from aict.taxonomies.models import Goal, Indicator, Theme
from aict.ui.fields import area, day_input
from practices.sheets.forms.fields import LinesField
from practices.sheets.models import LEVELS, Sheet


def ticked(choices, label: str, missing: str = "", **kwargs) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=choices,
        label=label,
        required=bool(missing),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": missing} if missing else None,
        **kwargs,
    )


class IdentityForm(forms.ModelForm):
    categories = ticked(Category.choices, "Catégories d’action", "Cochez au moins une catégorie.")
    themes = terms(Theme, "Thèmes")
    goals = terms(Goal, "Objectifs de développement durable (ODD)")
    levels = ticked(
        LEVELS, "Niveaux de collectivité", help_text="Ne cochez rien si elle vaut pour tous."
    )

    class Meta:
        model = Sheet
        fields = ["title", "teaser", "categories", "themes", "goals", "levels"]
        labels = {"title": "Titre", "teaser": "En une phrase"}
        help_texts = {
            "title": "Le sujet, en quelques mots : il devient l’adresse de la page.",
            "teaser": "Cette phrase s’affiche dans les listes.",
        }
        widgets = {"teaser": area()}


class BriefForm(forms.ModelForm):
    in_brief = LinesField(
        label="En bref",
        least=3,
        most=3,
        longest=160,
        help_text="Trois lignes, une idée par ligne, 160 caractères au plus : ce qu’il faut retenir.",
    )

    class Meta:
        model = Sheet
        fields = ["in_brief"]


class DefinitionForm(forms.ModelForm):
    class Meta:
        model = Sheet
        fields = ["definition", "for_whom"]
        labels = {
            "definition": "De quoi parle-t-on ?",
            "for_whom": "Pour quelle collectivité, à quel moment ?",
        }
        widgets = {"definition": area(8), "for_whom": area(4)}


class WhyForm(forms.ModelForm):
    class Meta:
        model = Sheet
        fields = ["why"]
        labels = {"why": "Pourquoi s’en saisir ?"}
        help_texts = {
            "why": "Les enjeux, en clair ; les chiffres vont ci-dessous, avec leur source."
        }
        widgets = {"why": area(8)}


class ObjectivesForm(forms.ModelForm):
    objectives = LinesField(
        label="Objectifs possibles", least=1, most=8, longest=200, help_text="Un par ligne."
    )

    class Meta:
        model = Sheet
        fields = ["objectives"]


class BareForm(forms.ModelForm):
    """A section that holds only rows."""

    class Meta:
        model = Sheet
        fields: list[str] = []


class ActorsForm(forms.ModelForm):
    class Meta:
        model = Sheet
        fields = ["role_ri", "role_eco"]
        labels = {
            "role_ri": "Ce que font les relations internationales",
            "role_eco": "Ce que fait le développement économique",
        }
        widgets = {"role_ri": area(4), "role_eco": area(4)}


class LegalForm(forms.ModelForm):
    class Meta:
        model = Sheet
        fields = ["legal", "cautions", "legal_checked_on"]
        labels = {
            "legal": "Cadre juridique",
            "cautions": "Points de vigilance",
            "legal_checked_on": "Vérifié le",
        }
        help_texts = {
            "legal": "Qui peut agir, ce qui s’écrit, ce qui est interdit. Les textes se citent plus bas.",
            "legal_checked_on": "Le jour où les textes ont été relus : les lecteurs le voient.",
        }
        widgets = {"legal": area(8), "cautions": area(4), "legal_checked_on": day_input()}

    def clean_legal_checked_on(self):
        day = self.cleaned_data["legal_checked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Cette date est à venir : dites quand le droit a été relu.")
        return day


class IndicatorsForm(forms.ModelForm):
    indicators = terms(
        Indicator,
        "Indicateurs du catalogue",
        help_text="Trois ou quatre suffisent : ceux que l’on saura remplir.",
    )

    class Meta:
        model = Sheet
        fields = ["indicators"]


class SigningForm(forms.ModelForm):
    authors = LinesField(
        label="Auteurs et autrices", least=1, most=8, longest=150,
        help_text="La fonction et la structure, une par ligne ; jamais le nom.",
    )  # fmt: skip
    reviewers = LinesField(
        label="Relecteurs et relectrices", least=0, most=8, longest=150, help_text="De même."
    )

    class Meta:
        model = Sheet
        fields = ["authors", "reviewers", "validated_by", "review_on"]
        labels = {"validated_by": "Validée par", "review_on": "À revoir le"}
        help_texts = {
            "validated_by": "L’instance ou la fonction.",
            "review_on": "Ce jour-là, la coordination est prévenue que la fiche est à relire.",
        }
        widgets = {"review_on": day_input()}

    def clean_review_on(self):
        """To come; the day already on line may have passed, it is not for its reader to change."""
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate() and day != self.instance.review_on:
            raise forms.ValidationError("Choisissez une date à venir pour la prochaine relecture.")
        return day
