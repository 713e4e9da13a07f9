"""Forms shown in the gallery: one of each kind of field, filled and faulty."""

from django import forms
from django.forms import formset_factory


class SampleForm(forms.Form):
    nature = forms.ChoiceField(
        label="Nature",
        choices=[("strategie", "Une stratégie : un cap"), ("projet", "Un projet : une action")],
        widget=forms.RadioSelect(attrs={"class": "choices-cards choices-columns"}),
    )
    title = forms.CharField(
        label="Titre", max_length=100, help_text="Commencez par un verbe ; pas de sigle."
    )
    teaser = forms.CharField(
        label="En une phrase",
        max_length=200,
        help_text="S’affiche dans les listes.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    category = forms.ChoiceField(
        label="Catégorie",
        choices=[
            ("", "Choisir une catégorie"),
            ("internationalisation", "Internationalisation des entreprises"),
            ("promotion", "Promotion du territoire"),
            ("cooperation", "Coopération internationale"),
        ],
    )
    themes = forms.MultipleChoiceField(
        label="Thèmes",
        required=False,
        help_text="Trois au plus.",
        choices=[
            ("gastronomie", "Gastronomie et terroir"),
            ("ess", "Économie sociale et solidaire"),
            ("insertion", "Insertion et emploi"),
            ("innovation", "Innovation"),
        ],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices-columns"}),
    )
    budget = forms.IntegerField(label="Budget annuel, en euros", required=False, min_value=0)
    start = forms.DateField(
        label="Début", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    email = forms.EmailField(label="Adresse électronique du service", disabled=True, required=False)
    document = forms.FileField(label="Pièce jointe", required=False)
    consent = forms.BooleanField(
        label="La collectivité autorise la publication",
        help_text="Indiquez plus bas la fonction de la personne qui l’autorise.",
    )


class StepForm(forms.Form):
    title = forms.CharField(label="Titre de l’étape", max_length=80)
    when = forms.CharField(label="Quand", max_length=40, required=False)
    text = forms.CharField(
        label="Ce qui a été fait", max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )


StepFormSet = formset_factory(StepForm, extra=0, can_delete=True)


def with_errors() -> SampleForm:
    """Bound, so that the faults of two fields show beside filled ones."""
    form = SampleForm(
        {
            "nature": "projet",
            "title": "",
            "teaser": "Neuf cheffes et chefs, une tournée commune et un catalogue bilingue.",
            "category": "promotion",
            "themes": ["gastronomie"],
            "budget": "beaucoup",
        },
        initial={"email": "relations.internationales@exemple.fr"},
    )
    form.is_valid()
    return form


def steps() -> forms.BaseFormSet:
    return StepFormSet(
        prefix="etapes",
        initial=[
            {
                "title": "Choisir ensemble",
                "when": "Printemps",
                "text": "Les deux services écrivent les critères.",
            },
            {
                "title": "Préparer l’export",
                "when": "Été",
                "text": "Six ateliers avec la chambre d’agriculture.",
            },
        ],
    )
