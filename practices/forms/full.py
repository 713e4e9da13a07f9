"""The full case, one subject a page. Everything here is optional, except where said."""

from django import forms

from aict.moderation.fields import rhythm_field
from aict.taxonomies import enums
from aict.taxonomies.fields import terms
from aict.taxonomies.models import Goal, Sector, Theme
from aict.territories.forms import TerritoriesField
from aict.ui.fields import MonthField, area, day_input
from practices.models import Practice


class StoryForm(forms.ModelForm):
    date_start = MonthField(label="Début")
    date_end = MonthField(label="Fin", help_text="Vide si l’action continue.")

    class Meta:
        model = Practice
        fields = ["status", "date_start", "date_end", "context"]
        widgets = {"context": area()}
        help_texts = {
            "context": "D’où vient la demande ? Une délibération, une rencontre, une crise ?"
        }


class StrategyForm(forms.ModelForm):
    carried_out_by = forms.ModelMultipleChoiceField(
        Practice.objects.published().filter(nature=enums.Nature.PROJECT),
        to_field_name="slug",
        label="Projets qui la mettent en œuvre",
        required=False,
    )

    class Meta:
        model = Practice
        fields = [
            "status",
            "deliberation_date",
            "deliberation_reference",
            "period_start",
            "period_end",
            "context",
            "governance",
            "means",
            "evaluation",
            "carried_out_by",
        ]
        widgets = {
            "deliberation_date": day_input(),
            "context": area(),
            "governance": area(),
            "means": area(3),
            "evaluation": area(3),
        }
        help_texts = {
            "governance": "Quels services, quelle délégation d’élu·e, quelles instances.",
            "evaluation": "Ce qui est suivi, par qui, à quel rythme.",
        }


class ServicesForm(forms.ModelForm):
    class Meta:
        model = Practice
        fields = ["elected"]
        help_texts = {"elected": "La délégation plutôt que le nom."}


class PartnersForm(forms.ModelForm):
    class Meta:
        model = Practice
        fields = ["beneficiaries_here", "beneficiaries_there"]
        widgets = {"beneficiaries_here": area(2), "beneficiaries_there": area(2)}


class CooperationForm(PartnersForm):
    """The three marks of a cooperation: a lasting partnership, benefits here and there,
    economic actors on each side."""

    partnership = forms.CharField(
        label="Partenariat",
        max_length=200,
        help_text="Choisissez un partenariat connu ou nommez-le. Une convention n’est pas obligatoire.",
        widget=forms.TextInput(
            attrs={"data-suggest": "/partenariats/suggestions/?type=partenariat"}
        ),
    )

    class Meta(PartnersForm.Meta):
        fields = ["partnership", *PartnersForm.Meta.fields]
        labels = {
            "beneficiaries_here": "Bénéfices ici",
            "beneficiaries_there": "Bénéfices chez le partenaire",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("beneficiaries_here", "beneficiaries_there"):
            self.fields[name].required = True

    def clean_partnership(self) -> str:
        return " ".join(self.cleaned_data["partnership"].split())

    def _post_clean(self):
        # A name is not yet the row it will point to: publication finds it, or makes it.
        title = self.cleaned_data.pop("partnership", None)
        super()._post_clean()
        if title is not None:
            self.cleaned_data["partnership"] = title


class MeansForm(forms.ModelForm):
    class Meta:
        model = Practice
        fields = ["budget_total", "budget_year", "staff_fte"]
        help_texts = {"staff_fte": "En équivalent temps plein, par exemple 0,5."}
        localized_fields = ["budget_total", "budget_year", "staff_fte"]


class EffectsForm(forms.ModelForm):
    class Meta:
        model = Practice
        fields = ["evidence", "local_impact", "partner_impact", "difficulties", "not_again"]
        widgets = {
            "evidence": forms.RadioSelect,
            "local_impact": area(3),
            "partner_impact": area(3),
            "difficulties": area(3),
            "not_again": area(3),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].required = False
        self.fields["evidence"].choices = enums.Evidence.choices

    def clean_evidence(self):
        return self.cleaned_data["evidence"] or enums.Evidence.DECLARED


class TransferForm(forms.ModelForm):
    class Meta:
        model = Practice
        fields = ["transfer_essential", "transfer_adapt", "transfer_specific", "competence_basis"]
        widgets = {
            "transfer_essential": area(3),
            "transfer_adapt": area(3),
            "transfer_specific": area(3),
        }


class FilingForm(forms.ModelForm):
    secondary_categories = forms.MultipleChoiceField(
        choices=enums.Category.choices,
        label="Autres catégories",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Deux au plus.",
    )
    themes = terms(Theme, "Thèmes")
    sectors = terms(Sector, "Secteurs")
    goals = terms(Goal, "Objectifs de développement durable")
    partner_territories = TerritoriesField(
        label="Territoires partenaires", scope="etranger", required=False
    )

    class Meta:
        model = Practice
        fields = [
            "secondary_categories",
            "themes",
            "sectors",
            "goals",
            "partner_territories",
            "keywords",
        ]
        help_texts = {"keywords": "Séparés par des virgules."}

    def clean_secondary_categories(self):
        chosen = self.cleaned_data["secondary_categories"]
        if len(chosen) > 2:
            raise forms.ValidationError("Choisissez deux autres catégories au plus.")
        return chosen


class PublicationForm(forms.ModelForm):
    review_rhythm = rhythm_field()

    class Meta:
        model = Practice
        fields = ["licence", "contact_mode"]
        labels = {
            "licence": "Licence de réutilisation",
            "contact_mode": "Qui peut répondre à un pair ?",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("licence", "contact_mode"):
            self.fields[name].required = False

    def clean_licence(self):
        return self.cleaned_data["licence"] or enums.Licence.LO2

    def clean_contact_mode(self):
        return self.cleaned_data["contact_mode"] or enums.ContactMode.RELAY
