"""The repeatable parts of a practice: one row form each."""

from django import forms

from aict.moderation.rows import rows
from aict.taxonomies.enums import Side
from aict.taxonomies.models import ActorType, Indicator, Service
from aict.territories.models import Country
from practices import models


class ObjectiveForm(forms.ModelForm):
    class Meta:
        model = models.Objective
        fields = ["text"]


class StepForm(forms.ModelForm):
    class Meta:
        model = models.Step
        fields = ["title", "text", "date", "conditions", "lessons"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "conditions": forms.Textarea(attrs={"rows": 2}),
            "lessons": forms.Textarea(attrs={"rows": 2}),
        }


class ServiceRoleForm(forms.ModelForm):
    service = forms.ModelChoiceField(
        Service.objects.in_use(), to_field_name="slug", label="Service"
    )

    class Meta:
        model = models.ServiceRole
        fields = ["service", "role"]


class PartnerForm(forms.ModelForm):
    actor_type = forms.ModelChoiceField(
        ActorType.objects.in_use(), to_field_name="slug", label="Type", required=False
    )
    country = forms.ModelChoiceField(Country.objects.all(), label="Pays", required=False)

    class Meta:
        model = models.Partner
        fields = ["name", "actor_type", "side", "country", "role"]
        widgets = {
            "name": forms.TextInput(
                attrs={"data-suggest": "/partenariats/suggestions/?type=acteur"}
            )
        }


class FundingLineForm(forms.ModelForm):
    class Meta:
        model = models.FundingLine
        fields = ["source", "amount", "share"]
        localized_fields = ["amount", "share"]
        widgets = {
            "source": forms.TextInput(
                attrs={"data-suggest": "/partenariats/suggestions/?type=financement"}
            )
        }


class ResultForm(forms.ModelForm):
    indicator = forms.ModelChoiceField(
        Indicator.objects.in_use(),
        to_field_name="slug",
        label="Indicateur du catalogue",
        required=False,
        empty_label="Aucun : je le décris",
    )

    class Meta:
        model = models.Result
        fields = ["indicator", "label", "before", "after", "unit", "date", "source"]
        localized_fields = ["before", "after"]
        labels = {"label": "Ce qui est mesuré"}


class AxisForm(forms.ModelForm):
    class Meta:
        model = models.Axis
        fields = ["title", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class TransferConditionForm(forms.ModelForm):
    class Meta:
        model = models.TransferCondition
        fields = ["variable", "operator", "value"]


ObjectiveRows = rows(ObjectiveForm, "Objectifs", "Objectif", 5)
StepRows = rows(StepForm, "Ce qui a été fait", "Étape", 12)
ServiceRoleRows = rows(ServiceRoleForm, "Services associés", "Service", 10)
PartnerRows = rows(PartnerForm, "Partenaires", "Partenaire", 30)
FundingLineRows = rows(FundingLineForm, "Plan de financement", "Source", 15)
ResultRows = rows(ResultForm, "Résultats", "Résultat", 15)
AxisRows = rows(AxisForm, "Axes", "Axe", 8)
TransferConditionRows = rows(TransferConditionForm, "Conditions vérifiables", "Condition", 8)


class CooperationPartnerRows(PartnerRows):
    """In a cooperation, economic actors of both territories take part."""

    help = "Au moins un acteur économique ici, et un chez le partenaire."

    def clean(self):
        sides = {
            row.cleaned_data.get("side")
            for row in self.forms
            if row.has_changed() and row.is_valid()
        }
        for side, where in ((Side.HERE, "ici"), (Side.THERE, "chez le partenaire")):
            if side not in sides:
                raise forms.ValidationError(f"Nommez au moins un acteur économique {where}.")
